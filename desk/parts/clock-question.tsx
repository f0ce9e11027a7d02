import { language } from '../../shared/client/language.ts';
import type { ClockQuestion as Question } from '../../shared/protocol/views/clock.ts';
import type { EpochMs } from '../../shared/time.ts';
import { date, clock as wallClock } from '../../shared/words/common.ts';
import type { DeskCommands } from '../connection/commands.ts';
import type { DeskProps } from '../connection/desk.ts';
import { Press } from './press.tsx';
import { words } from './words.ts';

/** On every page of the desk: the server's clock has left the office's time, and a supervisor says which one is right. */
export function ClockQuestion({ view, commands }: Pick<DeskProps, 'view' | 'commands'>) {
  const question = view.clockQuestion;
  const text = words().clockQuestion;
  const { timeZone } = view.office;
  return (
    // Read aloud when it appears, but not again each time that the shown times go on.
    <div aria-live="assertive" aria-atomic="false" aria-relevant="additions">
      {question && (
        <section class="card clock-question" aria-labelledby="clock-question">
          <h2 id="clock-question">{text.heading}</h2>
          <p>{view.supervisor ? text.lead : `${text.lead} ${text.askSupervisor}`}</p>
          <div class="times">
            <Choice label={text.office} at={question.officeTime} timeZone={timeZone} help={text.officeHelp}>
              {view.supervisor && <Answer question={question} trust="office" commands={commands} />}
            </Choice>
            <Choice label={text.machine} at={question.machineTime} timeZone={timeZone} help={consequences(question)}>
              {view.supervisor && <Answer question={question} trust="machine" commands={commands} />}
            </Choice>
          </div>
        </section>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  at: EpochMs;
  timeZone: string;
  help: string;
  children: preact.ComponentChildren;
}

function Choice({ label, at, timeZone, help, children }: ChoiceProps) {
  return (
    <div class="time">
      <p class="muted">{label}</p>
      <p class="shown">
        <b>{wallClock(at, timeZone)}</b> {date(at, timeZone, language.value)}
      </p>
      <p class="help">{help}</p>
      {children}
    </div>
  );
}

interface AnswerProps {
  question: Question;
  trust: 'office' | 'machine';
  commands: DeskCommands;
}

function Answer({ question, trust, commands }: AnswerProps) {
  const text = words().clockQuestion;
  const { tickets, counters } = question.ends;
  return (
    <Press
      look={trust === 'machine' && tickets + counters > 0 ? 'danger' : 'plain'}
      off={commands.busy.value}
      onPress={() => void commands.answerClock(question.id, trust)}
    >
      {text[trust === 'machine' ? 'machineIsRight' : 'officeIsRight']}
    </Press>
  );
}

/** What ends when the office follows the server's clock. */
function consequences({ ends }: Question): string {
  const text = words().clockQuestion;
  if (ends.day) return text.endsDay(ends.tickets, ends.counters);
  return ends.session ? text.endsSession : text.endsNothing;
}
