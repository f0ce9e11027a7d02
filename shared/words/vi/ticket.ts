import type { PrinterHealth } from '../../protocol/views/common.ts';

/** The ticket kiosk. */
export const ticket = {
  chooseService: 'Ông/bà cần làm thủ tục gì?',
  chooseServiceHelp: 'Chạm vào một ô để lấy số thứ tự',
  waiting: (count: number): string => (count === 0 ? 'Chưa có người chờ' : `${count} người đang chờ`),
  people: (count: number): string => `${count} người`,
  /** Before the span of the wait, on the tile of a service. */
  waitOf: 'chờ',
  wait: (range: string): string => `Chờ ${range}`,
  unavailable: { 'limit-reached': 'Hết số hôm nay', 'not-served': 'Chưa có quầy phục vụ' },
  noClerk: 'Chưa có cán bộ trực',
  thisSessionShort: { uncertain: 'Có thể chưa đến lượt', unlikely: 'Khó đến lượt' },
  thisSession: { uncertain: 'Buổi này có thể chưa đến lượt', unlikely: 'Buổi này khó đến lượt' },

  others: 'Việc khác',
  haveAppointment: 'Tôi có lịch hẹn',
  haveAppointmentHelp: 'Nhập mã hẹn 6 chữ số',
  typeAgain: 'Nhập lại mã hẹn',

  notSure: 'Chưa rõ? Hỏi tại đây',
  notSureHelp: 'Gặp cán bộ hướng dẫn',

  scans: {
    offer: 'Theo năm sinh trên thẻ, ông/bà được lấy số ưu tiên người cao tuổi. Máy không lưu thông tin thẻ.',
    noOffer: 'Thẻ này không thuộc diện ưu tiên theo tuổi. Mời ông/bà chọn trên màn hình. Máy không lưu thông tin thẻ.',
    'half-card': 'Máy chưa đọc hết thẻ. Xin ông/bà quét lại mã QR trên thẻ căn cước.',
    foreign: 'Mã này không dùng được ở đây. Mời ông/bà chọn trên màn hình hoặc hỏi cán bộ.',
    unread: 'Máy chưa đọc được mã. Xin ông/bà quét lại.',
  },

  storageTrouble: 'Máy tạm thời chưa phát số được. Xin ông/bà gặp cán bộ hướng dẫn.',
  printers: {
    ok: null,
    'paper-low': null,
    'paper-out': 'Máy in hết giấy. Ông/bà vẫn lấy số được: số sẽ hiện trên màn hình.',
    'cover-open': 'Nắp máy in đang mở. Ông/bà vẫn lấy số được: số sẽ hiện trên màn hình.',
    error: 'Máy in đang gặp lỗi. Ông/bà vẫn lấy số được: số sẽ hiện trên màn hình.',
    unreachable: 'Máy in chưa sẵn sàng. Ông/bà vẫn lấy số được: số sẽ hiện trên màn hình.',
  } satisfies Record<PrinterHealth, string | null> as Record<PrinterHealth, string | null>,
};
