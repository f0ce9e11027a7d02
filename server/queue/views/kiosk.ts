import { nextSession, openingAt, specialDayAfter } from '../../../shared/calendar/hours.ts';
import { type DayEnd, dayEndOf } from '../../../shared/calendar/working-time.ts';
import { type ClassId, isServed, REGULAR, type ServiceId } from '../../../shared/office/office.ts';
import type { Estimate, Health, Opening } from '../../../shared/protocol/views/common.ts';
import type { KioskService, KioskView, Outlook, PrintState } from '../../../shared/protocol/views/kiosk.ts';
import type { ServiceState } from '../../../shared/spoken/service-state.ts';
import { type EpochMs, MINUTE } from '../../../shared/time.ts';
import { unlimitedRange, withinDay } from '../estimate/estimate.ts';
import { weightOf } from '../pick.ts';
import { limitReached } from '../rules/tickets.ts';
import type { PrintJob, State } from '../state.ts';
import { countersOf, officeHead, serviceLoads } from './office.ts';

/** What all kiosks show. It lacks the kiosk's own slot, and the address at which telephones find the office, which the core does not know. */
export function kioskView(state: State, at: EpochMs, health: Health): Omit<KioskView, 'address' | 'slot'> {
  const { office } = state;
  const opening = openingAt(office, at);
  // One class stands for all classes of its weight, because only the weight affects the wait.
  const others = new Map(office.ticketClasses.map(({ id, weight }) => [weight, id]));
  others.delete(weightOf(office, REGULAR));
  return {
    office: officeHead(office),
    health,
    opening,
    hours: { week: office.hours, special: specialDayAfter(office, at) },
    nextSession: nextSession(office, at),
    services: serviceLoads(state).map((load) => {
      const service = office.services.find(({ id }) => id === load.id);
      return {
        ...load,
        ...outlook(state, load.id, REGULAR, opening, at),
        examples: service?.examples ?? null,
        pictogram: service?.pictogram ?? null,
        informationDesk: service?.informationDesk ?? false,
        counters: countersOf(office, load.id),
        availability: availabilityOf(state, load.id),
        outlooks: Object.fromEntries(
          [...others].map(([weight, id]) => [weight, outlook(state, load.id, id, opening, at)]),
        ),
      };
    }),
    classes: office.ticketClasses,
    appointments: state.expected.size > 0 || office.services.some(({ appointments }) => appointments !== null),
    dossiersPerTurn: office.rules.dossiersPerTurn,
    prints: state.latestPrints
      .filter((job) => job.kind === 'ticket')
      .map((job) => ({ number: state.tickets.get(job.ticketId)?.number ?? '', state: printState(job) })),
  };
}

/** What each service offers now, for spoken help. */
export function serviceStates(state: State): ServiceState[] {
  return serviceLoads(state).map((load) => ({ ...load, availability: availabilityOf(state, load.id) }));
}

/** Whether a ticket of the service can be taken today. */
export function availabilityOf(state: State, serviceId: ServiceId): KioskService['availability'] {
  const { office } = state;
  if (!isServed(office, serviceId)) return 'not-served';
  const service = office.services.find(({ id }) => id === serviceId);
  const isOver = state.stopped.has(serviceId) || (service && limitReached(state, service) !== null);
  return isOver ? 'limit-reached' : 'available';
}

export function outlook(state: State, serviceId: ServiceId, classId: ClassId, opening: Opening, at: EpochMs): Outlook {
  const place = { ticketId: '', serviceId, classId, arrivedAt: at, order: state.lastSeq + 1, dossiers: 1 };
  const range = unlimitedRange(state, state.office, place, at);
  const estimate = range && withinDay(range, state.office, at);
  return { estimate, thisSession: servedIn(opening, dayEndOf(state.office, at), range, at) };
}

/** A session that goes on after midnight ends for the tickets of today when they expire. */
function servedIn(opening: Opening, day: DayEnd, range: Estimate | null, at: EpochMs): Outlook['thisSession'] {
  if (opening.state !== 'open' || range === null) return 'likely';
  const until = Math.min(opening.until ?? day.lastSession, day.lastSession);
  if (at + range.fromMinutes * MINUTE > until) return 'unlikely';
  return at + range.toMinutes * MINUTE > until ? 'uncertain' : 'likely';
}

function printState({ status }: PrintJob): PrintState {
  switch (status) {
    case 'waiting':
    case 'started':
      return 'printing';
    case 'printed':
      return 'printed';
    case 'unknown':
      return 'unknown';
    case 'abandoned':
    case 'dismissed':
      return 'failed';
    default:
      return status satisfies never;
  }
}
