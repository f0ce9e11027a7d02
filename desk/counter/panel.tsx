import { useSignal } from '@preact/signals';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import { clock } from '../../shared/words/common.ts';
import type { DeskProps } from '../connection/desk.ts';
import { words } from '../parts/words.ts';
import { Counters } from './counters.tsx';
import { type Question, QuestionDialog } from './question.tsx';
import { Returnable } from './returnable.tsx';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';
import { Work } from './work.tsx';

const FINISHED_SHOWN = 3;

/** The page of a clerk at a counter. */
export function Panel(props: DeskProps & { counter: CounterView }) {
  const question = useSignal<Question | null>(null);
  const ask = (asked: Question) => {
    question.value = asked;
  };
  return (
    <main class="panel">
      <div class="column work-column">
        <Work {...props} ask={ask} />
      </div>
      <div class="column waiting-column">
        <Trouble {...props} />
        <Waiting {...props} ask={ask} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and often holds nothing else that takes the focus */}
      <aside class="column side-column" aria-label={words().others.aside} tabIndex={0}>
        <Returnable {...props} />
        <Finished {...props} />
        <Counters {...props} />
      </aside>
      {question.value && (
        <QuestionDialog
          {...props}
          question={question.value}
          onClose={() => {
            question.value = null;
          }}
        />
      )}
    </main>
  );
}

/** The last visits of the office that are finished. */
function Finished({ view }: DeskProps) {
  if (view.finished.length === 0) return null;
  return (
    <section aria-labelledby="finished">
      <h2 id="finished">{words().finished.heading}</h2>
      <ul>
        {view.finished.slice(0, FINISHED_SHOWN).map((visit) => (
          <li key={visit.id} class="finished-row">
            <b class="number">{visit.number}</b>{' '}
            <time class="muted">{clock(visit.finishedAt, view.office.timeZone)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
