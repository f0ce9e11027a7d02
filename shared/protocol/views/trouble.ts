/** Problems that need the attention of staff, as every desk shows them. */
import * as v from 'valibot';
import { deviceKind, instant, whole } from './common.ts';

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

/** An alarm: a screen of the hall has had no connection for a while, or none since the server started. */
export const missingScreen = v.strictObject({
  id: v.string(),
  kind: deviceKind,
  /** The name that it was paired under; null for a screen on the server's own machine. */
  name: v.nullable(v.string()),
  /** The counter of a sign on the server's own machine; null for any other screen. */
  counterNumber: v.nullable(whole),
  since: instant,
});
export type MissingScreen = v.InferOutput<typeof missingScreen>;
