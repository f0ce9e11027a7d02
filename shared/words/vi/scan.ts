/** The pages of a ticket that was scanned at the kiosk. */
export const scan = {
  back: 'Số của ông/bà đã vào lại hàng chờ',
  waiting: 'Xin ông/bà ngồi chờ gọi số',
  waitingHelp: 'Khi đến lượt, số này hiện trên bảng gọi số và được đọc qua loa.',
  stranded: 'Hiện không có quầy nào gọi được số này',
  strandedHelp: 'Lĩnh vực của số này hiện không có quầy phục vụ. Xin ông/bà gặp cán bộ hướng dẫn.',
  later: (clock: string): string => `Số này được gọi từ ${clock}`,
  laterHelp: (clock: string): string => `Xin ông/bà có mặt lúc ${clock}. Số này chỉ được gọi từ giờ đó.`,
  called: (counter: number | null): string =>
    counter === null ? 'Đã đến lượt ông/bà' : `Đã đến lượt: mời ông/bà đến quầy ${counter}`,
  calledHelp: 'Số này đang được gọi. Xin ông/bà đến ngay.',
  serving: (counter: number | null): string =>
    counter === null ? 'Số này đang được phục vụ' : `Số này đang được phục vụ tại quầy ${counter}`,
  servingHelp: 'Nếu ông/bà không phải là người đang làm việc tại quầy này, xin hỏi cán bộ.',
  left: 'Số này chưa được đưa lại vào hàng chờ',
  leftHelp: 'Xin ông/bà báo với cán bộ tại quầy.',
  done: 'Số này đã làm việc xong',
  doneHelp: 'Xin cảm ơn ông/bà. Mời ông/bà đánh giá tại máy ở lối ra, hoặc quét mã trên phiếu bằng điện thoại.',
  ratedHelp: 'Xin cảm ơn ông/bà đã đánh giá.',
  withdrawn: 'Số này đã được hủy',
  expired: 'Số này đã hết hiệu lực',
  overHelp: 'Nếu còn việc cần làm, mời ông/bà lấy số mới.',
  notToday: 'Phiếu này không còn dùng được',
  notTodayHelp: 'Mỗi phiếu chỉ dùng trong ngày. Mời ông/bà lấy số mới hoặc hỏi cán bộ.',
};
