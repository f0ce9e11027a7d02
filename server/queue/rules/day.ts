import type { CounterId, Office } from '../../../shared/office/office.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { monthBefore } from '../changes/ratings.ts';
import { facts, type Rules } from '../decision.ts';
import type { Fact } from '../events.ts';
import { FIRST_WIDTH } from '../learning/interval-width.ts';
import { overnight } from '../learning/pace.ts';
import type { State } from '../state.ts';
import { bookingsFrom } from './slots.ts';

/** The first fact of a day: carries over what estimates have learned, the appointments ahead and the votes of the month. */
export function openDay(day: BusinessDay, office: Office, before: State | null): Fact {
  const paces = Object.fromEntries(
    [...(before?.queues ?? [])].flatMap(([id, { pace }]) => (pace ? [[id, overnight(pace)]] : [])),
  );
  const appointments = before ? bookingsFrom(day, before, office.timeZone) : [];
  const margins = before?.intervalWidth ?? FIRST_WIDTH;
  const staffed = before ? [...staffedOn(before)] : [];
  return { type: 'DayOpened', day, office, paces, margins, staffed, appointments, month: monthBefore(day, before) };
}

/** Of a day on which no counter opened, those of the day before. */
function staffedOn({ staffed }: State): ReadonlySet<CounterId> {
  return staffed.today.size > 0 ? staffed.today : staffed.before;
}

/** Ends visits and counters once, but print jobs at every closing, because staff may request a reprint after the first closing. */
export function closeDay(state: State): Fact[] {
  return [...(state.closed ? [] : endVisits(state)), ...endPrinting(state)];
}

/**
 * A visit that is being served counts as finished, because the clerk forgot to end it; every other open ticket expires; every counter
 * closes.
 */
function endVisits(state: State): Fact[] {
  const list: Fact[] = [{ type: 'DayClosed' }];
  for (const { ticketId, ...ticket } of state.tickets.values()) {
    if (ticket.status === 'serving') list.push({ type: 'TicketFinished', ticketId, counterId: ticket.counterId });
    else if (ticket.status !== 'done' && ticket.status !== 'withdrawn' && ticket.status !== 'expired') {
      list.push({ type: 'TicketExpired', ticketId });
    }
  }
  for (const counterId of state.counters.keys()) list.push({ type: 'CounterClosed', counterId });
  return list;
}

/** Jobs of this day are not printed any more: waiting jobs are abandoned, and the outcome of a started one is unknown. */
function endPrinting(state: State): Fact[] {
  return [...state.prints.values()].flatMap(({ id: jobId, status }): Fact[] => {
    if (status === 'waiting') return [{ type: 'PrintAbandoned', jobId }];
    return status === 'started' ? [{ type: 'PrintUnknown', jobId }] : [];
  });
}

export const dayRules = {
  CloseDay: { decide: (state) => facts(...closeDay(state)), firstFact: ['DayClosed'] },
  NoteStorageRecovered: { decide: () => facts({ type: 'StorageRecovered' }), firstFact: ['StorageRecovered'] },
} satisfies Partial<Rules>;
