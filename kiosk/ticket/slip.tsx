/** A ticket as it is drawn on the screen: above the tear line the number, below it what its holder can expect. */
import type { ComponentChildren } from 'preact';
import { language } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clockRange, waitRange } from '../../shared/words/common.ts';
import { counterList } from '../../shared/words/counter-list.ts';
import { Heading } from '../parts/heading.tsx';
import { stepWords } from './step-words.ts';

/** These take half a sign more room. */
const WIDE_LETTERS = /[MW]/;

/** How wide a number is, in signs of usual width. */
export function signsOf(number: string): number {
  return number.length + (WIDE_LETTERS.test(number) ? 0.5 : 0);
}

interface SlipProps {
  number: string;
  serviceName: string | null;
  /** The numbers of the counters that serve it. */
  counters: readonly number[];
  /** A further line about the ticket. */
  note: string | null;
  /** What its holder can expect: one or two `Expected`. */
  children: ComponentChildren;
}

export function Slip({ number, serviceName, counters, note, children }: SlipProps) {
  const text = stepWords();
  return (
    <div class="slip" style={{ '--signs': signsOf(number) }}>
      <Heading>
        <span class="label">{text.yourNumber}</span>
        <span class="number">{number}</span>
      </Heading>
      <p class="served">
        {serviceName !== null && (
          <strong>
            <Name text={serviceName} />
          </strong>
        )}
        {counters.length > 0 && (
          <>
            {' · '}
            <span class="part">{text.counters(counterList(counters))}</span>
          </>
        )}
      </p>
      {note !== null && <p class="slip-note">{note}</p>}
      {children && <div class="expected">{children}</div>}
    </div>
  );
}

interface ExpectedProps {
  label: string;
  /** The fact itself, in large letters. */
  value: string;
  help?: string | null;
  /** A sentence takes smaller letters than a time or a number. */
  sentence?: boolean;
}

export function Expected({ label, value, help = null, sentence = false }: ExpectedProps) {
  return (
    <p>
      <span>{label}</span>
      <strong class={sentence ? 'sentence' : ''}>{value}</strong>
      {help !== null && <span>{help}</span>}
    </p>
  );
}

/** How many visitors are called first. */
export function Ahead({ ahead }: { ahead: number }) {
  const text = stepWords();
  if (ahead === 0) return <Expected label="" value={text.isNext} help={text.isNextHelp} sentence />;
  return <Expected label={text.ahead} value={String(ahead)} help={text.aheadHelp(ahead)} />;
}

interface TurnProps {
  estimate: Estimate | null;
  /** From when the wait is counted. */
  from: EpochMs;
  timeZone: string;
  noClerk: boolean;
  /** In place of "your turn is expected at". */
  label?: string;
}

/** When the turn of a visitor comes; nothing when too little is known. */
export function Turn({ estimate, from, timeZone, noClerk, label }: TurnProps) {
  const text = stepWords();
  if (noClerk) return <Expected label={label ?? text.expected} value={text.noClerk} sentence />;
  if (!estimate) return null;
  const range = waitRange(estimate, language.value);
  return (
    <Expected
      label={label ?? text.expected}
      value={clockRange(from, estimate, timeZone)}
      help={text.waitRange(range)}
    />
  );
}
