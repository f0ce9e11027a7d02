import type { Text } from '../../shared/language.ts';
import { clock } from '../../shared/words/common.ts';
import { Bilingual, phrase } from '../parts/bilingual.tsx';
import type { CounterSign } from './counter-sign.ts';
import { signPhrase } from './words.ts';

interface Props {
  sign: CounterSign;
  timeZone: string;
}

/** The number called or served here, or why there is none. */
export function Stage({ sign: { stage, number, backAt }, timeZone }: Props) {
  switch (stage) {
    case 'called':
    case 'serving':
      return (
        <section class="stage" aria-live="polite">
          <h2>
            <Bilingual text={phrase((words) => (stage === 'called' ? words.pleaseCome : words.nowServing))} />
          </h2>
          <p class={`number signs-${number?.length ?? 0}`}>{number}</p>
          {stage === 'called' && <i class="pulse" />}
        </section>
      );
    case 'ready':
      return <Saying head={signPhrase((words) => words.ready)} body={signPhrase((words) => words.readyHint)} />;
    case 'paused':
      return (
        <Saying
          head={signPhrase((words) => words.paused)}
          body={signPhrase((words) => (backAt === null ? words.pausedHint : words.backAt(clock(backAt, timeZone))))}
        />
      );
    case 'closed':
      return <Saying head={signPhrase((words) => words.closed)} body={signPhrase((words) => words.closedHint)} />;
    default:
      return stage satisfies never;
  }
}

function Saying({ head, body }: { head: Text; body: Text }) {
  return (
    <section class="stage saying" aria-live="polite">
      <h2>
        <Bilingual text={head} />
      </h2>
      <p>
        <Bilingual text={body} />
      </p>
    </section>
  );
}
