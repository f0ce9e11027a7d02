import type { AppointmentView, BookingDesk } from '../../../shared/protocol/views/appointments.ts';
import { type BusinessDay, localTime } from '../../../shared/time.ts';
import { bookableDays } from '../rules/slots.ts';
import type { State } from '../state.ts';
import { expectedIn } from '../state.ts';

/** The bookings of one day by time; of the past nothing is kept but in its own journal. */
export function appointmentsOn(state: State, day: BusinessDay): AppointmentView[] {
  return [...state.appointments.values()]
    .filter(({ startsAt }) => localTime(startsAt, state.office.timeZone).day === day)
    .sort((a, b) => a.startsAt - b.startsAt || a.order - b.order)
    .map(({ appointmentId: id, code, serviceId, startsAt, endsAt, ...situation }) => {
      const ticket = situation.status === 'arrived' ? state.tickets.get(situation.ticketId) : undefined;
      return { id, code, serviceId, startsAt, endsAt, status: situation.status, number: ticket?.number ?? null };
    });
}

/** Null where nothing can be booked. */
export function bookingDesk(state: State): BookingDesk | null {
  const services = state.office.services.filter(({ appointments }) => appointments !== null).map(({ id }) => id);
  if (services.length === 0) return null;
  const { appointmentHeadStartMinutes: headStartMinutes, appointmentLateMinutes: lateMinutes } = state.office.rules;
  // Each booking makes one more and one more expected; a cancellation or an arrival one expected fewer.
  const changes = 2 * state.appointments.size - expectedIn(state);
  return { services, days: bookableDays(state), headStartMinutes, lateMinutes, changes };
}
