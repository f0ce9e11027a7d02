import { useState } from 'preact/hooks';
import { explain } from '../../shared/client/explain.ts';
import { language, wordsOf } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import { codeGroups } from '../../shared/words/common.ts';
import { code as en } from '../../shared/words/en/code.ts';
import { code as vi } from '../../shared/words/vi/code.ts';
import { Digits } from '../parts/digits.tsx';
import { Heading } from '../parts/heading.tsx';
import { BACK_FROM_TYPING } from '../parts/keys.ts';
import { BackButton } from '../parts/steps.tsx';

const codeWords = wordsOf({ vi, en });

const LENGTH = 6;

interface CodeProps {
  /** Why the code typed before cannot be used. */
  rejection: Rejection | null;
  timeZone: string;
  onChoose: (code: string) => void;
  onBack: () => void;
}

/** The page on which a visitor types the code of an appointment. After the sixth digit it goes on by itself. */
export function Code({ rejection, timeZone, onChoose, onBack }: CodeProps) {
  const [code, setCode] = useState('');
  const text = codeWords();
  const add = (digit: string) => {
    const longer = code + digit;
    setCode(longer);
    if (longer.length === LENGTH) onChoose(longer);
  };
  return (
    <section class="page typing-page">
      <Heading help={text.help}>{text.title}</Heading>
      <div class="pad code-pad">
        <div class="entry">
          <output class="typed" aria-label={text.typed}>
            {codeGroups(code.padEnd(LENGTH, '_')).join(' ')}
          </output>
          <p class="mistyped" role="alert">
            {rejection && code === '' && (
              <>
                <Pictogram name="warn" />
                <span>{explain(rejection, language.value, timeZone)}</span>
              </>
            )}
          </p>
        </div>
        <Digits
          keyed
          onDigit={add}
          onErase={() => setCode((before) => before.slice(0, -1))}
          onClear={() => setCode('')}
        />
      </div>
      <nav class="steps">
        <BackButton pressedBy={BACK_FROM_TYPING} onBack={onBack} />
      </nav>
    </section>
  );
}
