import * as v from 'valibot';
import { PICTOGRAMS } from '../../office/pictograms.ts';
import { WEEKDAYS } from '../../time.ts';
import { estimate, health, instant, officeHead, opening, serviceLoad, text, whole } from './common.ts';

/** What a visitor can expect who takes a ticket now. */
const outlook = {
  /** Null when too little is known about the service. */
  estimate: v.nullable(estimate),
  /** Whether the ticket will be served before this session ends. */
  thisSession: v.picklist(['likely', 'uncertain', 'unlikely']),
};
const outlookSchema = v.strictObject(outlook);
export type Outlook = v.InferOutput<typeof outlookSchema>;

/** The outlook directly in the service is that of a regular ticket. */
const kioskService = v.strictObject({
  ...serviceLoad.entries,
  ...outlook,
  examples: v.nullable(text),
  pictogram: v.nullable(v.picklist(PICTOGRAMS)),
  informationDesk: v.boolean(),
  /** The numbers of the counters that serve it, open or not, in ascending order. */
  counters: v.array(whole),
  availability: v.picklist(['available', 'limit-reached', 'not-served']),
  /** The outlooks of other classes, by weight, where it differs from a regular ticket's. */
  outlooks: v.record(v.string(), outlookSchema),
});
export type KioskService = v.InferOutput<typeof kioskService>;

const printState = v.picklist(['printing', 'printed', 'failed', 'unknown']);
export type PrintState = v.InferOutput<typeof printState>;

/** Tickets for a session can be taken only when it is `today`. */
const nextSession = v.strictObject({ opensAt: instant, today: v.boolean() });
export type NextSession = v.InferOutput<typeof nextSession>;

const sessions = v.array(v.strictObject({ from: v.string(), to: v.string() }));

/** When the office works; times are local, 07:30. */
const workingHours = v.strictObject({
  week: v.record(v.picklist(WEEKDAYS), sessions),
  /** The next day of the coming two weeks that differs from the week's hours, such as a holiday; null for none. */
  special: v.nullable(v.strictObject({ day: v.string(), sessions })),
});
export type WorkingHours = v.InferOutput<typeof workingHours>;

export const kioskView = v.strictObject({
  office: officeHead,
  health,
  opening,
  hours: workingHours,
  /** The session after the open one; null while the office is closed or when no later session is known. */
  nextSession: v.nullable(nextSession),
  services: v.array(kioskService),
  classes: v.array(
    v.strictObject({
      id: v.string(),
      name: text,
      condition: v.nullable(text),
      pictogram: v.nullable(v.picklist(PICTOGRAMS)),
      weight: v.number(),
    }),
  ),
  /** Where the paper comes out of this kiosk, seen from its screen. */
  slot: v.picklist(['below', 'left', 'right']),
  /** Whether visitors may have appointments, so that the kiosk asks for codes. */
  appointments: v.boolean(),
  /** How many dossiers one turn takes; a visitor with more waits again for the next turn. */
  dossiersPerTurn: whole,
  /** The origin at which telephones find the pages of tickets. */
  address: v.string(),
  /** The latest tickets, with the state of their print jobs. */
  prints: v.array(v.strictObject({ number: v.string(), state: printState })),
});
export type KioskView = v.InferOutput<typeof kioskView>;
