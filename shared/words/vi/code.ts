/** The page on which a visitor types the code of an appointment. */
export const code = {
  title: 'Nhập mã hẹn',
  help: 'Mã hẹn gồm 6 chữ số, được báo khi ông/bà đặt hẹn',
  typed: 'Mã hẹn đã nhập',
};
