/** The rating pad at the exit. */
export const rating = {
  chooseVisit: 'Mời ông/bà đánh giá mức độ hài lòng',
  chooseVisitHelp: 'Chạm vào số thứ tự trên phiếu của ông/bà',
  scans: {
    card: 'Đây không phải mã trên phiếu số. Máy không lưu thông tin thẻ. Xin quét mã trên phiếu hoặc chọn số trên màn hình.',
    'half-card': 'Máy chưa đọc được mã. Xin quét mã trên phiếu hoặc chọn số trên màn hình.',
    foreign: 'Mã này không phải của phiếu số ở đây. Xin quét mã trên phiếu hoặc chọn số trên màn hình.',
    unread: 'Máy chưa đọc được mã. Xin ông/bà quét lại.',
  },
  finishedAt: (clock: string): string => `xong lúc ${clock}`,
  noVisits: 'Chưa có số nào vừa làm việc xong.',
  otherNumber: 'Nhập số khác',
  withoutNumber: 'Đánh giá không cần số',

  typeNumber: 'Nhập số trên phiếu',
  typeNumberHelp: 'Chọn chữ cái, rồi nhập các chữ số',
  letters: 'Chữ cái',

  howWasIt: 'Ông/bà có hài lòng không?',
  forNumber: (number: string): string => `Đánh giá cho số ${number}`,
  anonymous: 'Đánh giá không kèm số',
  confidential: 'Ý kiến của ông/bà được giữ kín.',

  whatMattered: 'Điều gì ảnh hưởng nhiều nhất đến đánh giá này?',
  whatMatteredHelp: (seconds: number): string => `Chọn một điều hoặc bỏ qua. Tự gửi sau ${seconds} giây.`,
  skip: 'Bỏ qua và gửi',

  thanks: 'Xin cảm ơn ông/bà!',
  thanksHelp: 'Ý kiến của ông/bà giúp chúng tôi phục vụ tốt hơn.',
  notFinished: (number: string): string =>
    `Số ${number} chưa làm việc xong nên chưa đánh giá được. Mời ông/bà đánh giá sau khi xong việc.`,
  sendsAgain: (seconds: number): string =>
    `Vừa có một đánh giá được gửi. Đánh giá của ông/bà sẽ tự gửi sau ${seconds} giây.`,
  storageTrouble: 'Máy tạm thời chưa nhận được đánh giá. Xin ông/bà quay lại sau ít phút.',
};
