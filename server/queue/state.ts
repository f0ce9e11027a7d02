/** What a business day has come to: the fold of its events. Only `evolve` changes it, in place (100,000 tickets a day). */
import type { ClassId, ClerkId, CounterId, Office, ServiceId } from '../../shared/office/office.ts';
import { NO_VOTES, type Votes } from '../../shared/office/satisfaction.ts';
import type { Announcement, Estimate } from '../../shared/protocol/views/hall.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import type { AppointmentId, BurstId, JobId, TicketId } from './commands.ts';
import type { Booking, EventOf, EventType, PrintKind } from './events.ts';
import { type Coverage, FIRST_WIDTH, type IntervalWidth } from './learning/interval-width.ts';
import { isKnown, type Pace } from './learning/pace.ts';
import { Line, type Place } from './line.ts';

/** `serviceId` is the queue the ticket is in now, which a transfer changes; the number keeps its first letter. */
export interface TicketBase extends Place {
  number: string;
  /** Since when the visitor has really been here for this turn; `arrivedAt` is the clock that the order goes by. */
  cameAt: EpochMs;
  /** When the visitor had an appointment; null without one. */
  appointmentAt: EpochMs | null;
  /** A priority reason that staff have looked at; a regular ticket needs none. */
  classConfirmed: boolean;
  /** A visitor may ask to be called later once. */
  postponed: boolean;
  /** At least once: what the visitor was told has come true by now, or not. */
  wasCalled: boolean;
  ahead: number;
  estimate: Estimate | null;
}

export type Ticket = TicketBase & TicketSituation;

export type TicketSituation =
  | { status: 'waiting'; reservedFor: ClerkId | null; notBefore: EpochMs | null }
  | { status: 'called'; counterId: CounterId; calledAt: EpochMs; recalls: number }
  | { status: 'serving'; counterId: CounterId; calledAt: EpochMs; startedAt: EpochMs }
  | { status: 'missed'; counterId: CounterId; missedAt: EpochMs }
  | { status: 'away'; counterId: CounterId; clerkId: ClerkId; awayAt: EpochMs; until: EpochMs }
  | { status: 'done'; counterId: CounterId; finishedAt: EpochMs; rated: boolean }
  | { status: 'withdrawn' }
  | { status: 'expired' };

/** `order` tells apart those of the same moment. */
export type Appointment = Booking & { order: number } & (
    | { status: 'booked' }
    | { status: 'arrived'; ticketId: TicketId }
    | { status: 'cancelled' }
  );

/** A counter somebody works at; a counter that is not in the map is closed. */
export interface OpenCounter {
  id: CounterId;
  clerkId: ClerkId;
  clerkName: string;
  /** Null while visitors are called; `until` is when the clerk means to be back, if they said so. */
  paused: { reason: string; until: EpochMs | null } | null;
  /** The ticket that is called or served here. */
  current: TicketId | null;
}

export interface Queue {
  lastOrdinal: number;
  lines: Map<ClassId, Line>;
  pace: Pace | null;
}

export type PrintStatus = 'waiting' | 'started' | 'unknown' | 'printed' | 'abandoned' | 'dismissed';

export interface PrintJob {
  id: JobId;
  kind: PrintKind;
  ticketId: TicketId;
  requestedAt: EpochMs;
  reprint: boolean;
  status: PrintStatus;
}

export interface Ratings {
  /** Votes with a ticket per level, worst first, always five. */
  levels: number[];
  anonymous: number;
  /** When each pad voted last, by the actor as the journal writes it. */
  lastBy: Map<string, EpochMs>;
}

/** With the service it is for: a screen of other services does not announce it. */
export interface HallAnnouncement extends Announcement {
  serviceId: ServiceId;
}

export interface Burst {
  id: BurstId;
  /** Who gave the tickets, as the journal writes it. */
  by: string;
  at: EpochMs;
  tickets: number;
  seconds: number;
  pausedUntil: EpochMs;
}

