import { wordsOf } from '../../shared/client/language.ts';
import { MORE } from '../../shared/spoken/choices.ts';
import { digits as en } from '../../shared/words/en/digits.ts';
import { digits as vi } from '../../shared/words/vi/digits.ts';
import { Icon } from './icons.tsx';
import { type choiceKeys, keys } from './keys.ts';

const digitWords = wordsOf({ vi, en });

const ERASE = 'M8 5h13v14H8l-6-7ZM12 9.5l5 5M17 9.5l-5 5';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

interface DigitsProps {
  /** Whether the digit keys of a number pad type digits now; before, they choose a letter. */
  keyed: boolean;
  onDigit: (digit: string) => void;
  onErase: () => void;
  /** Without it there is no button that erases all. */
  onClear?: () => void;
}

/** Buttons for the ten digits and for erasing, arranged as on a telephone. The last row is filled where all can be erased at once. */
export function Digits({ keyed, onDigit, onErase, onClear }: DigitsProps) {
  return (
    <fieldset class="keys digits">
      <legend class="unseen">{digitWords().digits}</legend>
      {onClear && (
        <button type="button" class="clear" data-rapid {...keys('Delete')} onClick={onClear}>
          {digitWords().clear}
        </button>
      )}
      {DIGITS.map((digit) => (
        <Key
          key={digit}
          sign={digit}
          spoken={`digit-${digit}`}
          shortcut={keyed ? keys(digit) : {}}
          kind={digit === '0' ? 'zero' : ''}
          onPress={() => onDigit(digit)}
        />
      ))}
      <button
        type="button"
        class="erase"
        data-rapid
        {...(keyed ? keys('Backspace', MORE) : keys('Backspace'))}
        aria-label={digitWords().erase}
        onClick={onErase}
      >
        <Icon shape={ERASE} />
      </button>
    </fieldset>
  );
}

interface KeyProps {
  sign: string;
  /** How the voice calls it, as in `SpokenHelp`. */
  spoken: string;
  shortcut: Partial<ReturnType<typeof choiceKeys>>;
  kind?: string;
  pressed?: boolean;
  onPress: () => void;
}

export function Key({ sign, spoken, shortcut, kind = '', pressed, onPress }: KeyProps) {
  return (
    <button
      type="button"
      class={kind}
      data-rapid
      data-spoken={spoken}
      {...shortcut}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
