/** The page on which a visitor types the code of an appointment. */
export const code = {
  title: 'Nhập mã hẹn',
  help: 'Mã hẹn gồm 6 chữ số ông/bà nhận khi đặt lịch',
  typed: 'Mã hẹn đã nhập',
};
