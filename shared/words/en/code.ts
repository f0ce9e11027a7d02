export const code: typeof import('../vi/code.ts').code = {
  title: 'Type the code of your appointment',
  help: 'The six digits that you were told when you booked',
  typed: 'Code so far',
};
