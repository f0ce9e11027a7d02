/**
 * What each audience may see; kiosk, rating pad, telephone and printer preview have files of their own. A view is always sent
 * whole (1–2 KB) and replaces the one before it. Nothing in a view may be secret from the people who stand before that screen.
 */

import type { Text } from '../../language.ts';
import type { ClassId, ClerkId, CounterId, HallScreen, OfficeLook, ServiceId, Voice } from '../../office/office.ts';
import type { Satisfaction } from '../../office/satisfaction.ts';
import type { BusinessDay, EpochMs } from '../../time.ts';
import type { BookingDesk } from './appointments.ts';
import type { BoardNotice } from './notices.ts';
import type { BurstView, JournalDamage, PrintJobView } from './trouble.ts';

export type TicketStatus = 'waiting' | 'called' | 'serving' | 'done' | 'missed' | 'away' | 'withdrawn' | 'expired';

export type Opening =
  /** `until` is null for an office that is open around the clock. */
  | { state: 'open'; until: EpochMs | null }
  | { state: 'break'; opensAt: EpochMs }
  /** `opensAt` is null when no session lies within the next two weeks. */
  | { state: 'closed'; opensAt: EpochMs | null };

/** A range for the wait in minutes, rounded to 5 and never promising too little: "10 to 25 minutes". */
export interface Estimate {
  fromMinutes: number;
  toMinutes: number;
}

export interface OfficeHead {
  name: Text;
  motto: Text;
  hotline: string;
  timeZone: string;
  /** The accent as it can be read on our grounds; `logo` is an address on this server. */
  look: OfficeLook;
}

/** Trouble that people in the hall or staff should know of. */
export interface Health {
  storage: 'ok' | 'unavailable';
  /** The machine's clock stands before the last known time; times shown are the last known time. */
  clock: 'ok' | 'behind';
  printer: PrinterHealth;
}

export type PrinterHealth = 'ok' | 'paper-low' | 'paper-out' | 'cover-open' | 'error' | 'unreachable';

export interface ServiceLoad {
  id: ServiceId;
  letter: string;
  name: Text;
  waiting: number;
  /** Counters that call for this service now; with 0 nobody is at work on it at present. */
  openCounters: number;
}

// ── lobby TV ──

/** One "please come to the counter": the first call of a ticket or a recall. Screens play each id once, in order. */
export interface Announcement {
  /** Grows by any amount within a business day. */
  id: number;
  day: BusinessDay;
  at: EpochMs;
  number: string;
  counterNumber: number;
  recall: boolean;
}

export interface BoardCall {
  number: string;
  counterNumber: number;
  calledAt: EpochMs;
  status: 'called' | 'serving';
}

/** Of one screen: what belongs to other services than its own is not in it. */
export interface DisplayView {
  office: OfficeHead;
  layout: Pick<HallScreen, 'orientation' | 'calls'>;
  opening: Opening;
  health: Health;
  /** Tickets now called or served, latest call first. */
  calls: BoardCall[];
  /** The last announcements, oldest first. */
  announcements: Announcement[];
  services: ServiceLoad[];
  /** `busy` is a counter with a visitor whom this screen does not show. */
  counters: {
    number: number;
    services: ServiceId[];
    state: CounterState | 'busy';
    /** When the clerk means to be back, if they said so. */
    pausedUntil: EpochMs | null;
    current: string | null;
  }[];
  satisfaction: Satisfaction;
  /** Those due now, in the order of set-up. */
  notices: BoardNotice[];
  speakNotices: boolean;
  voice: Pick<Voice, 'languages' | 'repeat'>;
}

// ── desk ──

export type CounterState = 'closed' | 'open' | 'paused';

export interface DeskTicket {
  id: string;
  number: string;
  serviceId: ServiceId;
  classId: ClassId;
  /** False while a priority reason was claimed at the kiosk and nobody has looked. */
  classConfirmed: boolean;
  dossiers: number;
  /** When the visitor came. */
  arrivedAt: EpochMs;
  /** Null without an appointment. */
  appointmentAt: EpochMs | null;
}

export interface CounterView {
  id: CounterId;
  number: number;
  services: ServiceId[];
  state: CounterState;
  clerk: { id: ClerkId; name: string } | null;
  pauseReason: string | null;
  /** When the clerk means to be back, if they said so. */
  pausedUntil: EpochMs | null;
  current:
    | (DeskTicket & { status: 'called'; calledAt: EpochMs; recalls: number })
    | (DeskTicket & { status: 'serving'; calledAt: EpochMs; startedAt: EpochMs })
    | null;
  /** Tickets this counter may call. */
  waiting: number;
}

export interface WaitingTicket extends DeskTicket {
  /** Set when the visitor comes back to one clerk: only that clerk calls them, before anybody else. */
  reservedFor: ClerkId | null;
  /** Asked to be called later than this; null for everybody else. */
  notBefore: EpochMs | null;
}

export interface ReturnableTicket extends DeskTicket {
  status: 'missed' | 'away';
  /** Null when set-up no longer has that counter. */
  counterNumber: number | null;
  since: EpochMs;
  /** After this moment a missed ticket is refused and an away one goes to the ordinary line. */
  until: EpochMs;
}

export interface DeskView {
  office: OfficeHead;
  health: Health;
  opening: Opening;
  me: { id: ClerkId; name: string; role: StaffRole };
  services: ServiceLoad[];
  classes: { id: ClassId; name: Text }[];
  /** Whoever brings more dossiers waits again after so many. */
  dossiersPerTurn: number;
  counters: CounterView[];
  /** Null where nothing can be booked. */
  booking: BookingDesk | null;
  /** The next visitors of the whole office in the order they would be called now; at most 60. */
  waiting: WaitingTicket[];
  waitingTotal: number;
  returnable: ReturnableTicket[];
  /** Finished today, latest first; at most 10. */
  finished: { id: string; number: string; finishedAt: EpochMs }[];
  /** Paper that did not come out for sure: for staff to decide. */
  prints: PrintJobView[];
  /** Of the last minutes, until somebody has looked. */
  bursts: BurstView[];
  /** Only for supervisors, otherwise null. */
  supervisor: SupervisorView | null;
}

export type StaffRole = 'clerk' | 'supervisor';
export type DeviceKind = 'kiosk' | 'display' | 'rating';

export interface PairingScreen {
  code: string;
  /** A counter's sign pairs as a display, which it may be beside a TV. */
  kind: DeviceKind | 'sign';
  /** Of a sign; null for all others, and where the office has no such counter. */
  counterNumber: number | null;
  address: string;
  since: EpochMs;
}

export interface SupervisorView {
  /** Screens that show a pairing code at this moment. */
  pairing: PairingScreen[];
  devices: { id: string; kind: DeviceKind; name: string; pairedAt: EpochMs; online: boolean }[];
  staff: { id: ClerkId; userName: string; name: string; role: StaffRole }[];
  journalDamage: JournalDamage;
}
