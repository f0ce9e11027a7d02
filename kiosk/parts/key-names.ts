/** What a key means, whatever layout, input method, Caps Lock or Num Lock the machine has. */

/** Signs of a US keyboard by the place of the key, without and with Shift. Scanners press keys as if each machine had it. */
const US: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/** Keys of a number pad. Without Num Lock, or in another layout, the browser gives them other names. */
const PAD: Readonly<Record<string, string>> = {
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
  NumpadComma: '.',
  NumpadEnter: 'Enter',
};

export interface KeyMeaning {
  /** The key for a visitor: digits and signs of a number pad by their place, everything else as it is labelled. */
  name: string;
  /** The character that the layout made of it; empty when the key types none, as a dead key does. */
  typed: string;
  /** The character that a US keyboard has at this place; empty when there is none. */
  placed: string;
}

export function meaningOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): KeyMeaning {
  const placed = signAt(code, shiftKey);
  const typed = key.length === 1 ? key : '';
  return { name: nameOf(key, code, placed), typed, placed: placed ?? typed };
}

function nameOf(key: string, code: string, placed: string | null): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  // On an ordinary keyboard the star is typed with Shift.
  if (digit !== undefined) return key === '*' || placed === '*' ? '*' : digit;
  const onPad = PAD[code];
  if (onPad !== undefined) return onPad;
  if (/^[ -~]$/.test(key)) return key;
  // An input method or a dead key hides what is printed on the key.
  const hidden = key.length === 1 || ['Dead', 'Process', 'Unidentified'].includes(key);
  return hidden ? (placed ?? (code === 'Enter' || code === 'Tab' ? code : key)) : key;
}

/** Null for a key that types no character, or whose place the browser does not know. */
function signAt(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shift ? SHIFTED_DIGITS.charAt(Number(digit)) : digit;
  const onPad = /^Numpad(\d)$/.exec(code)?.[1] ?? PAD[code];
  if (onPad?.length === 1) return onPad;
  return US[code]?.charAt(shift ? 1 : 0) ?? null;
}
