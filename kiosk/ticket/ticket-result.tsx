import { language, say } from '../../shared/client/language.ts';
import type { Text } from '../../shared/language.ts';
import type { IssuedTicket, PrintState } from '../../shared/views.ts';
import { waitRange } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { BACK } from '../parts/keys.ts';
import { later } from '../parts/later.tsx';
import { Name } from '../parts/name.tsx';
import { words } from '../parts/words.ts';
import { dossiersInTurns } from './for-others.tsx';

/** Drawing it takes more code than all the rest of this page. */
const QrCode = later(
  () => import('./qr-code.tsx').then((part) => part.QrCode),
  () => null,
);

interface TicketResultProps {
  ticket: IssuedTicket;
  /** Of the ticket's own page, for telephones. */
  address: string;
  serviceName: Text | null;
  dossiersPerTurn: number;
  print: PrintState;
  /** Seconds until the start page comes back. */
  remaining: number | null;
  onDone: () => void;
}

export function TicketResult({
  ticket,
  address,
  serviceName,
  dossiersPerTurn,
  print,
  remaining,
  onDone,
}: TicketResultProps) {
  const text = words();
  const onPaper = print === 'printing' || print === 'printed';
  return (
    <section class={`page result ${onPaper ? '' : 'no-paper'}`}>
      <div class="slip">
        <Heading>
          <span class="label">{text.yourNumber}</span>
          <span class="number">{ticket.number}</span>
        </Heading>
        {serviceName && <Name text={say(serviceName)} />}
        <p class="facts">
          {ticket.dossiers > 1 && (
            <span class="fact">
              <Icon shape="document" />
              {dossiersInTurns(ticket.dossiers, dossiersPerTurn)}
            </span>
          )}
          <span class="fact">
            <Icon shape="people" />
            {text.ahead(ticket.ahead)}
          </span>
          {ticket.estimate && (
            <span class="fact">
              <Icon shape="clock" />
              {text.wait(waitRange(ticket.estimate, language.value))}
            </span>
          )}
        </p>
      </div>
      {onPaper ? (
        <Paper printed={print === 'printed'} />
      ) : (
        <NoPaper number={ticket.number} address={address} failed={print === 'failed'} />
      )}
      <nav class="steps">
        {remaining !== null && <p>{text.doneIn(remaining)}</p>}
        <button type="button" class="primary" {...BACK} onClick={onDone}>
          <Icon shape="check" />
          {text.done}
        </button>
      </nav>
    </section>
  );
}

function Paper({ printed }: { printed: boolean }) {
  const text = words();
  return (
    <div class={printed ? 'paper good' : 'paper'} role="status">
      <span class="sign">
        <Icon shape={printed ? 'check' : 'printer'} />
      </span>
      <div>
        <p class="state">{printed ? text.printed : text.printing}</p>
        <p>{printed ? text.printedHelp : text.printingHelp}</p>
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
