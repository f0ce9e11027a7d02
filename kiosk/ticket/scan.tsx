/** The pages of a scanned ticket or come-back slip. */

import { explain } from '../../shared/client/explain.ts';
import { language, say, wordsOf } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { scan as en } from '../../shared/words/en/scan.ts';
import { scan as vi } from '../../shared/words/vi/scan.ts';
import { DoneButton } from '../parts/done-button.tsx';
import { Refused, Waiting } from '../parts/message.tsx';
import { mayRetry } from '../parts/retry.ts';
import { words } from '../parts/words.ts';
import type { TicketFlow } from './flow.ts';
import type { Page } from './page.ts';
import { Ahead, Slip, Turn } from './slip.tsx';
import { stepWords } from './step-words.ts';

const scanWords = wordsOf({ vi, en });

interface ScanProps {
  page: Page & { kind: 'finding' | 'found' | 'not-found' };
  lost: boolean;
  now: EpochMs;
  timeZone: string;
  flow: TicketFlow;
}

export function Scan({ page, lost, now, timeZone, flow }: ScanProps) {
  const { home, retry } = flow;
  if (page.kind === 'finding') return <Waiting lost={lost} sentence={words().finding} />;
  if (page.kind === 'found')
    return <FoundTicket ticket={page.ticket} back={page.back} now={now} timeZone={timeZone} flow={flow} />;
  const { rejection } = page;
  if (rejection.code === 'UnknownTicket')
    return <Refused title={scanWords().notToday} sentence={scanWords().notTodayHelp} onRetry={null} onHome={home} />;
  const sentence = explain(rejection, language.value, timeZone);
  return <Refused sentence={sentence} onRetry={mayRetry(rejection) ? retry : null} onHome={home} />;
}

interface FoundTicketProps {
  ticket: HeldTicket;
  /** The scan has put the visitor into the line again. */
  back: boolean;
  now: EpochMs;
  timeZone: string;
  flow: TicketFlow;
}

function FoundTicket({ ticket, back, now, timeZone, flow }: FoundTicketProps) {
  const { tone, pictogram, state, help } = stateOf(ticket, back, timeZone);
  const waits = ticket.status === 'waiting' && ticket.ahead !== null;
  return (
    <section class="page found">
      <Slip
        number={ticket.number}
        serviceName={ticket.serviceName && say(ticket.serviceName)}
        counters={[]}
        note={null}
      >
        {waits && <Expectation ticket={ticket} now={now} timeZone={timeZone} />}
      </Slip>
      <div class={`where ${tone}`} role="status">
        <Pictogram name={pictogram} />
        <div>
          <p class="state">{state}</p>
          <p>{help}</p>
        </div>
      </div>
      <nav class="steps">
        <DoneButton timer={flow.idleTimer} onDone={flow.home} />
      </nav>
    </section>
  );
}

interface ExpectationProps {
  ticket: HeldTicket & { status: 'waiting' };
  now: EpochMs;
  timeZone: string;
}

function Expectation({ ticket: { ahead, estimate, noClerk, appointmentAt }, now, timeZone }: ExpectationProps) {
  if (ahead === null) return null;
  const booked = appointmentAt === null ? {} : { label: stepWords().appointment(clock(appointmentAt, timeZone)) };
  return (
    <>
      <Turn estimate={estimate} from={now} timeZone={timeZone} noClerk={noClerk} {...booked} />
      <Ahead ahead={ahead} />
    </>
  );
}

interface TicketState {
  /** `now`: the visitor must go to a counter at this moment. */
  tone: '' | 'good' | 'watch' | 'now';
  pictogram: string;
  state: string;
  help: string;
}

function stateOf(ticket: HeldTicket, back: boolean, timeZone: string): TicketState {
  const text = scanWords();
  switch (ticket.status) {
    case 'waiting': {
      if (ticket.stranded) return { tone: 'watch', pictogram: 'warn', state: text.stranded, help: text.strandedHelp };
      if (back) return { tone: 'good', pictogram: 'check', state: text.back, help: text.waitingHelp };
      if (ticket.ahead !== null || ticket.notBefore === null)
        return { tone: '', pictogram: 'people', state: text.waiting, help: text.waitingHelp };
      const from = clock(ticket.notBefore, timeZone);
      return { tone: '', pictogram: 'clock', state: text.later(from), help: text.laterHelp(from) };
    }
    case 'called':
      return {
        tone: 'now',
        pictogram: 'next',
        state: text.called(ticket.counterNumber),
        help: text.calledHelp,
      };
    case 'serving':
      return { tone: '', pictogram: 'papers', state: text.serving(ticket.counterNumber), help: text.servingHelp };
    case 'missed':
    case 'away':
      return { tone: 'watch', pictogram: 'warn', state: text.left, help: text.leftHelp };
    case 'done':
      return {
        tone: 'good',
        pictogram: 'check',
        state: text.done,
        help: ticket.rated ? text.ratedHelp : text.doneHelp,
      };
    case 'withdrawn':
    case 'expired':
      return { tone: '', pictogram: 'no', state: text[ticket.status], help: text.overHelp };
    default:
      return ticket satisfies never;
  }
}
