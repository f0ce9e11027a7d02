import { useRef } from 'preact/hooks';
import { language, say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import { clock, waitRange } from '../../shared/words/common.ts';
import { words } from './words.ts';

/** The number and its state, which screen readers read aloud when it changes. */
export function Situation({ ticket }: { ticket: PhoneView }) {
  return (
    <section class={`card ${ticket.status}`}>
      <h1>
        <span class="label">{words().yourNumber}</span>
        <span class="number" translate={false}>
          {ticket.number}
        </span>
      </h1>
      {ticket.serviceName && (
        <p class="service">
          <Name text={say(ticket.serviceName)} />
        </p>
      )}
      {ticket.appointmentAt !== null && (
        <p class="appointment">{words().appointment(clock(ticket.appointmentAt, ticket.office.timeZone))}</p>
      )}
      <div class="news" aria-live="assertive">
        <News ticket={ticket} />
      </div>
    </section>
  );
}

function News({ ticket }: { ticket: PhoneView }) {
  const text = words();
  const time = (at: number) => clock(at, ticket.office.timeZone);
  switch (ticket.status) {
    case 'waiting':
      if (ticket.stranded) return <Sentences lead={text.stranded} help={text.strandedHelp} />;
      return (
        <Waiting
          ahead={ticket.ahead}
          noClerk={ticket.noClerk}
          later={ticket.ahead === null && ticket.notBefore !== null ? time(ticket.notBefore) : null}
          range={ticket.estimate && waitRange(ticket.estimate, language.value)}
        />
      );
    case 'called':
      return (
        <>
          {ticket.recalls > 0 && <p class="again">{text.recalled}</p>}
          <p class="come">{ticket.counterNumber === null ? text.pleaseComeNow : text.pleaseCome}</p>
          {ticket.counterNumber !== null && (
            <p class="counter" translate={false}>
              {ticket.counterNumber}
            </p>
          )}
        </>
      );
    case 'serving':
      return <p class="lead">{text.serving(ticket.counterNumber)}</p>;
    case 'missed':
      return <Sentences lead={text.missed} help={text.missedHelp(ticket.counterNumber, time(ticket.until))} />;
    case 'away':
      return <Sentences lead={text.away} help={text.awayHelp(ticket.counterNumber, time(ticket.until))} />;
    case 'done':
      return <Sentences lead={text.done} help={ticket.rated ? text.rated : null} />;
    case 'withdrawn':
      return <Sentences lead={text.withdrawn} help={text.takeNew} />;
    case 'expired':
      return <Sentences lead={text.expired} help={text.takeNew} />;
    default:
      return ticket satisfies never;
  }
}

interface WaitingProps {
  ahead: number | null;
  noClerk: boolean;
  /** The time before which the holder asked not to be called; null when it has passed. */
  later: string | null;
  range: string | null;
}

function Waiting({ ahead, noClerk, later, range }: WaitingProps) {
  const text = words();
  const joined = useJoinedAhead(ahead);
  return (
    <>
      {ahead === null && <p class="lead">{later === null ? text.inLine : text.later(later)}</p>}
      {ahead === 0 && <p class="lead">{text.next}</p>}
      {ahead !== null && ahead > 0 && (
        <p class="fact">
          <span class="name">{text.ahead}</span> <span class="value">{ahead}</span>
        </p>
      )}
      {joined > 0 && <p class="help">{text.joinedAhead(joined)}</p>}
      {range !== null && (
        <p class="fact">
          <span class="name">{text.wait}</span> <span class="value range">{range}</span>
        </p>
      )}
      <p class="help">{noClerk ? text.noClerk : text.stay}</p>
    </>
  );
}

/** By how many the visitors ahead have become more than they were at least: without a reason, the figure would look like a mistake. */
function useJoinedAhead(ahead: number | null): number {
  const least = useRef(ahead);
  if (ahead === null || least.current === null || ahead < least.current) least.current = ahead;
  return ahead === null || least.current === null ? 0 : ahead - least.current;
}

function Sentences({ lead, help }: { lead: string; help: string | null }) {
  return (
    <>
      <p class="lead">{lead}</p>
      {help !== null && <p class="help">{help}</p>}
    </>
  );
}