export interface State {
  day: BusinessDay;
  /** As of the last change of set-up. */
  office: Office;
  closed: boolean;
  /** Of the last event that changed this state. */
  lastSeq: number;
  tickets: Map<TicketId, Ticket>;
  byNumber: Map<string, TicketId>;
  queues: Map<ServiceId, Queue>;
  /** Visitors who come back to one clerk. */
  reserved: Map<ClerkId, Line>;
  /** Visitors who asked to be called later, in order of arrival. */
  postponed: Line;
  counters: Map<CounterId, OpenCounter>;
  /** Tickets now missed or away, in the order they left. */
  absent: Set<TicketId>;
  /** For today and later, in the order of booking. */
  appointments: Map<AppointmentId, Appointment>;
  byCode: Map<string, AppointmentId>;
  /** Who has booked and has not come yet, by the time of the appointment. */
  expected: Map<ServiceId, Line>;
  /** Finished tickets, latest last; the rating pad and the desk show the end of it. */
  finished: TicketId[];
  intervalWidth: IntervalWidth;
  coverage: Coverage;
  announcements: HallAnnouncement[];
  ratings: Ratings;
  /** Of the earlier days of this month. */
  month: Votes;
  /** When each kiosk gave its latest tickets, as many as may come in a row. */
  issuedBy: Map<string, EpochMs[]>;
  /** Not yet dismissed, latest last. */
  bursts: Burst[];
  /** Paper that is wanted, on its way or in doubt; what is printed or dismissed leaves. */
  prints: Map<JobId, PrintJob>;
  /** The last jobs whatever became of them, latest last: the kiosk tells its visitor. */
  latestPrints: PrintJob[];
}

/** What each event changes; the state is changed in place. */
export type Changes = { [Type in EventType]: (state: State, event: EventOf<Type>) => void };

/** A day before its first event. `office` is what it goes by where damage lost that event. */
export function initialState(day: BusinessDay, office: Office): State {
  return {
    day,
    office,
    closed: false,
    lastSeq: 0,
    tickets: new Map(),
    byNumber: new Map(),
    queues: new Map(),
    reserved: new Map(),
    postponed: new Line(),
    counters: new Map(),
    absent: new Set(),
    appointments: new Map(),
    byCode: new Map(),
    expected: new Map(),
    finished: [],
    intervalWidth: FIRST_WIDTH,
    coverage: { inside: 0, early: 0, late: 0 },
    announcements: [],
    ratings: { levels: [0, 0, 0, 0, 0], anonymous: 0, lastBy: new Map() },
    month: NO_VOTES,
    issuedBy: new Map(),
    bursts: [],
    prints: new Map(),
    latestPrints: [],
  };
}

/** The queue of a service, made when first asked for. */
export function queueOf(state: State, serviceId: ServiceId): Queue {
  const known = state.queues.get(serviceId);
  if (known) return known;
  const made: Queue = { lastOrdinal: 0, lines: new Map(), pace: null };
  state.queues.set(serviceId, made);
  return made;
}

/** Null where too little is known about the service. */
export function paceOf({ queues }: State, serviceId: ServiceId): Pace | null {
  const pace = queues.get(serviceId)?.pace;
  return isKnown(pace) ? pace : null;
}

export function lineOf<Key>(lines: Map<Key, Line>, key: Key): Line {
  const known = lines.get(key);
  if (known) return known;
  const made = new Line();
  lines.set(key, made);
  return made;
}

/** How many wait for this service at one clerk only. */
export function reservedFor(state: State, serviceId: ServiceId): number {
  let waiting = 0;
  for (const line of state.reserved.values()) {
    waiting += line.first(line.length).filter((place) => place.serviceId === serviceId).length;
  }
  return waiting;
}

/** How many have booked and not come yet, of all services and days. */
export function expectedIn({ expected }: State): number {
  let count = 0;
  for (const line of expected.values()) count += line.length;
  return count;
}
