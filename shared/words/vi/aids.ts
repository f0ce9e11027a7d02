/** The page on which a visitor makes the kiosk easier to use. */
export const aids = {
  help: 'Chọn cách hiển thị dễ dùng cho ông/bà. Màn hình tự trở lại như cũ cho người sau.',
  names: {
    'big-text': 'Chữ to hơn',
    contrast: 'Nền tối, chữ sáng rõ',
    reach: 'Đưa các nút xuống thấp',
  },
  on: 'Đang bật',
  off: 'Đang tắt',
  /** Keys of a number pad and what they do. */
  keypad: [
    ['1 – 9', 'chọn ô có số đó'],
    ['−', 'quay lại, kết thúc'],
    ['0 /', 'nghe đọc, nghe lại'],
    ['↵', 'đồng ý'],
    ['.', 'xóa, mục tiếp theo'],
    ['*', 'đổi ngôn ngữ'],
    ['+', 'hỗ trợ sử dụng'],
  ] as [key: string, meaning: string][],
};
