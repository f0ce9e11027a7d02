/** Whom a change of the office's description touches: visitors in the hall and bookings that would lose what they came for. */
import { openingAt, sessionsOn } from '../../../shared/calendar/hours.ts';
import { isServed, type Office, REGULAR, type Service, type ServiceId } from '../../../shared/office/office.ts';
import type { SetupEffect } from '../../../shared/protocol/views/setup.ts';
import { type EpochMs, instantOf, localTime } from '../../../shared/time.ts';
import type { Fact } from '../events.ts';
import { type Appointment, returnsUntil, type State, type Ticket } from '../state.ts';

type Kind = SetupEffect['kind'];

/** What an official may do about each kind; shorter hours leave no other place to move anybody to. */
const CHOICES: Record<Kind, SetupEffect['choices']> = {
  'service-removed': ['next-day', 'stop-issuing', 'move'],
  'service-not-served': ['next-day', 'stop-issuing', 'move'],
  'letter-changed': ['next-day', 'stop-issuing', 'move'],
  'class-removed': ['next-day', 'move'],
  'hours-shortened': ['next-day', 'stop-issuing'],
};

interface Touched {
  kind: Kind;
  /** The service or class; null for the hours. */
  id: string | null;
  visitors: Ticket[];
  bookings: Appointment[];
}

export function effectsOf(state: State, office: Office, at: EpochMs): SetupEffect[] {
  return touchedBy(state, office, at).map(({ kind, id, visitors, bookings }) => ({
    kind,
    id,
    visitors: visitors.length,
    appointments: bookings.length,
    choices: CHOICES[kind],
  }));
}

/** The services of which no more tickets are to be issued when the change waits for tomorrow: all, when the office closes earlier. */
export function servicesToStop(state: State, office: Office, at: EpochMs): ServiceId[] {
  const touched = touchedBy(state, office, at);
  const closesEarlier = touched.some(({ kind }) => kind === 'hours-shortened');
  const ids = new Set(touched.map(({ id }) => id));
  return state.office.services.map(({ id }) => id).filter((id) => closesEarlier || ids.has(id));
}

/** Moves visitors and bookings of services that no counter serves any more, and makes visitors of a removed class regular. */
export function moved(state: State, office: Office, moveTo: ServiceId | null, at: EpochMs): Fact[] {
  return touchedBy(state, office, at).flatMap(({ kind, visitors, bookings }): Fact[] => {
    if (kind === 'class-removed')
      return visitors.map(({ ticketId }) => ({ type: 'ClassChanged', ticketId, classId: REGULAR }));
    if (moveTo === null || !losesService(kind)) return [];
    return [
      ...visitors.map(({ ticketId }): Fact => ({ type: 'ServiceChanged', ticketId, serviceId: moveTo })),
      ...bookings.map(({ appointmentId }): Fact => ({ type: 'AppointmentMoved', appointmentId, serviceId: moveTo })),
    ];
  });
}

export const losesService = (kind: Kind): boolean => kind === 'service-removed' || kind === 'service-not-served';

function touchedBy(state: State, next: Office, at: EpochMs): Touched[] {
  const { office } = state;
  const here = [...state.tickets.values()].filter((ticket) => isHere(state, ticket, at));
  const booked = [...state.appointments.values()].filter(({ status }) => status === 'booked');
  const services = office.services.flatMap((service): Touched[] => {
    const kind = lossOf(service, office, next);
    if (kind === null) return [];
    const own = ({ serviceId }: { serviceId: ServiceId }): boolean => serviceId === service.id;
    return [
      { kind, id: service.id, visitors: here.filter(own), bookings: losesService(kind) ? booked.filter(own) : [] },
    ];
  });
  const classes = office.ticketClasses
    .filter(({ id }) => !next.ticketClasses.some((kept) => kept.id === id))
    .map(({ id }): Touched => {
      return { kind: 'class-removed', id, visitors: here.filter(({ classId }) => classId === id), bookings: [] };
    });
  const hours: Touched = {
    kind: 'hours-shortened',
    id: null,
    visitors: closesEarlier(state, next, at) ? here : [],
    bookings: booked.filter(({ startsAt }) => isOpen(office, startsAt) && !isOpen(next, startsAt)),
  };
  return [...services, ...classes, hours].filter(({ visitors, bookings }) => visitors.length + bookings.length > 0);
}

/** Whether the visit is not over: the visitor waits, is at a counter, or may still come back. */
function isHere(state: State, ticket: Ticket, at: EpochMs): boolean {
  if (ticket.status === 'missed') return at <= returnsUntil(state, ticket);
  return (
    ticket.status === 'waiting' || ticket.status === 'called' || ticket.status === 'serving' || ticket.status === 'away'
  );
}

function lossOf({ id, letter }: Service, office: Office, next: Office): Kind | null {
  const kept = next.services.find((service) => service.id === id);
  if (!kept) return 'service-removed';
  if (isServed(office, id) && !isServed(next, id)) return 'service-not-served';
  return kept.letter === letter ? null : 'letter-changed';
}

const isOpen = (office: Office, at: EpochMs): boolean => openingAt(office, at).state === 'open';

/** Another time zone may end the business day at once. */
function closesEarlier({ office, day }: State, next: Office, at: EpochMs): boolean {
  return localTime(at, next.timeZone).day !== day || closingOf(next, day) < closingOf(office, day);
}

function closingOf(office: Office, day: State['day']): EpochMs {
  const last = sessionsOn(office, day).at(-1);
  return last ? instantOf(day, last.to, office.timeZone) : Number.NEGATIVE_INFINITY;
}
