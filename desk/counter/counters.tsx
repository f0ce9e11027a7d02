import type { CounterView } from '../../shared/protocol/views/desk.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import type { DeskProps } from '../connection/desk.ts';
import { CounterTile } from '../parts/counter-tile.tsx';
import { wholeMinutes } from '../parts/duration.ts';
import { pauseReasonWords, words } from '../parts/words.ts';
import { StateMark } from './situation.tsx';

/** The other counters of the office, so that each clerk sees what the others do. */
export function Counters(props: DeskProps & { counter: CounterView }) {
  const others = props.view.counters.filter(({ id }) => id !== props.counter.id);
  const staffed = others.filter(({ clerk }) => clerk !== null);
  const closed = others.filter(({ clerk }) => clerk === null);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="counters">
      <h2 id="counters">{words().others.heading}</h2>
      <ul>
        {staffed.map((counter) => (
          <li key={counter.id} class="counter-row">
            <CounterTile number={counter.number} />
            <span class="grow">
              <strong class="line">{counter.clerk?.name}</strong>
              <WhatGoesOn {...props} counter={counter} />
            </span>
          </li>
        ))}
      </ul>
      {closed.length > 0 && (
        <p class="what-goes-on">
          <StateMark state="closed" />
          {words().others.closed(closed.map(({ number }) => number).join(', '))}
        </p>
      )}
    </section>
  );
}

/** The state of a counter with a clerk, by shape and words. */
export function WhatGoesOn({ view, clock, counter }: DeskProps & { counter: CounterView }) {
  const { state, current } = counter;
  return (
    <span class="what-goes-on">
      <StateMark state={current?.status ?? state} />
      {current
        ? current.status === 'called'
          ? words().others.calling(current.number)
          : words().others.serving(current.number, words().minutes(wholeMinutes(clock.value - current.startedAt)))
        : state === 'paused'
          ? pauseWords(counter, view.office.timeZone)
          : words().others.idle}
    </span>
  );
}

function pauseWords({ pausedUntil, pauseReason }: CounterView, timeZone: string): string {
  const paused =
    pausedUntil === null ? words().situation.paused : words().others.pausedUntil(wallClock(pausedUntil, timeZone));
  return `${paused} · ${pauseReasonWords(pauseReason ?? '')}`;
}
