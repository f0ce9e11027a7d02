import { useSignal } from '@preact/signals';
import type { CounterView, WaitingTicket } from '../../shared/protocol/views/desk.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import type { DeskProps } from '../connection/desk.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { ConfirmPriority } from './confirm-priority.tsx';
import { clerkName, lineAt } from './line.ts';
import type { Question } from './question.tsx';
import { Appointment, ClassBadge, Dossiers, Minutes, serviceName } from './ticket.tsx';

type Props = DeskProps & { counter: CounterView; ask(question: Question): void };

export function Waiting(props: Props) {
  const { view, counter } = props;
  const all = useSignal(false);
  const opened = useSignal<string | null>(null);
  const tickets = all.value ? view.waiting : lineAt(view, counter);
  const total = all.value ? view.waitingTotal : counter.waiting;
  return (
    <section class="card waiting" aria-labelledby="waiting">
      <div class="card-head">
        <h2 id="waiting">{words().waiting.heading}</h2>
        <div class="choice">
          {[false, true].map((each) => (
            <button
              key={String(each)}
              type="button"
              aria-pressed={all.value === each}
              onClick={() => {
                all.value = each;
              }}
            >
              {each ? words().waiting.all : words().waiting.mine} <b>{each ? view.waitingTotal : counter.waiting}</b>
            </button>
          ))}
        </div>
      </div>
      {tickets.length > 0 && (
        <ul class="rows" data-list>
          {tickets.map((ticket) => (
            <Row
              key={ticket.id}
              {...props}
              ticket={ticket}
              open={opened.value === ticket.id}
              toggle={() => {
                opened.value = opened.value === ticket.id ? null : ticket.id;
              }}
            />
          ))}
        </ul>
      )}
      {total > tickets.length ? (
        <p class="none">{words().waiting.more(total - tickets.length)}</p>
      ) : (
        tickets.length === 0 && <p class="none">{words().waiting.none}</p>
      )}
    </section>
  );
}

type RowProps = Props & { ticket: WaitingTicket; open: boolean; toggle(): void };

function Row({ view, counter, clock, commands, ask, ticket, open, toggle }: RowProps) {
  return (
    <li class={open ? 'waiting-row open' : 'waiting-row'}>
      <button type="button" class="row" data-row aria-expanded={open} onClick={toggle}>
        <b class="number">{ticket.number}</b>
        <span class="grow">
          <span class="line">{serviceName(view, ticket)}</span>
          <ClassBadge view={view} ticket={ticket} /> <Dossiers view={view} ticket={ticket} />{' '}
          <Appointment view={view} ticket={ticket} /> <Reserved view={view} ticket={ticket} />{' '}
          <Later view={view} ticket={ticket} clock={clock} />
        </span>
        <span class="wait">
          <Minutes clock={clock} at={ticket.arrivedAt} text={words().minutes} />
        </span>
      </button>
      {open && <ConfirmPriority commands={commands} ticket={ticket} />}
      {open && (
        <div class="row-steps">
          <Press
            off={counter.current !== null || counter.state !== 'open'}
            onPress={() => ask({ kind: 'call', ticket })}
          >
            {words().waiting.call}
          </Press>
          <Press onPress={() => void commands.ticket('reprint', ticket.id)}>{words().waiting.reprint}</Press>
          <Press look="danger" onPress={() => ask({ kind: 'withdraw', ticket })}>
            {words().waiting.withdraw}
          </Press>
        </div>
      )}
    </li>
  );
}

function Reserved({ view, ticket }: Pick<RowProps, 'view' | 'ticket'>) {
  const { reservedFor } = ticket;
  if (reservedFor === null) return null;
  const mine = reservedFor === view.me.id;
  return <em class="mark">{mine ? words().waiting.forMe : words().waiting.forOther(clerkName(view, reservedFor))}</em>;
}

/** The time before which the holder asked not to be called. */
function Later({ view, ticket, clock }: Pick<RowProps, 'view' | 'ticket' | 'clock'>) {
  const { notBefore } = ticket;
  if (notBefore === null || notBefore <= clock.value) return null;
  return <em class="mark">{words().waiting.notBefore(wallClock(notBefore, view.office.timeZone))}</em>;
}
