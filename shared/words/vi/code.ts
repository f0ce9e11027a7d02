/** The page on which somebody who has booked types the code. */
export const code = {
  title: 'Nhập mã hẹn',
  help: 'Mã hẹn gồm 6 chữ số, được báo khi ông/bà đặt hẹn',
  typed: 'Mã hẹn đã nhập',
};
