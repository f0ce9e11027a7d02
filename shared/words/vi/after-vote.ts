/** The rating pad after a face was pressed. */
export const afterVote = {
  recorded: 'Đã ghi nhận:',
  keptForNow: 'Đã ghi, sẽ gửi khi có mạng:',
  kept: 'Đã ghi, sẽ gửi khi có mạng',
  again: 'Chọn lại',
  whatMattered: 'Chủ yếu vì điều gì?',
  yourNumber: 'Số phiếu của ông/bà',
  optional: '(không bắt buộc)',
  otherNumber: 'Số khác',
  whyNumber: 'Gắn số phiếu giúp cơ quan xem lại đúng lượt này. Tên ông/bà không được ghi.',

  thanks: 'Cảm ơn ông/bà đã đánh giá',
  otherThanks: 'Thank you!',
  willReview: (hotline: string): string => `Cơ quan sẽ xem lại. Đường dây nóng ${hotline}`,
  satisfiedToday: 'hài lòng hôm nay',
  votes: (votes: number): string => `${votes} đánh giá`,

  typeNumber: 'Nhập số trên phiếu',
  typeNumberHelp: 'Chọn chữ cái, rồi nhập các chữ số',
  letters: 'Chữ cái',
  notLinked: 'Chưa gắn được số phiếu',
};
