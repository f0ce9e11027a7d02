import { say } from '../../shared/client/language.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { DeskProps } from '../connection/desk.ts';
import { offerOf, STEP_KEYS, type Step } from '../connection/steps.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { ConfirmPriority } from './confirm-priority.tsx';
import { nextAt } from './line.ts';
import type { Question } from './question.tsx';
import { Situation } from './situation.tsx';
import { serviceName } from './ticket.tsx';

type Props = DeskProps & { counter: CounterView; ask(question: Question): void };

/** The visitor at the counter, and the next steps. */
export function Work(props: Props) {
  const { view, counter, commands, ask } = props;
  const { primary, others, quiet } = offerOf(counter);
  const finishesAlone = primary === 'finish-and-call' && counter.waiting === 0;
  const turnOnly = (counter.current?.dossiers ?? 1) > view.dossiersPerTurn;

  function take(step: Step): void {
    if (step === 'transfer') {
      if (counter.current) ask({ kind: 'transfer', ticket: counter.current });
    } else if (step === 'pause') ask({ kind: 'pause' });
    else void commands.step(counter.id, step, counter.current?.id);
  }

  const press = (step: Step, look: 'plain' | 'quiet') => (
    <Press key={step} look={look} shortcut={STEP_KEYS[step]} onPress={() => take(step)}>
      {stepName(step, turnOnly)}
    </Press>
  );
  const boxed = others.filter((step) => !(finishesAlone && step === 'finish'));

  return (
    <section class={`work ${counter.current?.status ?? counter.state}`}>
      <Situation {...props} />
      {counter.current && <ConfirmPriority view={view} commands={commands} ticket={counter.current} />}
      <div class="steps">
        <Press
          key="primary"
          look={(primary === 'call-next' || primary === 'finish-and-call') && !finishesAlone ? 'call' : 'primary'}
          shortcut={STEP_KEYS[primary]}
          {...(finishesAlone && { alsoKey: STEP_KEYS.finish })}
          off={primary === 'call-next' && counter.waiting === 0}
          onPress={() => take(primary)}
        >
          {finishesAlone ? (turnOnly ? words().turnSteps.finish : words().finishAlone) : stepName(primary, turnOnly)}
          <ComesNext {...props} step={primary} />
        </Press>
        {boxed.length > 0 && <div class="steps-row">{boxed.map((step) => press(step, 'plain'))}</div>}
        {quiet.length > 0 && <div class="steps-row">{quiet.map((step) => press(step, 'quiet'))}</div>}
      </div>
    </section>
  );
}

/** A visitor with more dossiers than one turn takes finishes only this turn. */
function stepName(step: Step, turnOnly: boolean): string {
  const { steps, turnSteps } = words();
  return turnOnly && (step === 'finish' || step === 'finish-and-call') ? turnSteps[step] : steps[step];
}

/** Who comes with this press as things are now. The press calls the next by the rule, not this ticket. */
function ComesNext({ view, counter, clock, step }: Props & { step: Step }) {
  if (step !== 'call-next' && step !== 'finish-and-call') return null;
  if (counter.waiting === 0) return <span class="comes-next">{words().waiting.none}</span>;
  const next = nextAt(view, counter, clock.value);
  if (!next) return null;
  const known = view.classes.find(({ id }) => id === next.classId && id !== REGULAR);
  return (
    <span class="comes-next">
      <b>{next.number}</b>
      {words().comesNext(known ? say(known.name) : serviceName(view, next))}
    </span>
  );
}
