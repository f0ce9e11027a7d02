import type { ReturnableTicket } from '../../shared/protocol/views/desk.ts';
import type { DeskProps } from '../connection/desk.ts';
import { wholeMinutes } from '../parts/duration.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { ClassBadge } from './ticket.tsx';

/** Visitors who missed their call or complete their papers, and may come back. */
export function Returnable(props: DeskProps) {
  const { view } = props;
  return (
    <section class="card" aria-labelledby="returnable">
      <h2 id="returnable">{words().returnable.heading}</h2>
      {view.returnable.length === 0 ? (
        <p class="none">{words().returnable.none}</p>
      ) : (
        <ul class="rows" data-list>
          {view.returnable.map((ticket) => (
            <Row key={ticket.id} {...props} ticket={ticket} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ view, clock, commands, ticket }: DeskProps & { ticket: ReturnableTicket }) {
  const left = ticket.until - clock.value;
  const text = words().returnable;
  return (
    <li class="absent-row">
      <b class="number">{ticket.number}</b>
      <span class="grow">
        <strong class="line">{text[ticket.status]}</strong>
        <span class={left > 0 ? 'muted line' : 'over line'}>
          {ticket.counterNumber !== null && `${words().counter(ticket.counterNumber)} · `}
          {left > 0 ? text.left(wholeMinutes(left)) : text.over}
        </span>
        <ClassBadge view={view} ticket={ticket} />
      </span>
      <Press row label={`${ticket.number}: ${text.back}`} onPress={() => void commands.ticket('return', ticket.id)}>
        {text.back}
      </Press>
    </li>
  );
}
