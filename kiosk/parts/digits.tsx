import { wordsOf } from '../../shared/client/language.ts';
import { digits as en } from '../../shared/words/en/digits.ts';
import { digits as vi } from '../../shared/words/vi/digits.ts';
import { Icon } from './icons.tsx';
import { keys } from './keys.ts';

const digitWords = wordsOf({ vi, en });

const ERASE = 'M8 5h13v14H8l-6-7ZM12 9.5l5 5M17 9.5l-5 5';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

interface DigitsProps {
  /** Whether the digit keys of a number pad type digits now; before, they choose a letter. */
  keyed: boolean;
  onDigit: (digit: string) => void;
  onErase: () => void;
}

/** Buttons for the ten digits and for erasing, arranged as on a telephone. */
export function Digits({ keyed, onDigit, onErase }: DigitsProps) {
  return (
    <fieldset class="keys digits" aria-label={digitWords().digits}>
      {DIGITS.map((digit) => (
        <Key
          key={digit}
          sign={digit}
          pressedBy={keyed ? [digit] : []}
          kind={digit === '0' ? 'zero' : ''}
          onPress={() => onDigit(digit)}
        />
      ))}
      <button type="button" data-rapid {...keys('Backspace', '.')} aria-label={digitWords().erase} onClick={onErase}>
        <Icon shape={ERASE} />
      </button>
    </fieldset>
  );
}

interface KeyProps {
  sign: string;
  /** Keyboard keys. A number pad has no letters, so its digit keys choose the letter first. */
  pressedBy: string[];
  kind?: string;
  pressed?: boolean;
  onPress: () => void;
}

export function Key({ sign, pressedBy: [first, ...others], kind = '', pressed, onPress }: KeyProps) {
  const shortcut = first === undefined ? {} : keys(first, ...others);
  return (
    <button type="button" class={kind} data-rapid {...shortcut} aria-pressed={pressed} onClick={onPress}>
      {sign}
    </button>
  );
}
