import type { AppointmentView, BookingDesk } from '../../../shared/protocol/views/appointments.ts';
import { type BusinessDay, localTime } from '../../../shared/time.ts';
import { bookableDays } from '../rules/slots.ts';
import type { State } from '../state.ts';
import { expectedIn } from '../state.ts';

/** The bookings of one day in the order of their times; empty for past days, whose bookings are in their own journal only. */
export function appointmentsOn(state: State, day: BusinessDay): AppointmentView[] {
  return [...state.appointments.values()]
    .filter(({ startsAt }) => localTime(startsAt, state.office.timeZone).day === day)
    .sort((a, b) => a.startsAt - b.startsAt || a.order - b.order)
    .map(({ appointmentId: id, code, serviceId, startsAt, endsAt, ...situation }) => {
      const ticket = situation.status === 'arrived' ? state.tickets.get(situation.ticketId) : undefined;
      return { id, code, serviceId, startsAt, endsAt, status: situation.status, number: ticket?.number ?? null };
    });
}

/** Null when no service can be booked. */
export function bookingDesk(state: State): BookingDesk | null {
  const services = state.office.services.filter(({ appointments }) => appointments !== null).map(({ id }) => id);
  if (services.length === 0) return null;
  const { appointmentHeadStartMinutes: headStartMinutes, appointmentLateMinutes: lateMinutes } = state.office.rules;
  // A booking adds one appointment and one expected visitor, a cancellation or arrival removes one expected visitor: each change adds 1.
  const changes = 2 * state.appointments.size - expectedIn(state);
  return { services, days: bookableDays(state), headStartMinutes, lateMinutes, changes };
}
