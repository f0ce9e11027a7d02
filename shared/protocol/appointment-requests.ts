/** What may be asked about appointments; schemas beside those of `requests.ts`. */
import * as v from 'valibot';
import { addDays } from '../time.ts';
import { issueTicket } from './requests.ts';

const { requestId, serviceId, ticketClass } = issueTicket.entries;

const code = v.pipe(v.string(), v.regex(/^\d{6}$/, 'six digits'));
const startsAt = v.pipe(
  v.number(),
  v.safeInteger(),
  // The far end of what Date can hold.
  v.minValue(0),
  v.maxValue(8.64e15),
  v.description('Start of a slot, milliseconds since 1970-01-01 UTC'),
);
const day = v.pipe(
  v.string(),
  v.isoDate(),
  // 2026-11-31 looks like a date; counted on, it is none or another one.
  v.check((value) => !Number.isNaN(Date.parse(value)) && addDays(value, 0) === value, 'a day of the calendar'),
  v.description('Business day such as 2026-11-22'),
);

/** By the visitor at the kiosk. */
export const checkIn = v.strictObject({ requestId, code, ticketClass });

export const appointmentRequests = {
  book: v.strictObject({ requestId, serviceId, startsAt }),
  cancel: v.strictObject({ requestId, appointmentId: serviceId }),
} as const;

/** Query of the free times of a service. */
export const slotsOfDay = v.object({ serviceId, day });
/** Query of the bookings of a day. */
export const bookingsOfDay = v.object({ day });
