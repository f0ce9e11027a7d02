/** The pages of a scanned ticket or come-back slip. */

import { explain } from '../../shared/client/explain.ts';
import { language, say, wordsOf } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import { clock } from '../../shared/words/common.ts';
import { scan as en } from '../../shared/words/en/scan.ts';
import { scan as vi } from '../../shared/words/vi/scan.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon, type Shape } from '../parts/icons.tsx';
import { Refused, Waiting } from '../parts/message.tsx';
import { moreIcons } from '../parts/more-icons.ts';
import { mayRetry } from '../parts/retry.ts';
import { DoneStep } from '../parts/steps.tsx';
import { words } from '../parts/words.ts';
import { Fact, WaitFacts } from './facts.tsx';
import type { TicketFlow } from './flow.ts';
import { icons } from './icons.ts';
import type { Page } from './page.ts';
import { ticketWords } from './words.ts';

const scanWords = wordsOf({ vi, en });

interface ScanProps {
  page: Page & { kind: 'finding' | 'found' | 'not-found' };
  lost: boolean;
  timeZone: string;
  flow: TicketFlow;
}

export function Scan({ page, lost, timeZone, flow: { idleTimer, home, retry } }: ScanProps) {
  if (page.kind === 'finding') return <Waiting lost={lost} sentence={words().finding} />;
  if (page.kind === 'found') {
    const { ticket, back } = page;
    const remaining = idleTimer.remaining.value;
    return <FoundTicket ticket={ticket} back={back} timeZone={timeZone} remaining={remaining} onDone={home} />;
  }
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
  timeZone: string;
  /** Seconds until the page returns to the start. */
  remaining: number | null;
  onDone: () => void;
}

function FoundTicket({ ticket, back, timeZone, remaining, onDone }: FoundTicketProps) {
  const { tone, shape, state, help } = stateOf(ticket, back, timeZone);
  return (
    <section class="page result">
      <div class="slip">
        <Heading>
          <span class="label">{ticketWords().yourNumber}</span>
          <span class="number">{ticket.number}</span>
        </Heading>
        {ticket.serviceName && (
          <span class="name">
            <Name text={say(ticket.serviceName)} />
          </span>
        )}
        {ticket.status === 'waiting' && <Wait ticket={ticket} timeZone={timeZone} />}
      </div>
      <div class={`paper ${tone}`} role="status">
        <span class={tone === 'warn' ? 'sign warn' : 'sign'}>
          <Icon shape={shape} />
        </span>
        <div>
          <p class="state">{state}</p>
          <p>{help}</p>
        </div>
      </div>
      <DoneStep remaining={remaining} onDone={onDone} />
    </section>
  );
}

function Wait({ ticket, timeZone }: { ticket: HeldTicket & { status: 'waiting' }; timeZone: string }) {
  const { ahead, estimate, noClerk, appointmentAt } = ticket;
  if (ahead === null) return null;
  return (
    <p class="facts">
      {appointmentAt !== null && (
        <Fact shape={icons.calendar}>{ticketWords().appointment(clock(appointmentAt, timeZone))}</Fact>
      )}
      <WaitFacts ahead={ahead} estimate={estimate} noClerk={noClerk} />
    </p>
  );
}

interface TicketState {
  tone: '' | 'good' | 'warn';
  shape: Shape;
  state: string;
  help: string;
}

function stateOf(ticket: HeldTicket, back: boolean, timeZone: string): TicketState {
  const text = scanWords();
  switch (ticket.status) {
    case 'waiting': {
      if (ticket.stranded) return { tone: 'warn', shape: 'warning', state: text.stranded, help: text.strandedHelp };
      if (back) return { tone: 'good', shape: 'check', state: text.back, help: text.waitingHelp };
      if (ticket.ahead !== null || ticket.notBefore === null)
        return { tone: '', shape: moreIcons.chair, state: text.waiting, help: text.waitingHelp };
      const from = clock(ticket.notBefore, timeZone);
      return { tone: '', shape: 'clock', state: text.later(from), help: text.laterHelp(from) };
    }
    case 'called':
      return {
        tone: 'warn',
        shape: moreIcons.signpost,
        state: text.called(ticket.counterNumber),
        help: text.calledHelp,
      };
    case 'serving':
      return { tone: '', shape: 'document', state: text.serving(ticket.counterNumber), help: text.servingHelp };
    case 'missed':
    case 'away':
      return { tone: 'warn', shape: 'warning', state: text.left, help: text.leftHelp };
    case 'done':
      return { tone: 'good', shape: 'check', state: text.done, help: ticket.rated ? text.ratedHelp : text.doneHelp };
    case 'withdrawn':
    case 'expired':
      return { tone: '', shape: moreIcons.off, state: text[ticket.status], help: text.overHelp };
    default:
      return ticket satisfies never;
  }
}
