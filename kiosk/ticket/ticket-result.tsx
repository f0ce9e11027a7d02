import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { KioskService, PrintState } from '../../shared/protocol/views/kiosk.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { clock } from '../../shared/words/common.ts';
import { DoneStep } from '../parts/done-step.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { lazyPage } from '../parts/lazy.tsx';
import { words } from '../parts/words.ts';
import { Fact, WaitFacts } from './fact.tsx';
import { dossiersInTurns } from './for-others.tsx';

/** Drawing it takes more code than all the rest of this page. */
const QrCode = lazyPage(() => import('./qr-code.tsx').then((part) => part.QrCode), null);

interface TicketResultProps {
  ticket: IssuedTicket;
  timeZone: string;
  /** Of the ticket's own page, for telephones. */
  address: string;
  /** Null when set-up has lost it meanwhile. */
  service: KioskService | null;
  dossiersPerTurn: number;
  print: PrintState;
  /** Seconds until the start page comes back. */
  remaining: number | null;
  onDone: () => void;
}

export function TicketResult({
  ticket,
  timeZone,
  address,
  service,
  dossiersPerTurn,
  print,
  remaining,
  onDone,
}: TicketResultProps) {
  const text = words();
  const from = ticket.notBefore === null ? null : clock(ticket.notBefore, timeZone);
  const onPaper = print === 'printing' || print === 'printed';
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
          {ticket.dossiers > 1 && <Fact shape="document">{dossiersInTurns(ticket.dossiers, dossiersPerTurn)}</Fact>}
          {ticket.appointmentAt !== null && (
            <Fact shape="calendar">{text.appointment(clock(ticket.appointmentAt, timeZone))}</Fact>
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
        <NoPaper number={ticket.number} address={address} failed={print === 'failed'} />
      )}
      <DoneStep remaining={remaining} onDone={onDone} />
    </section>
  );
}

/** `from` is when a ticket for a later session is called. */
function Paper({ printed, from }: { printed: boolean; from: string | null }) {
  const text = words();
  const help = from === null ? text.printedHelp : text.printedLaterHelp(from);
  return (
    <div class={printed ? 'paper good' : 'paper'} role="status">
      <span class="sign">
        <Icon shape={printed ? 'check' : 'printer'} />
      </span>
      <div>
        <p class="state">{printed ? text.printed : text.printing}</p>
        <p>{printed ? help : text.printingHelp}</p>
      </div>
    </div>
  );
}

function NoPaper({ number, address, failed }: { number: string; address: string; failed: boolean }) {
  const text = words();
  return (
    <div class="paper warn" role="status">
      <QrCode text={address} label={text.qr(number)} />
      <div>
        <p class="state">{failed ? text.printFailed : text.printUnknown}</p>
        <p>{text.noPaperHelp}</p>
        <p>{text.scanHelp}</p>
      </div>
    </div>
  );
}
