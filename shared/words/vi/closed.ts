/** The kiosk while the office does not work. */
export const closed = {
  lunch: 'Đang nghỉ trưa',
  pause: 'Đang tạm nghỉ',
  over: 'Đã hết giờ làm việc',
  early: 'Chưa đến giờ làm việc',
  unknown: 'Ngoài giờ làm việc',
  again: 'Làm việc lại lúc',
  opens: 'Làm việc lúc',
  hours: 'Giờ làm việc',
  daily: 'Hằng ngày',
  /** No session on this day. */
  none: 'Nghỉ',
  still: 'Bây giờ ông/bà vẫn có thể',
  online: 'Nộp hồ sơ trên điện thoại',
  onlineHelp: 'Quét mã để mở Cổng Dịch vụ công quốc\u00a0gia, dichvucong.gov.vn, vào bất cứ giờ nào.',
  qr: 'Mã QR của Cổng Dịch vụ công quốc gia',
};
