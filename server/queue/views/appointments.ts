import type { AppointmentView } from '../../../shared/appointments.ts';
import { type BusinessDay, localTime } from '../../../shared/time.ts';
import type { OpenDay } from '../decision.ts';

/** The bookings of one day by time; of the past nothing is kept but in its own journal. */
export function appointmentsOn(state: OpenDay, day: BusinessDay): AppointmentView[] {
  return [...state.appointments.values()]
    .filter(({ startsAt }) => localTime(startsAt, state.office.timeZone).day === day)
    .sort((a, b) => a.startsAt - b.startsAt || a.order - b.order)
    .map(({ appointmentId: id, code, serviceId, startsAt, endsAt, ...situation }) => {
      const ticket = situation.status === 'arrived' ? state.tickets.get(situation.ticketId) : undefined;
      return { id, code, serviceId, startsAt, endsAt, status: situation.status, number: ticket?.number ?? null };
    });
}
