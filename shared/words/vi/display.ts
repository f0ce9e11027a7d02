/** The lobby TV, and what the signs of counters share with it. */
export const display = {
  // the call
  pleaseCome: 'Mời công dân có số',
  nowServing: 'Số đang được phục vụ',
  toCounter: 'Đến quầy',
  atCounter: 'Tại quầy',
  recall: 'Nhắc lại',
  spokenCall: (number: string, counter: number) => `Mời công dân có số ${number} đến quầy ${counter}.`,
  welcome: 'Kính chào quý công dân',
  welcomeHint: 'Mời quý vị lấy số tại máy và chờ gọi đến quầy',
  noNumbers: 'Tạm thời chưa phát số được, xin quý vị hỏi nhân viên',
  // the counters
  counters: 'Tại các quầy',
  counter: (number: number) => `Quầy ${number}`,
  called: 'Đang mời',
  serving: 'Đang phục vụ',
  ready: 'Sẵn sàng',
  paused: 'Tạm dừng',
  /** A visitor who missed the call and may come back to that counter until then. */
  missed: (clock: string) => `Vắng, hạn ${clock}`,
  noCounter: 'Hiện không có quầy nào mở',
  // who waits
  waiting: 'Số người đang chờ',
  noOpenCounter: 'Chưa có quầy mở',
  // satisfaction
  satisfaction: 'Mức độ hài lòng hôm nay',
  satisfied: 'hài lòng',
  ratings: (ratings: number) => `${ratings} đánh giá`,
  ratingsOfVisits: (ratings: number, visits: number, rate: string) => `${ratings} đánh giá / ${visits} lượt (${rate})`,
  anonymous: (votes: number) => `${votes} phiếu ẩn danh, tính riêng`,
  thousands: '.',
  month: (share: string, ratings: string, rate: string) =>
    `Tháng này: ${share} hài lòng, ${ratings} đánh giá (${rate} lượt)`,
  pleaseRate: 'Xong việc, mời quý vị đánh giá tại máy ở lối ra',
  // the foot
  hotline: 'Đường dây nóng',
  updated: 'Cập nhật',
  outdated: 'Chưa có tin mới từ',
  storageTrouble: 'Sự cố lưu trữ',
  clockTrouble: 'Đang kiểm tra lại giờ',
  // trouble
  lost: 'Mất kết nối với máy chủ',
  lostHint: 'Số hiển thị có thể đã cũ. Xin nghe nhân viên gọi tại quầy.',
  lastCalls: (clock: string) => `Các số được gọi gần nhất, lúc ${clock}`,
  refused: 'Màn hình này chưa được phép hiển thị',
  soundOff: 'Bấm để bật âm thanh',
  soundMissing: 'Không có âm thanh',
};
