/** What the facts say of appointments. Used by `evolve` only. */
import { REGULAR } from '../../../shared/office/office.ts';
import type { AppointmentId, TicketId } from '../commands.ts';
import type { Booking, EventOf } from '../events.ts';
import { type Appointment, lineOf, type State } from '../state.ts';

/** What the days before hand on. They come first: their places have orders below those of any fact of the day. */
export function bookAll(state: State, bookings: readonly Booking[]): void {
  for (const [index, booking] of bookings.entries()) book(state, booking, index - bookings.length);
}

export function bookOne(state: State, event: EventOf<'AppointmentBooked'>): void {
  const { appointmentId, code, serviceId, startsAt, endsAt, seq } = event;
  book(state, { appointmentId, code, serviceId, startsAt, endsAt }, seq);
}

function book(state: State, booking: Booking, order: number): void {
  const { appointmentId, code, serviceId, startsAt: arrivedAt } = booking;
  state.appointments.set(appointmentId, { ...booking, order, status: 'booked' });
  state.byCode.set(code, appointmentId);
  const place = { ticketId: '', serviceId, classId: REGULAR, arrivedAt, order, dossiers: 1 };
  lineOf(state.expected, serviceId).insert(place);
}

export function cancel(state: State, { appointmentId }: EventOf<'AppointmentCancelled'>): void {
  const appointment = state.appointments.get(appointmentId);
  if (!appointment) throw new Error(`no appointment ${appointmentId} on ${state.day}`);
  leaveExpected(state, appointment);
  state.appointments.set(appointmentId, { ...appointment, status: 'cancelled' });
}

/** Where a damaged journal lost the booking, the visitor stands there all the same. */
export function arrive(state: State, appointmentId: AppointmentId, ticketId: TicketId): void {
  const appointment = state.appointments.get(appointmentId);
  if (!appointment) return;
  leaveExpected(state, appointment);
  state.appointments.set(appointmentId, { ...appointment, status: 'arrived', ticketId });
}

function leaveExpected(state: State, { status, serviceId, startsAt: arrivedAt, order }: Appointment): void {
  if (status === 'booked') lineOf(state.expected, serviceId).remove({ arrivedAt, order });
}
