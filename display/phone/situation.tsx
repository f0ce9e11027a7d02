import { language, say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { Called, TicketNumber } from './called.tsx';
import { At, Lead } from './lead.tsx';
import { Progress } from './progress.tsx';
import { Return } from './return.tsx';
import { waitParts } from './wait.ts';
import { words } from './words.ts';

interface SituationProps {
  ticket: PhoneView;
  /** When the view was made, by the office's clock: from then on the wait counts. */
  updatedAt: EpochMs;
}

/** The number and its state, which screen readers read aloud when it changes. */
export function Situation({ ticket, updatedAt }: SituationProps) {
  if (ticket.status === 'called') return <Called ticket={ticket} />;
  return (
    <section class={`ticket ${ticket.status}`}>
      <Head ticket={ticket} />
      <div class="news" aria-live="assertive">
        <News ticket={ticket} updatedAt={updatedAt} />
      </div>
    </section>
  );
}

/** While the ticket waits its number is the largest thing; later it stands beside what has become of it. */
function Head({ ticket }: { ticket: PhoneView }) {
  const text = words();
  const time = (at: EpochMs) => clock(at, ticket.office.timeZone);
  const { number, serviceName, finishedBy, endedAt } = ticket;
  const done = ticket.status === 'done' && [
    ...(finishedBy === null ? [] : [`${text.counter} ${finishedBy}`]),
    ...(endedAt === null || ticket.timeInDoubt ? [] : [text.finishedAt(time(endedAt))]),
  ];
  return (
    <header class={ticket.status === 'waiting' ? 'head' : 'head small'}>
      <h1>
        <span class="label">{text.yourNumber}</span> <TicketNumber number={number} />
      </h1>
      <p class="service">{done ? done.join(' · ') : serviceName && <Name text={say(serviceName)} />}</p>
      {ticket.appointmentAt !== null && ticket.status === 'waiting' && (
        <p class="appointment">{text.appointment(time(ticket.appointmentAt))}</p>
      )}
    </header>
  );
}

function News({ ticket, updatedAt }: SituationProps) {
  const text = words();
  switch (ticket.status) {
    case 'waiting':
      return <Waiting ticket={ticket} updatedAt={updatedAt} />;
    case 'called':
      return null;
    case 'serving':
      return (
        <>
          <Lead icon="dot">{text.serving}</Lead>
          {ticket.counterNumber !== null && <At lead={null} counter={ticket.counterNumber} />}
        </>
      );
    case 'missed':
      return <Return ticket={ticket} now={updatedAt} />;
    case 'away':
      return <Return ticket={ticket} now={updatedAt} />;
    case 'done':
      return <Lead icon="check">{ticket.rated ? text.noted : text.done}</Lead>;
    case 'withdrawn':
    case 'expired':
      return (
        <>
          <Lead>{ticket.status === 'withdrawn' ? text.withdrawn : text.expired}</Lead>
          <p class="help">{text.takeNew}</p>
        </>
      );
    default:
      return ticket satisfies never;
  }
}

function Waiting({ ticket, updatedAt }: { ticket: PhoneView & { status: 'waiting' }; updatedAt: EpochMs }) {
  const text = words();
  const { ahead, estimate, notBefore, noClerk, serviceName, transferred } = ticket;
  const time = (at: EpochMs) => clock(at, ticket.office.timeZone);
  if (ticket.stranded) {
    return (
      <>
        <Lead icon="warning">{text.stranded}</Lead>
        <p class="help">{text.strandedHelp}</p>
      </>
    );
  }
  return (
    <>
      {transferred && <p class="help">{text.transferred}</p>}
      {ahead === null && <p class="lead">{notBefore === null ? text.inLine : text.later(time(notBefore))}</p>}
      {estimate && (
        // Read aloud when it is looked for, not each time that it changes by a minute.
        <div class="wait" aria-live="off">
          <Wait {...waitParts(estimate, language.value)} />
          {!ticket.timeInDoubt && (
            <p class="clocks">
              {estimate.fromMinutes === 0
                ? text.before(time(updatedAt + estimate.toMinutes * MINUTE))
                : text.between(
                    time(updatedAt + estimate.fromMinutes * MINUTE),
                    time(updatedAt + estimate.toMinutes * MINUTE),
                  )}
            </p>
          )}
        </div>
      )}
      {ahead !== null && (
        <Progress turn={serviceName?.vi ?? ''} ahead={ahead} aheadAtIssue={transferred ? 0 : ticket.aheadAtIssue} />
      )}
      <p class="help">{noClerk ? text.noClerk : text.stay}</p>
    </>
  );
}

function Wait({ label, amount, unit }: ReturnType<typeof waitParts>) {
  return (
    <p>
      <span class="label">{label}</span>{' '}
      <span class={unit === null ? 'range long' : 'range'}>
        {amount} {unit !== null && <span class="unit">{unit}</span>}
      </span>
    </p>
  );
}
