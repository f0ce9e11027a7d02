/** The page on which a visitor makes the kiosk easier to use. */
export const aids = {
  help: 'Mời ông/bà chọn cách hiển thị dễ nhìn. Xong việc, màn hình tự trở lại bình thường.',
  names: {
    'big-text': 'Chữ to hơn',
    contrast: 'Nền tối, chữ sáng',
    reach: 'Hạ nút xuống thấp (người ngồi xe lăn, trẻ em)',
  },
  on: 'Đang bật',
  off: 'Đang tắt',
  /** Keys of a number pad and what they do. */
  keypad: [
    ['1 – 9', 'chọn ô có số đó'],
    ['−', 'quay lại, kết thúc'],
    ['0 /', 'nghe hướng dẫn, nghe lại'],
    ['↵', 'đồng ý'],
    ['.', 'xóa, mục tiếp theo'],
    ['*', 'đổi ngôn ngữ'],
    ['+', 'chữ to, dễ dùng'],
  ] as [key: string, meaning: string][],
};
