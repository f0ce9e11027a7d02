import { say, wordsOf } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import { clock } from '../../shared/words/common.ts';
import { where as en } from '../../shared/words/en/where.ts';
import { where as vi } from '../../shared/words/vi/where.ts';
import { DoneStep } from '../parts/done-step.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon, type Shape } from '../parts/icons.tsx';
import { words } from '../parts/words.ts';
import { Fact, WaitFacts } from './fact.tsx';

const whereWords = wordsOf({ vi, en });

interface WhereProps {
  ticket: HeldTicket;
  /** The scan has put it into its line again. */
  back: boolean;
  timeZone: string;
  /** Seconds until the start page comes back. */
  remaining: number | null;
  onDone: () => void;
}

/** Where a scanned ticket stands. */
export function Where({ ticket, back, timeZone, remaining, onDone }: WhereProps) {
  const text = words();
  const { tone, shape, state, help } = newsOf(ticket, back, timeZone);
  return (
    <section class="page result">
      <div class="slip">
        <Heading>
          <span class="label">{text.yourNumber}</span>
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
      {appointmentAt !== null && <Fact shape="calendar">{words().appointment(clock(appointmentAt, timeZone))}</Fact>}
      <WaitFacts ahead={ahead} estimate={estimate} noClerk={noClerk} />
    </p>
  );
}

interface News {
  tone: '' | 'good' | 'warn';
  shape: Shape;
  state: string;
  help: string;
}

function newsOf(ticket: HeldTicket, back: boolean, timeZone: string): News {
  const text = whereWords();
  switch (ticket.status) {
    case 'waiting': {
      if (back) return { tone: 'good', shape: 'check', state: text.back, help: text.waitingHelp };
      if (ticket.ahead !== null || ticket.notBefore === null)
        return { tone: '', shape: 'chair', state: text.waiting, help: text.waitingHelp };
      const from = clock(ticket.notBefore, timeZone);
      return { tone: '', shape: 'clock', state: text.later(from), help: text.laterHelp(from) };
    }
    case 'called':
      return { tone: 'warn', shape: 'signpost', state: text.called(ticket.counterNumber), help: text.calledHelp };
    case 'serving':
      return { tone: '', shape: 'document', state: text.serving(ticket.counterNumber), help: text.servingHelp };
    case 'missed':
    case 'away':
      return { tone: 'warn', shape: 'warning', state: text.left, help: text.leftHelp };
    case 'done':
      return { tone: 'good', shape: 'check', state: text.done, help: ticket.rated ? text.ratedHelp : text.doneHelp };
    case 'withdrawn':
    case 'expired':
      return { tone: '', shape: 'off', state: text[ticket.status], help: text.overHelp };
    default:
      return ticket satisfies never;
  }
}
