import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { DeskProps } from '../connection/desk.ts';
import { pauseReasonWords, words } from '../parts/words.ts';

/** All counters of the office, so that each clerk sees what the others do. */
export function Counters({ view }: DeskProps) {
  return (
    <section class="card" aria-labelledby="counters">
      <h2 id="counters">{words().others.heading}</h2>
      <ul class="rows">
        {view.counters.map((counter) => (
          <li key={counter.id} class={`counter-row ${counter.state}`}>
            <span class="sign small">
              <span class="unseen">{words().counter(counter.number)}</span>
              <span aria-hidden="true">{counter.number}</span>
            </span>
            <span class="grow">
              <strong>{counter.clerk?.name ?? words().others.closed}</strong>
              {counter.clerk?.id === view.me.id && <em class="mark">{words().others.me}</em>}
              {counter.clerk && <span class="muted line">{whatGoesOn(counter)}</span>}
            </span>
            {counter.current && <b class="number">{counter.current.number}</b>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function whatGoesOn({ state, current, pauseReason }: CounterView): string {
  if (state === 'paused') return `${words().situation.paused}: ${pauseReasonWords(pauseReason ?? '')}`;
  if (!current) return words().others.idle;
  return words().situation[current.status];
}
