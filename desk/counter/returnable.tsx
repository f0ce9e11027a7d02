import type { CounterView, ReturnableTicket } from '../../shared/protocol/views/desk.ts';
import type { DeskProps } from '../connection/desk.ts';
import { wholeMinutes } from '../parts/duration.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { ClassBadge } from './ticket.tsx';

type Props = DeskProps & { counter: CounterView };

/** Visitors who missed their call or complete their papers, and may come back. Nothing is shown without any. */
export function Returnable(props: Props) {
  const { returnable } = props.view;
  if (returnable.length === 0) return null;
  return (
    <section aria-labelledby="returnable">
      <div class="side-head">
        <h2 id="returnable">{words().returnable.heading}</h2>
        <b class="muted">{returnable.length}</b>
      </div>
      <ul data-list>
        {returnable.map((ticket) => (
          <Row key={ticket.id} {...props} ticket={ticket} />
        ))}
      </ul>
    </section>
  );
}

function Row({ view, counter, clock, commands, ticket }: Props & { ticket: ReturnableTicket }) {
  const left = ticket.until - clock.value;
  const text = words().returnable;
  return (
    <li class="absent-row">
      <span class="grow">
        <span class="line">
          <b class="number">{ticket.number}</b>{' '}
          <span class={left > 0 ? 'muted' : 'over'}>{left > 0 ? text.left(wholeMinutes(left)) : text.over}</span>
        </span>
        <span class="line">
          {text[ticket.status]}
          {ticket.counterNumber !== null &&
            ticket.counterNumber !== counter.number &&
            ` · ${words().counter(ticket.counterNumber)}`}
        </span>
        <ClassBadge view={view} ticket={ticket} />
      </span>
      <Press row label={`${ticket.number}: ${text.back}`} onPress={() => void commands.ticket('return', ticket.id)}>
        {text.back}
      </Press>
    </li>
  );
}
