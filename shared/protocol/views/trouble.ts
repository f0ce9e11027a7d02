/** What staff should look at, as every desk shows it. */
import * as v from 'valibot';
import { instant, whole } from './common.ts';

export const printJobView = v.strictObject({
  id: whole,
  kind: v.picklist(['ticket', 'come-back-slip']),
  number: v.string(),
  state: v.picklist(['waiting', 'unknown', 'abandoned']),
  requestedAt: instant,
  reprint: v.boolean(),
});
export type PrintJobView = v.InferOutput<typeof printJobView>;

/** What of today's journal can no longer be read: events that are missing, and those that do not fit without them. */
export const journalDamage = v.strictObject({ missing: whole, unfit: whole });
export type JournalDamage = v.InferOutput<typeof journalDamage>;

/** One kiosk gave more tickets than people can have pressed. */
export const burstView = v.strictObject({
  id: whole,
  /** Null for the kiosk on the server's own machine. */
  kioskName: v.nullable(v.string()),
  at: instant,
  tickets: whole,
  seconds: whole,
});
export type BurstView = v.InferOutput<typeof burstView>;
