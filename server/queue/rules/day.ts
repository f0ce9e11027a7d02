import type { Office } from '../../../shared/office/office.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { monthBefore } from '../changes/ratings.ts';
import type { Fact } from '../events.ts';
import { FIRST_MARGINS } from '../learning/interval-width.ts';
import { overnight } from '../learning/pace.ts';
import type { State } from '../state.ts';
import { bookingsFrom } from './slots.ts';

/** The first fact of a day, with what estimates have learned until then; bookings go on. */
export function openDay(day: BusinessDay, office: Office, before: State | null): Fact {
  const paces = Object.fromEntries(
    [...(before?.queues ?? [])].flatMap(([id, { pace }]) => (pace ? [[id, overnight(pace)]] : [])),
  );
  const appointments = before ? bookingsFrom(day, before, office.timeZone) : [];
  const margins = before?.margins ?? FIRST_MARGINS;
  return { type: 'DayOpened', day, office, paces, margins, appointments, month: monthBefore(day, before) };
}

/** Visits and counters end once, and paper in work at every closing: staff may have asked for a reprint after the first. */
export function closeDay(state: State): Fact[] {
  return [...(state.closed ? [] : endVisits(state)), ...endPaper(state)];
}

/**
 * Who is being served was served (the clerk forgot the last key); everybody else who still waits, was called or is away
 * expires; every counter closes.
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

/** Nobody hears of a job of this day any more: what was not begun is abandoned, what was may or may not be out. */
function endPaper(state: State): Fact[] {
  return [...state.prints.values()].flatMap(({ id: jobId, status }): Fact[] => {
    if (status === 'waiting') return [{ type: 'PrintAbandoned', jobId }];
    return status === 'started' ? [{ type: 'PrintUnknown', jobId }] : [];
  });
}
