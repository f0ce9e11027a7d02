/** The state of one business day: the fold of its events. Only `evolve` changes it, in place, because a day may have 100,000 tickets. */
import { afterWorking, workingDayOf } from '../../shared/calendar/working-time.ts';
import type { ClassId, ClerkId, CounterId, Office, ServiceId } from '../../shared/office/office.ts';
import { NO_VOTES, type Votes } from '../../shared/office/satisfaction.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import type { Announcement } from '../../shared/protocol/views/hall.ts';
import { type BusinessDay, type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';
import type { AppointmentId, BurstId, ClockQuestionId, JobId, TicketId } from './commands.ts';
import type { Booking, EventOf, EventType, FactOf, PrintKind } from './events.ts';
import type { Arrivals } from './learning/arrivals.ts';
import { type Coverage, FIRST_WIDTH, type IntervalWidth } from './learning/interval-width.ts';
import { type Pace, typicalOf, withTypical } from './learning/pace.ts';
import { Line, type Place } from './line.ts';
import { noRatings, type Ratings } from './votes.ts';

/** `serviceId` is the queue that the ticket is in now; a transfer changes it, while the number keeps its letter. */
export interface TicketBase extends Place {
  number: string;
  /** When the visitor really came for this turn; `arrivedAt` is the time that decides the order of calls. */
  cameAt: EpochMs;
  /** The booked time; null without an appointment. */
  appointmentAt: EpochMs | null;
  /** Whether staff have checked the priority reason; true from the start for a regular ticket. */
  classConfirmed: boolean;
  /** Whether the visitor has used the one chance to be called later. */
  postponed: boolean;
  /** Whether the ticket has been called at least once; only the first call is compared with the estimate. */
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

/** `order` decides between appointments of the same time. */
export type Appointment = Booking & { order: number } & (
    | { status: 'booked' }
    | { status: 'arrived'; ticketId: TicketId }
    | { status: 'cancelled' }
  );

/** A counter that a clerk works at; a counter that is not in the state's map is closed. */
export interface OpenCounter {
  id: CounterId;
  clerkId: ClerkId;
  clerkName: string;
  /** Null while the counter calls visitors; `until` is when the clerk means to be back, null when not given. */
  paused: { reason: string; since: EpochMs; until: EpochMs | null } | null;
  /** The ticket that is called or served at this counter. */
  current: TicketId | null;
}

export interface Queue {
  lastOrdinal: number;
  /** Tickets issued today; fewer than `lastOrdinal` where numbers were skipped. */
  issued: number;
  lines: Map<ClassId, Line>;
  pace: Pace | null;
  /** How often visitors come, by class. */
  arrivals: Map<ClassId, Arrivals>;
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

/** An announcement with its service, so that screens of other services can leave it out. */
export interface HallAnnouncement extends Announcement {
  serviceId: ServiceId;
}

export interface Burst {
  id: BurstId;
  /** The kiosk that issued the tickets, as the journal writes it. */
  by: string;
  at: EpochMs;
  tickets: number;
  seconds: number;
  pausedUntil: EpochMs;
}

export interface ClockQuestion {
  id: ClockQuestionId;
  /** Sequence number and time of the event that asked first; a further step of the clock asks anew. */
  firstSeq: number;
  since: EpochMs;
  ahead: DurationMs;
  sinceStart: boolean;
}

export interface State {
  day: BusinessDay;
  /** The office's description as of the last change of set-up. */
  office: Office;
  closed: boolean;
  /** Services of which no more tickets are issued today. */
  stopped: Set<ServiceId>;
  /** The open question which time is right; null while the machine's clock is trusted. */
  clockQuestion: ClockQuestion | null;
  /** Sequence number of the last event that changed this state. */
  lastSeq: number;
  /** The tickets that the next day takes over, because they were taken while it was asked which time is right. */
  handedOn: FactOf<'TicketTakenOver'>[];
  tickets: Map<TicketId, Ticket>;
  byNumber: Map<string, TicketId>;
  queues: Map<ServiceId, Queue>;
  /** Visitors who have returned to one clerk with a come-back slip and wait for that clerk only. */
  reserved: Map<ClerkId, Line>;
  /** Visitors who asked to be called later, in order of arrival, until they are called; `duePostponed` finds those whose time has come. */
  postponed: Line;
  counters: Map<CounterId, OpenCounter>;
  /** Counters that have been open today, and those of the last day before with an open counter. */
  staffed: { today: Set<CounterId>; before: Set<CounterId> };
  /** Tickets that are missed or away now, in the order in which they left. */
  absent: Set<TicketId>;
  /** Appointments of today and later days, in the order of booking. */
  appointments: Map<AppointmentId, Appointment>;
  byCode: Map<string, AppointmentId>;
  /** Visitors who have booked and have not come yet, in the order of their appointments. */
  expected: Map<ServiceId, Line>;
  /** Finished tickets, latest last; the rating pad and the desk show the last ones. */
  finished: TicketId[];
  intervalWidth: IntervalWidth;
  coverage: Coverage;
  announcements: HallAnnouncement[];
  ratings: Ratings;
  /** The votes of the earlier days of this month. */
  month: Votes;
  /** When each kiosk issued its latest tickets, as many of them as the burst rule looks at. */
  issuedBy: Map<string, EpochMs[]>;
  /** Bursts that staff have not dismissed, latest last. */
  bursts: Burst[];
  /** Print jobs that wait, are under way, abandoned or of unknown outcome; printed and dismissed jobs are removed. */
  prints: Map<JobId, PrintJob>;
  /** The last print jobs whatever their outcome, latest last: the kiosk shows it to the visitor. */
  latestPrints: PrintJob[];
}

/** How each type of event changes the state, in place. */
export type Changes = { [Type in EventType]: (state: State, event: EventOf<Type>) => void };

/** The state before the first event of a day. `office` stays valid where damage lost that first event. */
export function initialState(day: BusinessDay, office: Office): State {
  return {
    day,
    office,
    closed: false,
    stopped: new Set(),
    clockQuestion: null,
    handedOn: [],
    lastSeq: 0,
    tickets: new Map(),
    byNumber: new Map(),
    queues: new Map(),
    reserved: new Map(),
    postponed: new Line(),
    counters: new Map(),
    staffed: { today: new Set(), before: new Set() },
    absent: new Set(),
    appointments: new Map(),
    byCode: new Map(),
    expected: new Map(),
    finished: [],
    intervalWidth: FIRST_WIDTH,
    coverage: { inside: 0, early: 0, late: 0 },
    announcements: [],
    ratings: noRatings(),
    month: NO_VOTES,
    issuedBy: new Map(),
    bursts: [],
    prints: new Map(),
    latestPrints: [],
  };
}

/** The queue of a service, created at the first request. */
export function queueOf(state: State, serviceId: ServiceId): Queue {
  const known = state.queues.get(serviceId);
  if (known) return known;
  const created: Queue = { lastOrdinal: 0, issued: 0, lines: new Map(), pace: null, arrivals: new Map() };
  state.queues.set(serviceId, created);
  return created;
}

/** The pace of each service to estimate with. */
export function pacesOf({ queues }: State): (serviceId: ServiceId) => Pace {
  const typical = typicalOf([...queues.values()].map(({ pace }) => pace));
  return (serviceId) => withTypical(queues.get(serviceId)?.pace ?? null, typical);
}

export function lineOf<Key>(lines: Map<Key, Line>, key: Key): Line {
  const known = lines.get(key);
  if (known) return known;
  const created = new Line();
  lines.set(key, created);
  return created;
}

/** How many visitors of this service wait for one clerk only. */
export function reservedFor(state: State, serviceId: ServiceId): number {
  let waiting = 0;
  for (const line of state.reserved.values()) {
    waiting += line.first(line.length).filter((place) => place.serviceId === serviceId).length;
  }
  return waiting;
}

/** How many visitors have booked and not come yet, over all services and days. */
export function expectedIn({ expected }: State): number {
  let count = 0;
  for (const line of expected.values()) count += line.length;
  return count;
}

/** Until when a visitor who missed the call may come back without a new ticket: breaks do not count, because no visitor is called then. */
export function returnsUntil({ office }: State, { missedAt }: { missedAt: EpochMs }): EpochMs {
  return afterWorking(workingDayOf(office, missedAt), missedAt, office.rules.lateReturnMinutes * MINUTE);
}
