import { useState } from 'preact/hooks';
import { wordsOf } from '../../shared/client/language.ts';
import { code as en } from '../../shared/words/en/code.ts';
import { code as vi } from '../../shared/words/vi/code.ts';
import { Digits } from '../parts/digits.tsx';
import { Heading } from '../parts/heading.tsx';
import { BACK_FROM_TYPING } from '../parts/keys.ts';
import { BackButton, GoOnButton } from '../parts/steps.tsx';

const codeWords = wordsOf({ vi, en });

const LENGTH = 6;

interface CodeProps {
  onChoose: (code: string) => void;
  onBack: () => void;
}

/** The page on which a visitor types the code of an appointment. */
export function Code({ onChoose, onBack }: CodeProps) {
  const [code, setCode] = useState('');
  const text = codeWords();
  const shown = code.padEnd(LENGTH, '_');
  return (
    <section class="page">
      <Heading help={text.help}>{text.title}</Heading>
      <div class="pad code-pad">
        <output class="typed" aria-label={text.typed}>
          {shown.slice(0, LENGTH / 2)} {shown.slice(LENGTH / 2)}
        </output>
        <Digits
          keyed
          onDigit={(digit) => setCode((before) => (before + digit).slice(0, LENGTH))}
          onErase={() => setCode((before) => before.slice(0, -1))}
        />
      </div>
      <nav class="steps">
        <BackButton pressedBy={BACK_FROM_TYPING} onBack={onBack} />
        <GoOnButton ready={code.length === LENGTH} onGoOn={() => onChoose(code)} />
      </nav>
    </section>
  );
}
