import type { CounterId, Office } from '../../../shared/office/office.ts';
import { type BusinessDay, localTime } from '../../../shared/time.ts';
import { monthBefore } from '../changes/ratings.ts';
import { facts, type Rules } from '../decision.ts';
import type { Booking, Fact, FactOf } from '../events.ts';
import { FIRST_WIDTH } from '../learning/interval-width.ts';
import { overnight } from '../learning/pace.ts';
import type { State } from '../state.ts';
import { bookingsFrom } from './slots.ts';

/** The first fact of a day: carries over what estimates have learned, the appointments ahead and the votes of the month. */
export function openDay(day: BusinessDay, office: Office, before: State | null): FactOf<'DayOpened'> {
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

/**
 * For a day that was left because the clock was set back, and that the office comes to again from `before`. What `before` cannot know
 * stays: the votes of the month, and bookings that were over by its date.
 */
export function enterDay(state: State, before: State): Fact[] {
  const { timeZone } = before.office;
  const own = bookingsFrom(state.day, state, timeZone).filter(
    ({ startsAt }) => localTime(startsAt, timeZone).day < before.day,
  );
  const opened = openDay(state.day, before.office, before);
  const later = bookingsFrom(state.day, before, timeZone).filter((booking) => !isSettled(state, booking));
  const again: Fact = { ...opened, appointments: [...own, ...later], month: state.month };
  const reopened: Fact[] = state.closed ? [{ type: 'DayReopened' }] : [];
  return [again, ...reopened, ...takenOver(state, before)];
}

/** The tickets of `before` that go on in the new day; not those whose number this day has given already. */
export function takenOver(state: State | null, before: State): Fact[] {
  const services = new Set(before.office.services.map(({ id }) => id));
  return before.handedOn.filter(({ number, serviceId }) => services.has(serviceId) && !state?.byNumber.has(number));
}

function isSettled(state: State, { appointmentId }: Booking): boolean {
  const known = state.appointments.get(appointmentId);
  return known !== undefined && known.status !== 'booked';
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
  ReopenDay: {
    decide: ({ closed }) => (closed ? facts({ type: 'DayReopened' }) : facts()),
    firstFact: ['DayReopened'],
  },
  NoteStorageRecovered: { decide: () => facts({ type: 'StorageRecovered' }), firstFact: ['StorageRecovered'] },
} satisfies Partial<Rules>;
