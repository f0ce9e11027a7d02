import { useState } from 'preact/hooks';
import { ticketNumber } from '../../shared/office.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { keys } from '../parts/keys.ts';
import { words } from '../parts/words.ts';
import { ratingWords } from './words.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const LONGEST = 4;

interface NumberPadProps {
  letters: string[];
  onChoose: (number: string) => void;
  onBack: () => void;
}

export function NumberPad({ letters, onChoose, onBack }: NumberPadProps) {
  const [letter, setLetter] = useState(letters.length === 1 ? (letters[0] ?? '') : '');
  const [digits, setDigits] = useState('');
  const text = ratingWords();
  const complete = letter !== '' && Number(digits) > 0;
  const add = (digit: string) => setDigits((before) => (before + digit).slice(0, LONGEST));
  const erase = () => (digits === '' ? setLetter('') : setDigits(digits.slice(0, -1)));
  return (
    <section class="page">
      <Heading help={text.typeNumberHelp}>{text.typeNumber}</Heading>
      <div class="pad">
        <output class="typed">
          {letter || '_'}
          {digits || '___'}
        </output>
        <fieldset class="keys letters" aria-label={text.letters}>
          {letters.map((choice, index) => (
            <Key
              key={choice}
              sign={choice}
              pressedBy={letter === '' ? [String(index + 1), choice] : [choice]}
              pressed={choice === letter}
              onPress={() => setLetter(choice)}
            />
          ))}
        </fieldset>
        <fieldset class="keys digits" aria-label={text.digits}>
          {DIGITS.map((digit) => (
            <Key
              key={digit}
              sign={digit}
              pressedBy={letter === '' ? [] : [digit]}
              kind={digit === '0' ? 'zero' : ''}
              onPress={() => add(digit)}
            />
          ))}
          <button type="button" data-rapid {...keys('Backspace', '.')} aria-label={text.erase} onClick={erase}>
            <Icon shape="erase" />
          </button>
        </fieldset>
      </div>
      <nav class="steps">
        <button type="button" {...keys('-', 'Escape')} onClick={onBack}>
          <Icon shape="back" />
          {words().back}
        </button>
        <button
          type="button"
          class="primary"
          disabled={!complete}
          {...keys('Enter')}
          onClick={() => onChoose(ticketNumber(letter, Number(digits)))}
        >
          {text.next}
        </button>
      </nav>
    </section>
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

function Key({ sign, pressedBy: [first, ...others], kind = '', pressed, onPress }: KeyProps) {
  const shortcut = first === undefined ? {} : keys(first, ...others);
  return (
    <button type="button" class={kind} data-rapid {...shortcut} aria-pressed={pressed} onClick={onPress}>
      {sign}
    </button>
  );
}
