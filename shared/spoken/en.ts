import { type ClipId, type Clips, digitClip, digitClips, letterClips } from './clips.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export const en = {
  recall: 'once again',
  'please-come': 'ticket number',
  'to-counter': 'please go to counter',
  ...letterClips(letters),
  ...digitClips(digits),
  'number-10': 'ten',
  'number-11': 'eleven',
  'number-12': 'twelve',
  'number-13': 'thirteen',
  'number-14': 'fourteen',
  'number-15': 'fifteen',
  'number-16': 'sixteen',
  'number-17': 'seventeen',
  'number-18': 'eighteen',
  'number-19': 'nineteen',
  'number-20': 'twenty',
  'number-30': 'thirty',
  'number-40': 'forty',
  'number-50': 'fifty',
  'number-60': 'sixty',
  'number-70': 'seventy',
  'number-80': 'eighty',
  'number-90': 'ninety',
  hundred: 'hundred',
  and: 'and',
  thousand: 'thousand',
} satisfies Clips;

/** The clips of a whole number from 0 to 999,999. */
export function enNumber(value: number): ClipId[] {
  if (value < 100) return belowHundred(value);
  const [size, unit] = value < 1000 ? ([100, 'hundred'] as const) : ([1000, 'thousand'] as const);
  const rest = value % size;
  const tail = rest === 0 ? [] : rest < 100 ? ['and', ...belowHundred(rest)] : enNumber(rest);
  return [...enNumber(Math.floor(value / size)), unit, ...tail];
}

function belowHundred(value: number): ClipId[] {
  if (value < 10) return [digitClip(value)];
  const units = value % 10;
  if (value < 20 || units === 0) return [`number-${value}`];
  return [`number-${value - units}`, digitClip(units)];
}
