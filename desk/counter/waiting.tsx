import { type Signal, useSignal } from '@preact/signals';
import { Name } from '../../shared/client/name.tsx';
import type { CounterView, WaitingTicket } from '../../shared/protocol/views/desk.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import type { DeskProps } from '../connection/desk.ts';
import { shortcutsOn } from '../parts/keyboard.ts';
import { Key, Press } from '../parts/press.tsx';
import { reasonWords, words } from '../parts/words.ts';
import { ConfirmPriority } from './confirm-priority.tsx';
import { clerkName, inOrder, lineAt, nextAt, type Reason, reasonOf } from './line.ts';
import type { Question } from './question.tsx';
import { Appointment, ClassBadge, Dossiers, Minutes, serviceName } from './ticket.tsx';

type Props = DeskProps & { counter: CounterView; ask(question: Question): void };

export function Waiting(props: Props) {
  const { view, counter, clock } = props;
  const all = useSignal(false);
  const opened = useSignal<string | null>(null);
  const mine = lineAt(view, counter, clock.value);
  const next = nextAt(view, counter, clock.value);
  const tickets = all.value ? inOrder(view, clock.value) : mine;
  const total = all.value ? view.waitingTotal : counter.waiting;
  return (
    <section class="waiting" aria-labelledby="waiting">
      <div class="waiting-head">
        <h2 id="waiting">
          {words().waiting.heading}
          <span class="wide-only">{words().waiting.order}</span>
        </h2>
        <Choice view={view} counter={counter} all={all} />
      </div>
      {tickets.length > 0 && (
        <ul class="line-of-tickets" data-list>
          {tickets.map((ticket) => (
            <Row
              key={ticket.id}
              {...props}
              ticket={ticket}
              next={ticket === next}
              reason={ticket === next ? reasonOf(view, mine, clock.value) : null}
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
      {tickets.length > 0 && <KeysOfRows />}
    </section>
  );
}

/** This counter, or all. */
function Choice({ view, counter, all }: Pick<Props, 'view' | 'counter'> & { all: Signal<boolean> }) {
  return (
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
  );
}

/** Arrows and Enter work on each list; for eyes only, because screen readers have keys of their own. */
function KeysOfRows() {
  if (!shortcutsOn.value) return null;
  return (
    <p class="keys-of-rows wide-only" aria-hidden="true">
      <span>
        <Key name="↑" /> <Key name="↓" /> {words().waiting.keys.rows}
      </span>
      <span>
        <Key name="Enter" /> {words().waiting.keys.open}
      </span>
    </p>
  );
}

/** `next`: this ticket is called next; `reason`: why, null for others. */
type RowProps = Props & { ticket: WaitingTicket; next: boolean; reason: Reason | null; open: boolean; toggle(): void };

function Row({ view, counter, clock, commands, ask, ticket, next, reason, open, toggle }: RowProps) {
  return (
    <li class={['waiting-row', next && 'next', open && 'open'].filter(Boolean).join(' ')}>
      <button type="button" class="row" data-row aria-expanded={open} onClick={toggle}>
        <span class="whose">
          {next && <span class="next-mark">{words().next}</span>}
          <b class="number">{ticket.number}</b>
        </span>
        <span class="grow">
          <span class="line">
            <Name text={serviceName(view, ticket)} />
          </span>
          <ClassBadge view={view} ticket={ticket} /> <Dossiers view={view} ticket={ticket} />{' '}
          <Appointment view={view} ticket={ticket} /> <Reserved view={view} ticket={ticket} />{' '}
          <Later view={view} ticket={ticket} clock={clock} />
        </span>
        <span class="wait">
          <Minutes clock={clock} at={ticket.arrivedAt} text={words().minutes} />
        </span>
        {reason && <span class="reason">{reasonWords(reason)}</span>}
      </button>
      {open && <ConfirmPriority view={view} commands={commands} ticket={ticket} />}
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
