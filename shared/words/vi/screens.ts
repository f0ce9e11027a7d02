/** The TVs on the supervisor's page. */
export const screens = {
  heading: 'Màn hình sảnh chờ',
  loading: 'Đang xem các màn hình…',
  reload: 'Xem lại',
  change:
    'Màn hình được khai báo ở mục “screens”, thông báo ở “notices”, màu và biểu trưng ở “look” trong tệp office.json.',
  shows: 'Lĩnh vực',
  size: 'Kích thước',
  letters: 'Đọc được',
  everything: 'tất cả',
  sized: (inches: string, meters: string) => `${inches} inch, xem từ ${meters} m`,
  reach: {
    call: (meters: string) => `Số được gọi: từ ${meters} m`,
    board: (meters: string) => `Bảng quầy: từ ${meters} m`,
    waits: (meters: string) => `Thời gian chờ: từ ${meters} m`,
  },
  tooSmall: (inches: string) => `Màn hình quá nhỏ cho sảnh này: cần từ ${inches} inch, hoặc đặt gần ghế chờ hơn.`,
  darkAccent: (wanted: string, used: string) => `Màu ${wanted} quá tối trên nền xanh, nên màn hình dùng ${used}.`,
  files: 'Hình, video và biểu trưng',
  problems: {
    missing: 'không thấy tệp',
    'too-large': 'tệp quá lớn',
    'wrong-kind': 'nội dung không đúng loại tệp',
    unreadable: 'không đọc được tệp',
  },
  fine: 'sẵn sàng',
};
