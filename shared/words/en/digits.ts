export const digits: typeof import('../vi/digits.ts').digits = {
  digits: 'Digits',
  erase: 'Erase',
  clear: 'Clear',
};
