/** The ten digits and the key that erases. */
export const digits = {
  digits: 'Chữ số',
  erase: 'Xóa',
  clear: 'Xóa hết',
};
