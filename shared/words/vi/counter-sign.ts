/** The sign of one counter. */
export const counterSign = {
  counter: 'Quầy',
  ready: 'Sẵn sàng tiếp công dân',
  readyHint: 'Xin chờ đến lượt, số được gọi sẽ hiện tại đây',
  paused: 'Tạm nghỉ',
  pausedHint: 'Cán bộ sẽ sớm quay lại',
  backAt: (clock: string) => `Cán bộ trở lại lúc ${clock}`,
  closed: 'Quầy đang đóng',
  closedHint: 'Xin theo dõi màn hình chung để biết quầy đang mở',
  noSuchCounter: (number: string) => `Không có quầy ${number}`,
  noSuchCounterHint: 'Xin kiểm tra số quầy ở cuối địa chỉ trang này',
};
