import { Name } from '../../shared/client/name.tsx';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import { MINUTE } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import type { DeskProps } from '../connection/desk.ts';
import { wholeMinutes } from '../parts/duration.ts';
import { pauseReasonWords, words } from '../parts/words.ts';
import { lineAt } from './line.ts';
import { Appointment, ClassBadge, Dossiers, Stopwatch, serviceName } from './ticket.tsx';

type Props = DeskProps & { counter: CounterView };
type Current = NonNullable<CounterView['current']>;
type Mark = Current['status'] | CounterView['state'];

/** The shape that stands for a state, always beside a word that says the same. */
export function StateMark({ state }: { state: Mark }) {
  return <span class={`state-mark ${state}`} aria-hidden="true" />;
}

/** What goes on at this counter. Only the block of a visitor at the counter is dark. */
export function Situation(props: Props) {
  const { view, counter } = props;
  const { current, state, pauseReason, pausedUntil } = counter;
  const situation = current?.status ?? (state === 'paused' ? 'paused' : 'idle');
  return (
    <div class="situation">
      <div aria-live="polite" aria-atomic="true">
        <h1 class="label">
          <StateMark state={current?.status ?? state} />
          {words().situation[situation]}
          {situation === 'called' && ` ${counter.number}`}
        </h1>
        {current && (
          <p class={current.number.length > 4 ? 'current-number long' : 'current-number'}>{current.number}</p>
        )}
        {pauseReason !== null && (
          <p class="headline">
            {pauseReasonWords(pauseReason)}
            {pausedUntil !== null && (
              <span class="back-at">{words().backAt(wallClock(pausedUntil, view.office.timeZone))}</span>
            )}
          </p>
        )}
      </div>
      {current ? <About {...props} current={current} /> : state === 'open' && <Length {...props} />}
    </div>
  );
}

function About({ view, clock, current }: Props & { current: Current }) {
  const arrived = words().arrived(wallClock(current.arrivedAt, view.office.timeZone));
  const waited = words().waited(wholeMinutes(current.calledAt - current.arrivedAt));
  const recalled = current.status === 'called' && current.recalls > 0 ? ` · ${words().recalled(current.recalls)}` : '';
  const since = current.status === 'serving' ? current.startedAt : current.calledAt;
  return (
    <>
      <p class="service">
        <Name text={serviceName(view, current)} />
      </p>
      <p class="detail">
        {arrived} · {waited}
        {recalled}
      </p>
      <p class="chips">
        {current.classConfirmed && <ClassBadge view={view} ticket={current} />}{' '}
        <Dossiers view={view} ticket={current} /> <Appointment view={view} ticket={current} />
      </p>
      <Stopwatch clock={clock} at={since} />
      {current.status === 'serving' && current.usualMinutes !== null && (
        <Pace usualMinutes={current.usualMinutes} passed={clock.value - current.startedAt} />
      )}
    </>
  );
}

/** A bar up to twice the usual time, with a tick at the usual time. */
function Pace({ usualMinutes, passed }: { usualMinutes: number; passed: number }) {
  const part = Math.min(1, Math.max(0, passed / (2 * usualMinutes * MINUTE)));
  return (
    <div class="pace">
      <svg aria-hidden="true">
        <rect class="track" width="100%" height="6" y="5" rx="3" />
        <rect class="passed" width={`${(100 * part).toFixed(1)}%`} height="6" y="5" rx="3" />
        <rect class="tick" x="50%" width="2" height="16" />
      </svg>
      <p>{words().usual(usualMinutes)}</p>
    </div>
  );
}

/** How many wait for an idle counter, and how long the first of them by arrival. */
function Length({ view, counter, clock }: Props) {
  if (counter.waiting === 0) return <p class="headline">{words().nobody}</p>;
  const arrivals = lineAt(view, counter, clock.value).map(({ arrivedAt }) => arrivedAt);
  const longest = wholeMinutes(clock.value - Math.min(clock.value, ...arrivals));
  return (
    <p class="headline">
      {words().choose.waiting(counter.waiting)}
      {longest > 0 && <span class="back-at">{words().longestWait(longest)}</span>}
    </p>
  );
}
