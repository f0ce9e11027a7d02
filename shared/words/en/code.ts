export const code: typeof import('../vi/code.ts').code = {
  title: 'Enter your appointment code',
  help: 'The 6 digits you got when you booked',
  typed: 'Code so far',
};
