import type { ReturnableTicket } from '../../shared/protocol/views/hall.ts';
import type { Part } from '../connection/desk.ts';
import { wholeMinutes } from '../parts/duration.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { ClassBadge } from './ticket.tsx';

/** Visitors who missed their call or fix papers, and may be brought back. */
export function Returnable(part: Part) {
  const { view } = part;
  return (
    <section class="card" aria-labelledby="returnable">
      <h2 id="returnable">{words().returnable.heading}</h2>
      {view.returnable.length === 0 ? (
        <p class="none">{words().returnable.none}</p>
      ) : (
        <ul class="rows" data-list>
          {view.returnable.map((ticket) => (
            <Row key={ticket.id} {...part} ticket={ticket} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ view, clock, orders, ticket }: Part & { ticket: ReturnableTicket }) {
  const left = ticket.until - clock.value;
  const say = words().returnable;
  return (
    <li class="absent-row">
      <b class="number">{ticket.number}</b>
      <span class="grow">
        <strong class="line">{say[ticket.status]}</strong>
        <span class={left > 0 ? 'muted line' : 'over line'}>
          {ticket.counterNumber !== null && `${words().counter(ticket.counterNumber)} · `}
          {left > 0 ? say.left(wholeMinutes(left)) : say.over}
        </span>
        <ClassBadge view={view} ticket={ticket} />
      </span>
      <Press row label={`${ticket.number}: ${say.back}`} onPress={() => void orders.ticket('return', ticket.id)}>
        {say.back}
      </Press>
    </li>
  );
}
