import type { CounterView } from '../../shared/protocol/views/desk.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import type { DeskProps } from '../connection/desk.ts';
import { offerOf, STEP_KEYS, type Step } from '../connection/steps.ts';
import { Press } from '../parts/press.tsx';
import { pauseReasonWords, words } from '../parts/words.ts';
import { ConfirmPriority } from './confirm-priority.tsx';
import { nextAt } from './line.ts';
import type { Question } from './question.tsx';
import { Appointment, ClassBadge, Dossiers, Minutes, Stopwatch, serviceName } from './ticket.tsx';

type Props = DeskProps & { counter: CounterView; ask(question: Question): void };

/** The visitor at the counter, and the next steps. */
export function Work(props: Props) {
  const { view, counter, commands, ask } = props;
  const offer = offerOf(counter);

  function take(step: Step): void {
    if (step === 'transfer') {
      if (counter.current) ask({ kind: 'transfer', ticket: counter.current });
    } else if (step === 'pause') ask({ kind: 'pause' });
    else void commands.step(counter.id, step);
  }

  const press = (step: Step, look: 'primary' | 'plain') => (
    <Press
      key={look === 'primary' ? 'primary' : step}
      look={look}
      shortcut={STEP_KEYS[step]}
      off={step === 'call-next' && counter.waiting === 0}
      onPress={() => take(step)}
    >
      {stepName(step, (counter.current?.dossiers ?? 1) > view.dossiersPerTurn)}
    </Press>
  );

  return (
    <section class={`work ${counter.current?.status ?? counter.state}`}>
      <Situation {...props} />
      {counter.current && <ConfirmPriority commands={commands} ticket={counter.current} />}
      <div class="steps">
        {press(offer.primary, 'primary')}
        {offer.others.length > 0 && <div class="steps-row">{offer.others.map((step) => press(step, 'plain'))}</div>}
        {offer.quiet.length > 0 && <div class="steps-row">{offer.quiet.map((step) => press(step, 'plain'))}</div>}
      </div>
    </section>
  );
}

/** A visitor with more dossiers than one turn takes finishes only this turn. */
function stepName(step: Step, turnOnly: boolean): string {
  const { steps, turnSteps } = words();
  return turnOnly && (step === 'finish' || step === 'finish-and-call') ? turnSteps[step] : steps[step];
}

function Situation({ view, counter, clock }: Props) {
  const { current, state, pauseReason, pausedUntil } = counter;
  const situation = current?.status ?? (state === 'paused' ? 'paused' : 'idle');
  return (
    <div class="situation">
      <div aria-live="polite" aria-atomic="true">
        <h1 class="label">{words().situation[situation]}</h1>
        {current && <p class="current-number">{current.number}</p>}
        {pauseReason !== null && (
          <p class="pause-reason">
            {pauseReasonWords(pauseReason)}
            {pausedUntil !== null && ` · ${words().backAt(wallClock(pausedUntil, view.office.timeZone))}`}
          </p>
        )}
      </div>
      {current ? (
        <About view={view} current={current} clock={clock} />
      ) : (
        <Next view={view} counter={counter} clock={clock} />
      )}
    </div>
  );
}

type Current = NonNullable<CounterView['current']>;

function About({ view, current, clock }: Pick<Props, 'view' | 'clock'> & { current: Current }) {
  const arrived = words().arrived(wallClock(current.arrivedAt, view.office.timeZone));
  const recalled = current.status === 'called' && current.recalls > 0 ? ` · ${words().recalled(current.recalls)}` : '';
  return (
    <>
      <p class="about">
        {serviceName(view, current)} <ClassBadge view={view} ticket={current} />{' '}
        <Dossiers view={view} ticket={current} /> <Appointment view={view} ticket={current} />
      </p>
      <p class="muted">
        {arrived}
        {recalled}
      </p>
      <Stopwatch clock={clock} at={current.status === 'serving' ? current.startedAt : current.calledAt} />
    </>
  );
}

function Next({ view, counter, clock }: Pick<Props, 'view' | 'counter' | 'clock'>) {
  const next = nextAt(view, counter, clock.value);
  if (!next) return <p class="next">{words().nobody}</p>;
  return (
    <p class="next">
      <span class="muted">{words().next}</span> <b class="number">{next.number}</b>{' '}
      <ClassBadge view={view} ticket={next} /> <Dossiers view={view} ticket={next} />{' '}
      <Appointment view={view} ticket={next} />
      <span class="muted line">
        {serviceName(view, next)} · <Minutes clock={clock} at={next.arrivedAt} text={words().waited} />
      </span>
    </p>
  );
}
