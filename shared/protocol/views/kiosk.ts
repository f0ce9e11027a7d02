import * as v from 'valibot';
import { estimate, health, instant, officeHead, opening, serviceLoad, text, whole } from './common.ts';

/** What a visitor who takes a ticket now may expect. */
const outlook = {
  /** Null when too little is known. */
  estimate: v.nullable(estimate),
  /** Whether the ticket is served before this session ends. */
  thisSession: v.picklist(['likely', 'uncertain', 'unlikely']),
};
const outlookSchema = v.strictObject(outlook);
export type Outlook = v.InferOutput<typeof outlookSchema>;

/** Its own outlook is that of a regular ticket. */
const kioskService = v.strictObject({
  ...serviceLoad.entries,
  ...outlook,
  availability: v.picklist(['available', 'limit-reached']),
  /** By the weight of the class, where that is another than a regular ticket's. */
  outlooks: v.record(v.string(), outlookSchema),
});
export type KioskService = v.InferOutput<typeof kioskService>;

const printState = v.picklist(['printing', 'printed', 'failed', 'unknown']);
export type PrintState = v.InferOutput<typeof printState>;

/** `today`: tickets can be taken for it now. */
const nextSession = v.strictObject({ opensAt: instant, today: v.boolean() });
export type NextSession = v.InferOutput<typeof nextSession>;

export const kioskView = v.strictObject({
  office: officeHead,
  health,
  opening,
  /** What follows the session that is open; null while none is, or when none is known. */
  nextSession: v.nullable(nextSession),
  services: v.array(kioskService),
  classes: v.array(v.strictObject({ id: v.string(), name: text, weight: v.number() })),
  /** Visitors may have booked: the kiosk takes their codes. */
  appointments: v.boolean(),
  /** A visitor with more dossiers waits again after so many. */
  dossiersPerTurn: whole,
  /** Where telephones find the office: the origin of a ticket's own page. */
  address: v.string(),
  /** Tickets of the last minutes and whether their paper came out. */
  prints: v.array(v.strictObject({ number: v.string(), state: printState })),
});
export type KioskView = v.InferOutput<typeof kioskView>;
