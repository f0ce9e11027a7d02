import { useEffect, useState } from 'preact/hooks';
import { ticketNumber } from '../../shared/office/office.ts';
import { Digits, Key } from '../parts/digits.tsx';
import { Heading } from '../parts/heading.tsx';
import { BACK_FROM_TYPING, choiceKeys, keys } from '../parts/keys.ts';
import { speakPage } from '../parts/spoken.ts';
import { BackButton, GoOnButton } from '../parts/steps.tsx';
import { afterVoteWords } from './after-vote-words.ts';

const MOST_DIGITS = 4;
/** From more letters than these on the style sheet arranges the pad in another way. */
const CROWDED = [5, 9, 16];

interface NumberPadProps {
  letters: string[];
  onChoose: (number: string) => void;
  onBack: () => void;
}

export function NumberPad({ letters, onChoose, onBack }: NumberPadProps) {
  const [letter, setLetter] = useState(letters.length === 1 ? (letters[0] ?? '') : '');
  const [digits, setDigits] = useState('');
  const text = afterVoteWords();
  const typesDigits = letter !== '';
  useEffect(() => {
    if (!typesDigits || letters.length === 1) return;
    speakPage({ step: 'digits' });
    return () => speakPage({ step: 'number' });
  }, [typesDigits]);
  const add = (digit: string) => setDigits((before) => (before + digit).slice(0, MOST_DIGITS));
  const erase = () => (digits === '' ? setLetter('') : setDigits(digits.slice(0, -1)));
  return (
    <section class="page">
      <Heading help={text.typeNumberHelp}>{text.typeNumber}</Heading>
      <div class={['pad', ...CROWDED.filter((most) => letters.length > most).map((most) => `over-${most}`)].join(' ')}>
        <output class="typed">
          {letter || '_'}
          {digits || '___'}
        </output>
        <fieldset class="keys letters">
          <legend class="unseen">{text.letters}</legend>
          {letters.map((choice, index) => (
            <Key
              key={choice}
              sign={choice}
              spoken={`letter-${choice.toLowerCase()}`}
              // A number pad has no letters: its digit keys choose the letter first.
              shortcut={letter === '' ? choiceKeys(index, letters.length, choice) : keys(choice)}
              pressed={choice === letter}
              onPress={() => setLetter(choice)}
            />
          ))}
        </fieldset>
        <Digits keyed={typesDigits} onDigit={add} onErase={erase} />
      </div>
      <nav class="steps">
        <BackButton pressedBy={BACK_FROM_TYPING} onBack={onBack} />
        <GoOnButton
          ready={typesDigits && Number(digits) > 0}
          onGoOn={() => onChoose(ticketNumber(letter, Number(digits)))}
        />
      </nav>
    </section>
  );
}
