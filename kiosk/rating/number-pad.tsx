import { useState } from 'preact/hooks';
import { ticketNumber } from '../../shared/office.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
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
          {letters.map((choice) => (
            <Key key={choice} sign={choice} pressed={choice === letter} onPress={() => setLetter(choice)} />
          ))}
        </fieldset>
        <fieldset class="keys digits" aria-label={text.digits}>
          {DIGITS.map((digit) => (
            <Key key={digit} sign={digit} kind={digit === '0' ? 'zero' : ''} onPress={() => add(digit)} />
          ))}
          <button type="button" data-rapid aria-keyshortcuts="Backspace" aria-label={text.erase} onClick={erase}>
            <Icon shape="erase" />
          </button>
        </fieldset>
      </div>
      <nav class="steps">
        <button type="button" aria-keyshortcuts="Escape" onClick={onBack}>
          <Icon shape="back" />
          {words().back}
        </button>
        <button
          type="button"
          class="primary"
          disabled={!complete}
          aria-keyshortcuts="Enter"
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
  kind?: string;
  pressed?: boolean;
  onPress: () => void;
}

function Key({ sign, kind = '', pressed, onPress }: KeyProps) {
  return (
    <button type="button" class={kind} data-rapid aria-keyshortcuts={sign} aria-pressed={pressed} onClick={onPress}>
      {sign}
    </button>
  );
}
