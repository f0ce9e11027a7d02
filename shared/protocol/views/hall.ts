/**
 * Schemas of the views of TVs and desk. OpenAPI describes answers with them, tests check every view against them, and pages import only
 * the types. A view is always sent complete (1–2 KB) and replaces the one before. A view may contain nothing that the people in front
 * of its screen must not know. Kiosk, rating pad, telephone and printer preview have files of their own.
 */
import * as v from 'valibot';
import { bookingDesk } from './appointments.ts';
import {
  deviceKind,
  type estimate,
  health,
  instant,
  officeHead,
  opening,
  screenLayout,
  serviceLoad,
  staffRole,
  text,
  type ticketStatus,
  whole,
} from './common.ts';
import { boardNotice } from './notices.ts';
import { burstView, journalDamage, printJobView } from './trouble.ts';

export type TicketStatus = v.InferOutput<typeof ticketStatus>;
export type Opening = v.InferOutput<typeof opening>;
export type Estimate = v.InferOutput<typeof estimate>;
export type OfficeHead = v.InferOutput<typeof officeHead>;
export type Health = v.InferOutput<typeof health>;
export type PrinterHealth = Health['printer'];
export type ServiceLoad = v.InferOutput<typeof serviceLoad>;
export type StaffRole = v.InferOutput<typeof staffRole>;
export type DeviceKind = v.InferOutput<typeof deviceKind>;

// ── lobby TV ──

/** One announcement that asks a visitor to come to a counter: the first call or a recall. Screens play each id once, in order. */
const announcement = v.strictObject({
  /** Grows within a business day, not necessarily by 1. */
  id: whole,
  day: v.string(),
  at: instant,
  number: v.string(),
  counterNumber: whole,
  recall: v.boolean(),
});
export type Announcement = v.InferOutput<typeof announcement>;

const boardCall = v.strictObject({
  number: v.string(),
  counterNumber: whole,
  calledAt: instant,
  status: v.picklist(['called', 'serving']),
});
export type BoardCall = v.InferOutput<typeof boardCall>;

const pausedUntil = v.pipe(v.nullable(instant), v.description('When the clerk means to be back, if they said so'));
/** From 0 to 1; null without a vote. */
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));

/** The view of one TV; it has nothing about services that the TV does not show. */
export const displayView = v.strictObject({
  office: officeHead,
  layout: screenLayout,
  opening,
  health,
  /** Tickets that are called or served now, latest call first. */
  calls: v.array(boardCall),
  /** The last announcements, oldest first. */
  announcements: v.array(announcement),
  services: v.array(serviceLoad),
  counters: v.array(
    v.strictObject({
      number: whole,
      services: v.array(v.string()),
      state: v.pipe(
        v.picklist(['closed', 'open', 'paused', 'busy']),
        v.description('Busy with a visitor whom this screen does not show'),
      ),
      pausedUntil,
      current: v.nullable(v.string()),
    }),
  ),
  /** `ratings` counts votes with a ticket; `satisfied` is the share of the top two levels; `ratings / visits` is the response rate. */
  satisfaction: v.strictObject({
    ratings: whole,
    satisfied: share,
    /** Votes per level, worst first; one entry for each level that the office uses. */
    levels: v.array(whole),
    /** Votes without a ticket, which are not part of any other figure. */
    anonymous: whole,
    visits: whole,
    /** The figures of this month, today included. */
    month: v.strictObject({ ratings: whole, satisfied: share, visits: whole }),
  }),
  /** The notices that are due now, in the order of set-up. */
  notices: v.array(boardNotice),
  speakNotices: v.boolean(),
  voice: v.strictObject({ languages: v.array(v.string()), repeat: v.boolean() }),
});
export type DisplayView = v.InferOutput<typeof displayView>;

// ── desk ──

