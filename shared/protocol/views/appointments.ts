import * as v from 'valibot';
import { instant, whole } from './common.ts';

/** A time that visitors may book; `free` is 0 when all its places are taken. */
export const appointmentSlot = v.strictObject({
  startsAt: instant,
  endsAt: instant,
  free: v.pipe(whole, v.description('Places left')),
});
export type AppointmentSlot = v.InferOutput<typeof appointmentSlot>;

const booking = { id: v.string(), serviceId: v.string(), startsAt: instant, endsAt: instant };
const code = v.pipe(v.string(), v.description('Six digits that the visitor types at the kiosk'));

/** The answer to a booking. No name is stored: the code is all that the visitor needs. */
export const bookedAppointment = v.strictObject({ ...booking, code });
export type BookedAppointment = v.InferOutput<typeof bookedAppointment>;

/** An appointment that its visitor can use now. */
export const foundAppointment = v.strictObject({ code, serviceId: v.string(), startsAt: instant });
export type FoundAppointment = v.InferOutput<typeof foundAppointment>;

/** For staff only, because a code gives its holder a place in the line. */
export const appointmentView = v.strictObject({
  ...booking,
  code,
  status: v.picklist(['booked', 'arrived', 'cancelled']),
  number: v.pipe(v.nullable(v.string()), v.description('Of the ticket, once the visitor has come')),
});
export type AppointmentView = v.InferOutput<typeof appointmentView>;
export type AppointmentStatus = AppointmentView['status'];

/** What the desk needs to book appointments for visitors who telephone. */
export const bookingDesk = v.strictObject({
  services: v.array(v.string()),
  /** Days that have opening hours, today first. */
  days: v.array(v.string()),
  headStartMinutes: whole,
  lateMinutes: whole,
  /** Grows with each booking, cancellation and arrival of the day, so that pages know when to load their lists again. */
  changes: whole,
});
export type BookingDesk = v.InferOutput<typeof bookingDesk>;
