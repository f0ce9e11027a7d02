import { useEffect, useLayoutEffect } from 'preact/hooks';
import { say } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { KioskService, KioskView, PrintState } from '../../shared/protocol/views/kiosk.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { clock } from '../../shared/words/common.ts';
import { chime } from '../parts/chime.ts';
import { DoneButton } from '../parts/done-button.tsx';
import type { IdleTimer } from '../parts/idle-timer.ts';
import { keys } from '../parts/keys.ts';
import { lazyPage } from '../parts/lazy.tsx';
import { pressListen } from '../parts/spoken.ts';
import { PaperWay } from './paper-way.tsx';
import { Ahead, Expected, Slip, Turn } from './slip.tsx';
import { stepWords } from './step-words.ts';

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
  slot: KioskView['slot'];
  print: PrintState;
  timer: Pick<IdleTimer, 'remaining' | 'total'>;
  onDone: () => void;
}

export function TicketResult(props: TicketResultProps) {
  const { ticket, timeZone, officeAddress, service, dossiersPerTurn, slot, print, timer, onDone } = props;
  const text = stepWords();
  const onPaper = print === 'printing' || print === 'printed';
  const from = ticket.notBefore === null ? null : clock(ticket.notBefore, timeZone);
  const serviceName = service && say(service.name);
  useWholeScreen();
  useEffect(() => {
    if (print === 'printed') chime();
  }, [print]);
  return (
    <section class={`page result from-${slot} ${onPaper ? '' : 'no-paper'}`}>
      <Slip
        number={ticket.number}
        serviceName={serviceName}
        counters={service?.counters ?? []}
        note={dossiersOf(ticket, dossiersPerTurn)}
      >
        <Expectation ticket={ticket} timeZone={timeZone} service={service} from={from} />
      </Slip>
      <div class="follow">
        <div class="code-place">
          <TicketCode officeAddress={officeAddress} ticketId={ticket.id} label={text.qr(ticket.number)} />
        </div>
        <p>
          <strong>{text.follow}</strong> {text.followHelp}
        </p>
      </div>
      <nav class="steps">
        <button type="button" class="listen-again" {...keys('0', '/')} onClick={pressListen}>
          <Pictogram name="speak" />
          {text.listenAgain}
        </button>
        <DoneButton timer={timer} onDone={onDone} />
      </nav>
      <PaperWay number={ticket.number} serviceName={serviceName} slot={slot} print={print} from={from} />
    </section>
  );
}

/** Several dossiers on one ticket; null for one. */
function dossiersOf({ dossiers }: IssuedTicket, perTurn: number): string | null {
  const text = stepWords();
  if (dossiers < 2) return null;
  return dossiers > perTurn ? text.dossiersInTurns(dossiers, perTurn) : text.dossiersChosen(dossiers);
}

interface ExpectationProps {
  ticket: IssuedTicket;
  timeZone: string;
  service: KioskService | null;
  /** The time before which a ticket for a later session is not called. */
  from: string | null;
}

function Expectation({ ticket, timeZone, service, from }: ExpectationProps) {
  const text = stepWords();
  const { appointmentAt, estimate, issuedAt, ahead } = ticket;
  if (from !== null) return <Expected label={text.calledFrom} value={from} help={text.calledFromHelp} />;
  const booked = appointmentAt === null ? {} : { label: text.appointment(clock(appointmentAt, timeZone)) };
  return (
    <>
      <Turn estimate={estimate} from={issuedAt} timeZone={timeZone} noClerk={service?.openCounters === 0} {...booked} />
      <Ahead ahead={ahead} />
    </>
  );
}

/** The way of the paper reaches to the edge of the screen, in place of the foot with its buttons. */
function useWholeScreen(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.whole = '';
    return () => delete document.documentElement.dataset.whole;
  }, []);
}
