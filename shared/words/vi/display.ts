/** The lobby TV, and what the signs of counters share with it. */
export const display = {
  // the call
  pleaseCome: 'Mời số',
  toCounter: 'Đến quầy',
  recall: 'Nhắc lại số',
  spokenCall: (number: string, counter: number) => `Mời công dân có số ${number} đến quầy ${counter}.`,
  welcome: 'Kính chào quý công dân',
  welcomeHint: 'Mời quý vị lấy số tại máy và ngồi chờ gọi\u00a0số',
  noNumbers: 'Tạm thời chưa phát số được, mời quý vị gặp cán\u00a0bộ hướng\u00a0dẫn',
  // the board of counters
  number: 'Số',
  atCounter: 'Quầy',
  goToCounter: 'đến quầy',
  counter: (number: number) => `Quầy ${number}`,
  ready: 'Sẵn sàng',
  paused: 'Tạm dừng',
  busy: 'Đang bận',
  /** The same three, where the board has two columns. */
  readyShort: 'Trống',
  pausedShort: 'Dừng',
  busyShort: 'Bận',
  noCounter: 'Hiện không có quầy\u00a0nào\u00a0mở',
  /** Visitors who missed the call and may come back to that counter until then. */
  missed: 'Qua lượt – mời báo quầy',
  before: (clock: string) => `trước ${clock}`,
  // the waits; minutes are in the heading
  waiting: 'Chờ (phút)',
  under: (minutes: number) => `dưới ${minutes}`,
  people: (_count: number) => 'người',
  noMoreToday: 'hết lượt',
  noClerk: 'nghỉ',
  // satisfaction
  satisfied: 'hài lòng',
  today: 'hôm nay',
  ratings: (ratings: number) => `${ratings} đánh giá`,
  opinions: (ratings: number) => `${ratings} ý kiến`,
  thanks: 'cảm ơn!',
  pleaseRate: 'Mời đánh giá ở\u00a0lối\u00a0ra',
  // the foot
  outdated: 'Dữ liệu lúc',
  storageTrouble: 'Sự cố lưu trữ',
  clockTrouble: 'Đang kiểm tra lại giờ',
  // trouble
  lost: 'Mất kết nối',
  lostHint: 'Mời quý vị nghe cán\u00a0bộ gọi trực tiếp tại\u00a0quầy.',
  lostSince: (clock: string) => `Số trên màn hình là của lúc ${clock}.`,
  reconnecting: 'Đang tự kết nối lại…',
  refused: 'Màn hình này chưa được phép hiển thị',
  soundOff: 'Bấm để bật âm thanh',
  soundMissing: 'Không có âm thanh',
  // the night
  opens: (moment: string) => `Mở cửa ${moment}`,
  closed: 'Ngoài giờ làm việc',
  online: 'Nộp hồ sơ trực tuyến: dichvucong.gov.vn',
};
