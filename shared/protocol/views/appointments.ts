import * as v from 'valibot';
import { instant, whole } from './common.ts';

/** A time that can be booked; with `free` 0 all its places are taken. */
export const appointmentSlot = v.strictObject({
  startsAt: instant,
  endsAt: instant,
  free: v.pipe(whole, v.description('Places left')),
});
export type AppointmentSlot = v.InferOutput<typeof appointmentSlot>;

const booking = { id: v.string(), serviceId: v.string(), startsAt: instant, endsAt: instant };
const code = v.pipe(v.string(), v.description('Six digits that the visitor types at the kiosk'));

/** What a visitor gets who has booked. No name: the code is all that they need. */
export const bookedAppointment = v.strictObject({ ...booking, code });
export type BookedAppointment = v.InferOutput<typeof bookedAppointment>;

/** For staff only: the codes are worth a place in the line. */
export const appointmentView = v.strictObject({
  ...booking,
  code,
  status: v.picklist(['booked', 'arrived', 'cancelled']),
  number: v.pipe(v.nullable(v.string()), v.description('Of the ticket, once the visitor has come')),
});
export type AppointmentView = v.InferOutput<typeof appointmentView>;
export type AppointmentStatus = AppointmentView['status'];

/** What the desk needs to offer bookings by telephone. */
export const bookingDesk = v.strictObject({
  services: v.array(v.string()),
  /** Days that have opening hours, today first. */
  days: v.array(v.string()),
  headStartMinutes: whole,
  lateMinutes: whole,
  /** How many bookings, cancellations and arrivals the day has seen: when it changes, lists are read anew. */
  changes: whole,
});
export type BookingDesk = v.InferOutput<typeof bookingDesk>;
