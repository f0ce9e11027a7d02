import { Icon } from './icons.tsx';
import { keys } from './keys.ts';
import { words } from './words.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

interface DigitsProps {
  /** Whether the keys of a number pad mean digits now. */
  keyed: boolean;
  onDigit: (digit: string) => void;
  onErase: () => void;
}

/** The ten digits and the key that erases, as on a telephone. */
export function Digits({ keyed, onDigit, onErase }: DigitsProps) {
  return (
    <fieldset class="keys digits" aria-label={words().digits}>
      {DIGITS.map((digit) => (
        <Key
          key={digit}
          sign={digit}
          pressedBy={keyed ? [digit] : []}
          kind={digit === '0' ? 'zero' : ''}
          onPress={() => onDigit(digit)}
        />
      ))}
      <button type="button" data-rapid {...keys('Backspace', '.')} aria-label={words().erase} onClick={onErase}>
        <Icon shape="erase" />
      </button>
    </fieldset>
  );
}

interface KeyProps {
  sign: string;
  /** Keys; a number pad has no letters, so its digits choose the letter first. */
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
