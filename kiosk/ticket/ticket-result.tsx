import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { KioskService, PrintState } from '../../shared/protocol/views/kiosk.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { clock } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { lazyPage } from '../parts/lazy.tsx';
import { DoneStep } from '../parts/steps.tsx';
import { Fact, WaitFacts } from './facts.tsx';
import { icons } from './icons.ts';
import { ticketWords } from './words.ts';

/** Its code is larger than the rest of this page. */
const TicketCode = lazyPage(() => import('./ticket-code.tsx').then((part) => part.TicketCode), null);

interface TicketResultProps {
  ticket: IssuedTicket;
  timeZone: string;
  /** The start of the addresses that telephones open. */
  officeAddress: string;
  /** Null when the service was removed from set-up. */
  service: KioskService | null;
  dossiersPerTurn: number;
  print: PrintState;
  /** Seconds until the page returns to the start. */
  remaining: number | null;
  onDone: () => void;
}

export function TicketResult({
  ticket,
  timeZone,
  officeAddress,
  service,
  dossiersPerTurn,
  print,
  remaining,
  onDone,
}: TicketResultProps) {
  const text = ticketWords();
  const from = ticket.notBefore === null ? null : clock(ticket.notBefore, timeZone);
  const onPaper = print === 'printing' || print === 'printed';
  const { dossiers } = ticket;
  return (
    <section class={`page result ${onPaper ? '' : 'no-paper'}`}>
      <div class="slip">
        <Heading>
          <span class="label">{text.yourNumber}</span>
          <span class="number">{ticket.number}</span>
        </Heading>
        {service && (
          <span class="name">
            <Name text={say(service.name)} />
          </span>
        )}
        <p class="facts">
          {dossiers > 1 && (
            <Fact shape="document">
              {dossiers > dossiersPerTurn
                ? text.dossiersInTurns(dossiers, dossiersPerTurn)
                : text.dossiersChosen(dossiers)}
            </Fact>
          )}
          {ticket.appointmentAt !== null && (
            <Fact shape={icons.calendar}>{text.appointment(clock(ticket.appointmentAt, timeZone))}</Fact>
          )}
          {from === null ? (
            <WaitFacts {...ticket} noClerk={service?.openCounters === 0} />
          ) : (
            <Fact shape="clock">{text.calledFrom(from)}</Fact>
          )}
        </p>
      </div>
      {onPaper ? (
        <Paper printed={print === 'printed'} from={from} />
      ) : (
        <NoPaper ticket={ticket} officeAddress={officeAddress} failed={print === 'failed'} />
      )}
      <DoneStep remaining={remaining} onDone={onDone} />
    </section>
  );
}

/** `from` is the time before which a ticket for a later session is not called. */
function Paper({ printed, from }: { printed: boolean; from: string | null }) {
  const text = ticketWords();
  const help = from === null ? text.printedHelp : text.printedLaterHelp(from);
  return (
    <div class={printed ? 'paper good' : 'paper'} role="status">
      <span class="sign">
        <Icon shape={printed ? 'check' : icons.printer} />
      </span>
      <div>
        <p class="state">{printed ? text.printed : text.printing}</p>
        <p>{printed ? help : text.printingHelp}</p>
      </div>
    </div>
  );
}

interface NoPaperProps {
  ticket: IssuedTicket;
  officeAddress: string;
  failed: boolean;
}

function NoPaper({ ticket, officeAddress, failed }: NoPaperProps) {
  const text = ticketWords();
  return (
    <div class="paper warn" role="status">
      <TicketCode officeAddress={officeAddress} ticketId={ticket.id} label={text.qr(ticket.number)} />
      <div>
        <p class="state">{failed ? text.printFailed : text.printUnknown}</p>
        <p>{text.noPaperHelp}</p>
        <p>{text.scanHelp}</p>
      </div>
    </div>
  );
}
