import * as v from 'valibot';
import { estimate, instant, ticketStatus, whole } from './common.ts';

/** One ticket as other systems see it through REST. */
export const ticketView = v.strictObject({
  id: v.string(),
  number: v.string(),
  serviceId: v.string(),
  status: ticketStatus,
  ahead: v.pipe(v.nullable(whole), v.description('Null unless the ticket waits to be called now')),
  estimate: v.nullable(estimate),
  counter: v.pipe(v.nullable(whole), v.description('Number of the counter where the ticket is called or served')),
  stranded: v.pipe(
    v.boolean(),
    v.description('No counter can call it by the rule any more; staff must call it out of order'),
  ),
  notBefore: v.pipe(v.nullable(instant), v.description('Its holder asked not to be called before that moment')),
});
export type TicketView = v.InferOutput<typeof ticketView>;

/** The answer to a visitor who takes a ticket. */
export const issuedTicket = v.strictObject({
  id: v.string(),
  number: v.string(),
  serviceId: v.string(),
  dossiers: whole,
  ahead: v.pipe(whole, v.description('Visitors of the same service who will be called before this one')),
  estimate: v.nullable(estimate),
  issuedAt: instant,
  appointmentAt: v.pipe(v.nullable(instant), v.description('Null without an appointment')),
  notBefore: v.pipe(
    v.nullable(instant),
    v.description('Start of the session that the ticket is for; null for the present session'),
  ),
});
export type IssuedTicket = v.InferOutput<typeof issuedTicket>;
