/** Problems that need the attention of staff, as every desk shows them. */
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

/** How many events of today's journal are missing, and how many no longer fit without them. */
export const journalDamage = v.strictObject({ missing: whole, unfit: whole });
export type JournalDamage = v.InferOutput<typeof journalDamage>;

/** An alarm: a kiosk issued more tickets in a row than visitors can need. */
export const burstView = v.strictObject({
  id: whole,
  /** Null for the kiosk on the server's own machine. */
  kioskName: v.nullable(v.string()),
  at: instant,
  tickets: whole,
  seconds: whole,
});
export type BurstView = v.InferOutput<typeof burstView>;
