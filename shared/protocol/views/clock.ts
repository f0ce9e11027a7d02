/** The question which time is right, after the machine's clock has left the office's time. */
import * as v from 'valibot';
import { instant, whole } from './common.ts';

export const CLOCK_REASONS = [
  'supervisor',
  'ends-nothing',
  'desks-agree',
  'nobody-signed-in',
  'machine-returned',
] as const;
/** Why the question was settled. `machine-returned`: the machine's clock shows the office's time again. */
export type ClockReason = (typeof CLOCK_REASONS)[number];

/** What ends when the office follows the machine's clock. */
export const clockEnds = v.strictObject({
  /** The session that is open now is over by the machine's time, so that no tickets are issued. */
  session: v.boolean(),
  /** The business day is over, or it is another day. */
  day: v.boolean(),
  /** Tickets that end with the day. */
  tickets: whole,
  /** Open counters that close with the day. */
  counters: whole,
});
export type ClockEnds = v.InferOutput<typeof clockEnds>;

export const clockQuestion = v.strictObject({
  id: whole,
  since: instant,
  officeTime: v.pipe(instant, v.description('By which the office goes on until the question is answered')),
  machineTime: instant,
  ends: clockEnds,
});
export type ClockQuestion = v.InferOutput<typeof clockQuestion>;
