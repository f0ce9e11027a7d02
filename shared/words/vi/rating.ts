/** The first page of the rating pad at the exit, and its messages. */
export const rating = {
  howWasIt: 'Ông/bà có hài lòng không?',
  /** The same question in the other language. */
  otherLanguage: 'How was your visit today?',
  once: 'Chạm một lần là xong.',
  confidential: 'Ý kiến được giữ bí mật.',
  forNumber: (number: string): string => `Đánh giá cho số ${number}`,
  closed: 'Ngoài giờ làm việc',
  opens: (opens: string): string => `Mở cửa ${opens}`,
  scans: {
    card: 'Đây không phải mã trên phiếu số. Máy không lưu thông tin thẻ. Xin quét mã trên phiếu.',
    'half-card': 'Máy chưa đọc được mã. Xin quét mã trên phiếu.',
    foreign: 'Mã này không phải của phiếu số ở đây. Xin quét mã trên phiếu.',
    unread: 'Máy chưa đọc được mã. Xin ông/bà quét lại.',
  },
  notFinished: (number: string): string =>
    `Số ${number} chưa xong việc. Mời ông/bà đánh giá sau khi làm việc xong tại quầy.`,
  storageTrouble: 'Máy tạm thời chưa nhận được đánh giá. Xin ông/bà quay lại sau ít phút.',
};
