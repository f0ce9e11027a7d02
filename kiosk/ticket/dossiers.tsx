import { useState } from 'preact/hooks';
import { wordsOf } from '../../shared/client/language.ts';
import { dossiers as en } from '../../shared/words/en/dossiers.ts';
import { dossiers as vi } from '../../shared/words/vi/dossiers.ts';
import { Heading } from '../parts/heading.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { BackButton, GoOnButton } from '../parts/steps.tsx';

const dossierWords = wordsOf({ vi, en });

/** The office accepts no more on one ticket. */
const MOST = 99;
const STEPS = [-10, -1, 1, 10];

interface DossiersProps {
  first: number;
  perTurn: number;
  onChoose: (dossiers: number) => void;
  onBack: () => void;
}

export function Dossiers({ first, perTurn, onChoose, onBack }: DossiersProps) {
  const [count, setCount] = useState(Math.max(2, first));
  const text = dossierWords();
  const after = (step: number) => Math.min(MOST, Math.max(1, count + step));
  return (
    <section class="page counting-page">
      <Heading help={text.howManyDossiersHelp}>{text.howManyDossiers}</Heading>
      <div class="counting">
        {STEPS.map((step, index) => (
          <button
            key={step}
            type="button"
            class={step < 0 ? 'fewer' : 'more'}
            data-rapid
            disabled={after(step) === count}
            aria-label={`${signed(step)}: ${step < 0 ? text.fewerDossiers(-step) : text.moreDossiers(step)}`}
            {...choiceKeys(index, STEPS.length)}
            onClick={() => setCount(after(step))}
          >
            {signed(step)}
          </button>
        ))}
        <output class="count" aria-live="polite">
          <b>{count}</b> {text.dossierWord(count)}
        </output>
      </div>
      <p class="turns" role="status">
        {text.turns(count, perTurn)}
      </p>
      <nav class="steps">
        <BackButton onBack={onBack} />
        <GoOnButton onGoOn={() => onChoose(count)} />
      </nav>
    </section>
  );
}

function signed(step: number): string {
  return step < 0 ? `−${-step}` : `+${step}`;
}