const deskTicket = v.strictObject({
  id: v.string(),
  number: v.string(),
  serviceId: v.string(),
  classId: v.string(),
  /** False until staff have checked a priority reason that was claimed at the kiosk. */
  classConfirmed: v.boolean(),
  dossiers: whole,
  arrivedAt: v.pipe(instant, v.description('When the visitor came')),
  /** Null without an appointment. */
  appointmentAt: v.nullable(instant),
});
export type DeskTicket = v.InferOutput<typeof deskTicket>;

const atCounter = { ...deskTicket.entries, calledAt: instant };

export const counterView = v.strictObject({
  id: v.string(),
  number: whole,
  services: v.array(v.string()),
  state: v.picklist(['closed', 'open', 'paused']),
  clerk: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  pauseReason: v.nullable(v.string()),
  pausedUntil,
  current: v.nullable(
    v.variant('status', [
      v.strictObject({ ...atCounter, status: v.literal('called'), recalls: whole }),
      v.strictObject({ ...atCounter, status: v.literal('serving'), startedAt: instant }),
    ]),
  ),
  waiting: v.pipe(whole, v.description('Tickets this counter may call')),
});
export type CounterView = v.InferOutput<typeof counterView>;

const waitingTicket = v.strictObject({
  ...deskTicket.entries,
  /** Set when the visitor has returned to one clerk with a come-back slip: only that clerk calls the ticket, before all others. */
  reservedFor: v.nullable(v.string()),
  /** The visitor asked not to be called before this moment. */
  notBefore: v.nullable(instant),
});
export type WaitingTicket = v.InferOutput<typeof waitingTicket>;

const returnableTicket = v.strictObject({
  ...deskTicket.entries,
  status: v.picklist(['missed', 'away']),
  /** Null when set-up no longer has that counter. */
  counterNumber: v.nullable(whole),
  since: instant,
  /** After this moment a missed visitor needs a new ticket, and a visitor with a come-back slip waits for any clerk. */
  until: instant,
});
export type ReturnableTicket = v.InferOutput<typeof returnableTicket>;

const pairingScreen = v.strictObject({
  code: v.string(),
  /** `sign`: a counter's sign, which is paired as a display and may later be used as a TV too. */
  kind: v.picklist([...deviceKind.options, 'sign']),
  /** The counter of a sign; null for all other kinds and when the office has no such counter. */
  counterNumber: v.nullable(whole),
  address: v.string(),
  since: instant,
});
export type PairingScreen = v.InferOutput<typeof pairingScreen>;

const supervisorView = v.strictObject({
  /** Screens that show a pairing code at this moment. */
  pairing: v.array(pairingScreen),
  devices: v.array(
    v.strictObject({ id: v.string(), kind: deviceKind, name: v.string(), pairedAt: instant, online: v.boolean() }),
  ),
  staff: v.array(v.strictObject({ id: v.string(), userName: v.string(), name: v.string(), role: staffRole })),
  journalDamage,
});
export type SupervisorView = v.InferOutput<typeof supervisorView>;

export const deskView = v.strictObject({
  office: officeHead,
  health,
  opening,
  me: v.strictObject({ id: v.string(), name: v.string(), role: staffRole }),
  services: v.array(serviceLoad),
  classes: v.array(v.strictObject({ id: v.string(), name: text })),
  /** How many dossiers one turn takes; a visitor with more waits again for the next turn. */
  dossiersPerTurn: whole,
  counters: v.array(counterView),
  /** Null when no service can be booked. */
  booking: v.nullable(bookingDesk),
  /** The waiting tickets of the office in the order in which they would be called now: the first 60, and the first 10 of each service. */
  waiting: v.array(waitingTicket),
  waitingTotal: whole,
  returnable: v.array(returnableTicket),
  /** Finished today, latest first; at most 10. */
  finished: v.array(v.strictObject({ id: v.string(), number: v.string(), finishedAt: instant })),
  /** Print jobs whose paper may not have come out; staff decide what to do. */
  prints: v.array(printJobView),
  /** Alarms of the last minutes that staff have not dismissed. */
  bursts: v.array(burstView),
  /** Null for clerks. */
  supervisor: v.nullable(supervisorView),
});
export type DeskView = v.InferOutput<typeof deskView>;
