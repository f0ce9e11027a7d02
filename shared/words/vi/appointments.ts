/** The page for bookings by telephone. */
export const appointments = {
  heading: 'Đặt lịch hẹn',
  service: 'Lĩnh vực',
  day: 'Ngày',
  time: 'Giờ hẹn',
  today: 'hôm nay',
  tomorrow: 'ngày mai',
  free: (count: number) => `còn ${count} chỗ`,
  full: 'hết chỗ',
  loading: 'Đang tải…',
  noSlots: 'Ngày này không còn khung giờ nào đặt được. Vui lòng chọn ngày khác.',
  rule: (headStart: number, late: number) =>
    `Nhờ anh/chị báo công dân: đến đúng giờ được tính như đã chờ ${headStart} phút; trễ quá ${late} phút thì chờ như người không hẹn.`,

  booked: 'Đã đặt lịch hẹn',
  readOut: 'Vui lòng đọc chậm từng chữ số cho công dân và nhờ đọc lại:',
  code: 'Mã hẹn',
  atKiosk: 'Khi đến, công dân bấm “Tôi có hẹn” trên máy lấy số và nhập mã này.',
  another: 'Đặt lịch hẹn khác',

  listHeading: (day: string) => `Lịch hẹn ${day}`,
  count: (count: number) => `${count} lịch hẹn`,
  none: 'Chưa có lịch hẹn nào trong ngày này.',
  statuses: { booked: 'chưa đến', arrived: 'đã đến', cancelled: 'đã hủy' },
  cancel: 'Hủy hẹn',
  cancelIt: 'Hủy lịch hẹn này',
  cancelTitle: (time: string) => `Hủy lịch hẹn lúc ${time}?`,
  cancelLead: (code: string, service: string) => `Mã ${code}, ${service}. Giờ hẹn này sẽ dành cho người khác.`,

  missing: 'Không tải được phần này. Có thể máy chủ vừa được cập nhật.',
  reload: 'Tải lại trang',
};
