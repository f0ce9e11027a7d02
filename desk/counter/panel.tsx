import { useSignal } from '@preact/signals';
import type { CounterView } from '../../shared/protocol/views/hall.ts';
import type { Part } from '../connection/desk.ts';
import { words } from '../parts/words.ts';
import { Counters } from './counters.tsx';
import { Finished } from './finished.tsx';
import { type Question, QuestionDialog } from './question.tsx';
import { Returnable } from './returnable.tsx';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';
import { Work } from './work.tsx';

/** All a clerk needs at one counter. */
export function Panel(part: Part & { counter: CounterView }) {
  const question = useSignal<Question | null>(null);
  const ask = (asked: Question) => {
    question.value = asked;
  };
  return (
    <main class="panel">
      <div class="column work-column">
        <Work {...part} ask={ask} />
      </div>
      <div class="column waiting-column">
        <Trouble {...part} />
        <Waiting {...part} ask={ask} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and often holds nothing else that takes the focus */}
      <aside class="column side-column" aria-label={words().others.aside} tabIndex={0}>
        <Returnable {...part} />
        <Counters {...part} />
        <Finished {...part} />
      </aside>
      {question.value && (
        <QuestionDialog
          {...part}
          question={question.value}
          onClose={() => {
            question.value = null;
          }}
        />
      )}
    </main>
  );
}
