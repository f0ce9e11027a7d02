/** The sign of one counter. Each state is one word that is read from far; the sentence below it is for those who stand there. */
export const counterSign = {
  counter: 'Quầy',
  called: 'Mời số',
  serving: 'Đang phục vụ',
  ready: 'Sẵn sàng',
  readyHint: 'Xin chờ gọi\u00a0số',
  paused: 'Tạm dừng',
  pausedHint: 'Cán\u00a0bộ sẽ sớm trở\u00a0lại',
  pausedUntil: (clock: string) => `Tạm dừng – trở lại lúc\u00a0${clock}`,
  backAt: (clock: string) => `Cán\u00a0bộ trở\u00a0lại lúc\u00a0${clock}`,
  closed: 'Đóng',
  closedHint: 'Mời quý\u00a0vị xem màn\u00a0hình\u00a0sảnh',
  lost: 'Mất kết nối – xin nghe cán\u00a0bộ\u00a0gọi',
  outdated: (clock: string) => `Dữ liệu lúc ${clock} – xin nghe cán\u00a0bộ\u00a0gọi`,
  noSuchCounter: (number: string) => `Không có quầy ${number}`,
  noSuchCounterHint: 'Vui lòng kiểm tra số quầy ở cuối địa chỉ trang này',
};
