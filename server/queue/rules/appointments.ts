import { isServed } from '../../../shared/office/office.ts';
import { accept, type Rejection, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { localTime } from '../../../shared/time.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import type { Appointment, State } from '../state.ts';
import { arrivalClock, slotsOn } from './slots.ts';
import { admit, issueTo } from './tickets.ts';

/** No code begins with 0, because people leave out a leading zero when they write a number down. */
export const CODES = { first: 100_000, count: 900_000 };

function bookAppointment(state: State, command: CommandOf<'BookAppointment'>): Decision {
  const { appointmentId, serviceId, startsAt, at } = command;
  if (!state.office.services.some(({ id }) => id === serviceId)) return refuse({ code: 'UnknownService' });
  if (!isServed(state.office, serviceId)) return refuse({ code: 'ServiceNotServed' });
  const { day } = localTime(startsAt, state.office.timeZone);
  const slot = slotsOn(state, serviceId, day, at).find((other) => other.startsAt === startsAt);
  if (!slot) return refuse({ code: 'NoSuchSlot' });
  if (slot.free === 0) return refuse({ code: 'SlotFull', startsAt });
  const code = freeCode(state, command.code);
  return facts({ type: 'AppointmentBooked', appointmentId, code, serviceId, startsAt, endsAt: slot.endsAt });
}

function cancelAppointment(state: State, { appointmentId }: CommandOf<'CancelAppointment'>): Decision {
  const used = usedUp(state, state.appointments.get(appointmentId));
  return used ? refuse(used) : facts({ type: 'AppointmentCancelled', appointmentId });
}

/** Issues the ticket of a booked visitor. Neither the daily limit nor the burst rule applies: the booking has taken the place already. */
function checkIn(state: State, { code, ticketId, classId, at }: CommandOf<'CheckIn'>): Decision {
  const booked = bookedWith(state, code);
  if (!booked.ok) return booked;
  const { appointmentId: id, serviceId, startsAt } = booked.value;
  const admitted = admit(state, serviceId, classId, at);
  if (!admitted.ok) return admitted;
  const arrivedAt = arrivalClock(startsAt, at, state.office.rules);
  const visitor = { ticketId, classId, dossiers: 1, arrivedAt, appointment: { id, startsAt } };
  return facts(issueTo(state, admitted.value, visitor, at));
}

/** The appointment with this code, if its visitor can use it on this day. */
export function bookedWith(state: State, code: string): Result<Appointment> {
  const appointment = state.appointments.get(state.byCode.get(code) ?? '');
  const used = usedUp(state, appointment);
  if (used || !appointment) return refuse(used ?? { code: 'UnknownAppointment' });
  const { startsAt } = appointment;
  return localTime(startsAt, state.office.timeZone).day === state.day
    ? accept(appointment)
    : refuse({ code: 'AppointmentOnAnotherDay', startsAt });
}

/** Why an appointment cannot be used: it is unknown, used or cancelled; null while it can. */
function usedUp(state: State, appointment: Appointment | undefined): Rejection | null {
  switch (appointment?.status) {
    case undefined:
      return { code: 'UnknownAppointment' };
    case 'booked':
      return null;
    case 'arrived':
      return { code: 'AppointmentUsed', number: state.tickets.get(appointment.ticketId)?.number ?? '' };
    case 'cancelled':
      return { code: 'AppointmentWasCancelled' };
    default:
      return appointment satisfies never;
  }
}

function freeCode({ byCode }: State, wanted: string): string {
  let code = wanted;
  while (byCode.has(code)) code = String(CODES.first + ((Number(code) + 1 - CODES.first) % CODES.count));
  return code;
}

export const appointmentRules = {
  BookAppointment: { decide: bookAppointment, firstFact: ['AppointmentBooked'] },
  CancelAppointment: { decide: cancelAppointment, firstFact: ['AppointmentCancelled'] },
  CheckIn: { decide: checkIn, firstFact: ['TicketIssued'] },
} satisfies Partial<Rules>;
