import { REGULAR } from '../../../shared/office/office.ts';
import type { AppointmentId, TicketId } from '../commands.ts';
import type { Booking } from '../events.ts';
import { type Appointment, type Changes, lineOf, type State } from '../state.ts';

export const appointmentChanges = {
  AppointmentBooked(state, { appointmentId, code, serviceId, startsAt, endsAt, seq }) {
    book(state, { appointmentId, code, serviceId, startsAt, endsAt }, seq);
  },
  AppointmentCancelled(state, { appointmentId }) {
    const appointment = state.appointments.get(appointmentId);
    if (!appointment) throw new Error(`no appointment ${appointmentId} on ${state.day}`);
    leaveExpected(state, appointment);
    state.appointments.set(appointmentId, { ...appointment, status: 'cancelled' });
  },
  AppointmentMoved(state, { appointmentId, serviceId }) {
    const appointment = state.appointments.get(appointmentId);
    if (!appointment) throw new Error(`no appointment ${appointmentId} on ${state.day}`);
    leaveExpected(state, appointment);
    const { code, startsAt, endsAt, order } = appointment;
    book(state, { appointmentId, code, serviceId, startsAt, endsAt }, order);
  },
} satisfies Partial<Changes>;

/** Takes over appointments booked on earlier days. Their orders are below zero, so that they go before any booked today. */
export function carryOver(state: State, bookings: readonly Booking[]): void {
  // A day that is opened again has bookings already; of those that are still ahead the new list is the whole truth.
  for (const appointment of state.appointments.values()) {
    if (appointment.status !== 'booked') continue;
    leaveExpected(state, appointment);
    state.appointments.delete(appointment.appointmentId);
    state.byCode.delete(appointment.code);
  }
  for (const [index, booking] of bookings.entries()) book(state, booking, index - bookings.length);
}

/** The visitor has come. Does nothing where a damaged journal has lost the appointment: the ticket is valid without it. */
export function arrive(state: State, appointmentId: AppointmentId, ticketId: TicketId): void {
  const appointment = state.appointments.get(appointmentId);
  if (!appointment) return;
  leaveExpected(state, appointment);
  state.appointments.set(appointmentId, { ...appointment, status: 'arrived', ticketId });
}

function book(state: State, booking: Booking, order: number): void {
  const { appointmentId, code, serviceId, startsAt: arrivedAt } = booking;
  state.appointments.set(appointmentId, { ...booking, order, status: 'booked' });
  state.byCode.set(code, appointmentId);
  const place = { ticketId: '', serviceId, classId: REGULAR, arrivedAt, order, dossiers: 1 };
  lineOf(state.expected, serviceId).insert(place);
}

function leaveExpected(state: State, { status, serviceId, startsAt: arrivedAt, order }: Appointment): void {
  if (status === 'booked') lineOf(state.expected, serviceId).remove({ arrivedAt, order });
}
