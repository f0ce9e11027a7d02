import { useState } from 'preact/hooks';
import { wordsOf } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { KioskService } from '../../shared/protocol/views/kiosk.ts';
import { dossiers as en } from '../../shared/words/en/dossiers.ts';
import { dossiers as vi } from '../../shared/words/vi/dossiers.ts';
import { Digits } from '../parts/digits.tsx';
import { Heading } from '../parts/heading.tsx';
import { BACK_FROM_TYPING, choiceKeys, keys } from '../parts/keys.ts';
import { BackButton, GoOnButton } from '../parts/steps.tsx';
import { Chosen } from './chosen.tsx';

const dossierWords = wordsOf({ vi, en });

/** A visitor with one dossier does not come to this page. */
const BY_ONE_PRESS = [2, 3, 4, 5, 6, 7, 8, 9];
/** Digits: the office accepts at most 99 dossiers on one ticket. */
const LENGTH = 2;

interface DossiersProps {
  service: KioskService | null;
  /** How many were chosen before; 1 at first. */
  chosen: number;
  perTurn: number;
  /** Whether the number is typed. */
  typing: boolean;
  timeZone: string;
  onChoose: (dossiers: number) => void;
  onType: () => void;
  onBack: () => void;
}

/** How many dossiers a visitor hands in who has several. */
export function Dossiers(props: DossiersProps) {
  return props.typing ? <TypedDossiers {...props} /> : <DossierTiles {...props} />;
}

function DossierTiles({ service, chosen, perTurn, timeZone, onChoose, onType, onBack }: DossiersProps) {
  const text = dossierWords();
  return (
    <section class="page counting-page">
      <Chosen service={service} timeZone={timeZone} />
      <Heading help={text.howManyDossiersHelp} sign="touch">
        {text.howManyDossiers}
      </Heading>
      <div class="counting">
        {BY_ONE_PRESS.map((count) => (
          <button
            key={count}
            type="button"
            class="tile count"
            aria-pressed={count === chosen}
            data-spoken={`digit-${count}`}
            {...keys(String(count))}
            onClick={() => onChoose(count)}
          >
            <b>{count}</b> <i>{text.dossiers(count).replace(/^\d+\s/, '')}, </i>
            <span>{text.turnsOf(Math.ceil(count / perTurn))}</span>
          </button>
        ))}
        <button
          type="button"
          class="tile count more"
          aria-pressed={chosen > Math.max(...BY_ONE_PRESS)}
          {...choiceKeys(0, 1)}
          onClick={onType}
        >
          <b>{text.more}</b> <span>{text.moreHelp}</span>
        </button>
      </div>
      <p class="note">
        <Pictogram name="people" />
        {text.turns(perTurn)}
      </p>
      <nav class="steps">
        <BackButton onBack={onBack} />
      </nav>
    </section>
  );
}

function TypedDossiers({ service, perTurn, timeZone, onChoose, onBack }: DossiersProps) {
  const [digits, setDigits] = useState('');
  const text = dossierWords();
  const count = Number(digits);
  return (
    <section class="page typing-page">
      <Chosen service={service} timeZone={timeZone} />
      <Heading help={text.typeHelp}>{text.howManyDossiers}</Heading>
      <div class="pad">
        <div class="entry">
          <output class="typed" aria-label={text.typed}>
            {digits.padEnd(LENGTH, '_')}
          </output>
          <p class="turns" role="status">
            {count > 1 && `${text.dossiers(count)} · ${text.turnsOf(Math.ceil(count / perTurn))}`}
          </p>
        </div>
        <Digits
          keyed
          onDigit={(digit) => setDigits((before) => (before + digit).replace(/^0+/, '').slice(0, LENGTH))}
          onErase={() => setDigits((before) => before.slice(0, -1))}
          onClear={() => setDigits('')}
        />
      </div>
      <nav class="steps">
        <BackButton pressedBy={BACK_FROM_TYPING} onBack={onBack} />
        <GoOnButton ready={count > 1} onGoOn={() => onChoose(count)} />
      </nav>
    </section>
  );
}
