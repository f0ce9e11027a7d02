import type { Voice } from '../office/office.ts';
import { type ClipId, type Clips, digitClip, digitClips, letterClips } from './clips.ts';

/** G is spoken gờ, because giê sounds like dê in the north. */
const letters =
  'a/bê/xê/dê/e/ép phờ/gờ/hát/i/gi/ca/e lờ/em mờ/en nờ/o/pê/quy/e rờ/ét sì/tê/u/vê/vê kép/ích xì/i dài/dét'.split('/');
const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

export const vi = {
  recall: 'xin nhắc lại',
  'please-come': 'mời công dân có số',
  'to-counter': 'đến quầy số',
  ...letterClips(letters),
  ...digitClips(digits),
  ten: 'mười',
  tens: 'mươi',
  'one-after-tens': 'mốt',
  'four-after-tens': 'tư',
  'five-after-ten': 'lăm',
  hundred: 'trăm',
  'zero-tens-north': 'linh',
  'zero-tens-south': 'lẻ',
  'thousand-north': 'nghìn',
  'thousand-south': 'ngàn',
} satisfies Clips;

/** 0 to 999,999 as spoken in the north (linh, nghìn, hai mươi tư) or the south (lẻ, ngàn, hai mươi bốn). */
export function viNumber(value: number, dialect: Voice['dialect']): ClipId[] {
  if (value < 1000) return value === 0 ? [digitClip(0)] : belowThousand(value, dialect, false);
  const rest = value % 1000;
  return [
    ...belowThousand(Math.floor(value / 1000), dialect, false),
    `thousand-${dialect}`,
    ...(rest === 0 ? [] : belowThousand(rest, dialect, true)),
  ];
}

/** 1 to 999. After a thousand the hundreds are spoken even when they are zero: một nghìn không trăm linh năm. */
function belowThousand(value: number, dialect: Voice['dialect'], afterThousand: boolean): ClipId[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const units = value % 10;
  const spoken: ClipId[] = [];
  if (hundreds > 0 || afterThousand) spoken.push(digitClip(hundreds), 'hundred');
  if (tens === 0 && units > 0 && spoken.length > 0) spoken.push(`zero-tens-${dialect}`);
  if (tens === 1) spoken.push('ten');
  if (tens > 1) spoken.push(digitClip(tens), 'tens');
  if (units > 0) spoken.push(unitAfter(tens, units, dialect));
  return spoken;
}

function unitAfter(tens: number, units: number, dialect: Voice['dialect']): ClipId {
  if (tens > 1 && units === 1) return 'one-after-tens';
  if (tens > 1 && units === 4 && dialect === 'north') return 'four-after-tens';
  if (tens > 0 && units === 5) return 'five-after-ten';
  return digitClip(units);
}
