import type { ServiceId } from '../../office/office.ts';
import type { BusinessDay, EpochMs } from '../../time.ts';

/** A time that can be booked; with `free` 0 all its places are taken. */
export interface AppointmentSlot {
  startsAt: EpochMs;
  endsAt: EpochMs;
  free: number;
}

/** What whoever booked gets. No name: the code is all that the visitor needs. */
export interface BookedAppointment {
  id: string;
  /** Six digits for the kiosk. */
  code: string;
  serviceId: ServiceId;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** What the desk needs to offer bookings by telephone. */
export interface BookingDesk {
  services: ServiceId[];
  /** Days that have opening hours, today first. */
  days: BusinessDay[];
  headStartMinutes: number;
  lateMinutes: number;
  /** How many bookings, cancellations and arrivals the day has seen: when it changes, lists are read anew. */
  changes: number;
}

export type AppointmentStatus = 'booked' | 'arrived' | 'cancelled';

/** For staff only: the codes are worth a place in the line. */
export interface AppointmentView extends BookedAppointment {
  status: AppointmentStatus;
  /** Of the ticket, once the visitor has come. */
  number: string | null;
}
