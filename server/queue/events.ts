/** The facts that a business day consists of. They are plain JSON, so that other stores and programs can carry them. */
import type { ClassId, ClerkId, CounterId, Office, ServiceId } from '../../shared/office/office.ts';
import type { Votes } from '../../shared/office/satisfaction.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { ClockReason } from '../../shared/protocol/views/clock.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { BusinessDay, DurationMs, EpochMs } from '../../shared/time.ts';
import type { AppointmentId, BurstId, ClockTrust, JobId, TicketId, VoteId } from './commands.ts';
import type { IntervalWidth } from './learning/interval-width.ts';
import type { Pace } from './learning/pace.ts';

export type Fact =
  /** The first event of a day; again, in a day that was left because the clock was set back, when the office comes to it again. */
  | {
      type: 'DayOpened';
      day: BusinessDay;
      office: Office;
      /** Learned on the days before, so that the first visitor of a morning gets an estimate too. */
      paces: Record<ServiceId, Pace>;
      /** The counters that were open on the last day with an open counter, because the same clerks are expected in the morning. */
      staffed: CounterId[];
      /** The interval width of estimates; the name in the journal is older than the term. */
      margins: IntervalWidth;
      /** Appointments for this day and later ones that were booked on earlier days, in the order of booking. */
      appointments: Booking[];
      /** The votes of the earlier days of this month. */
      month: Votes;
    }
  | { type: 'OfficeChanged'; office: Office }
  /** No more tickets of this service on this day, until `IssuingResumed`. */
  | { type: 'IssuingStopped'; serviceId: ServiceId }
  | { type: 'IssuingResumed'; serviceId: ServiceId }
  | { type: 'DayClosed' }
  /** The day is not over after all: by new opening hours, or because a wrong clock had closed it. */
  | { type: 'DayReopened' }
  /** The machine's clock differs from the office's time, and following it would end something: supervisors are asked. */
  | { type: 'ClockDoubted'; ahead: DurationMs; sinceStart: boolean }
  /**
   * It was decided which time is right: the office's time, `from` until now, is `to` from here on, possibly on another day. All moments
   * of the day move by `shift`, so that waits stay as long as they were; 0 where time may really have passed.
   */
  | {
      type: 'ClockSettled';
      trust: ClockTrust;
      because: ClockReason;
      from: EpochMs;
      to: EpochMs;
      shift: DurationMs;
    }
  | { type: 'StorageRecovered' }
  | {
      type: 'TicketIssued';
      ticketId: TicketId;
      number: string;
      ordinal: number;
      serviceId: ServiceId;
      classId: ClassId;
      dossiers: number;
      /** Since when the visitor counts as waiting; with an appointment this is not the moment of arrival. */
      arrivedAt: EpochMs;
      appointment: { id: AppointmentId; startsAt: EpochMs } | null;
      ahead: number;
      /** The estimate shown to the visitor; null if too little was known. */
      estimate: Estimate | null;
    }
  /**
   * Taken on another business day, while it was asked which time is right: the visitor is in the hall, so the ticket goes on in this day
   * with its number. In the other day it expired.
   */
  | {
      type: 'TicketTakenOver';
      ticketId: TicketId;
      number: string;
      serviceId: ServiceId;
      classId: ClassId;
      classConfirmed: boolean;
      dossiers: number;
      arrivedAt: EpochMs;
      ahead: number;
    }
  | ({ type: 'AppointmentBooked' } & Booking)
  | { type: 'AppointmentCancelled'; appointmentId: AppointmentId }
  /** Set-up has left the appointment without its service; the code stays. */
  | { type: 'AppointmentMoved'; appointmentId: AppointmentId; serviceId: ServiceId }
  /** The kiosk `by` issued more tickets in a row than the burst rule allows; it issues no other before `pausedUntil`. */
  | { type: 'BurstNoticed'; tickets: number; seconds: number; pausedUntil: EpochMs }
  /** Staff dismissed the alarm; the kiosk's pause is over. */
  | { type: 'BurstDismissed'; burstId: BurstId }
  /**
   * `reason` is set when a clerk chose this ticket out of order, null when the calling rule chose it. `arrivedAt` is there only when it
   * changes: a visitor who would have counted as waiting from a later time on, such as an appointment, and has been called counts from
   * the real arrival.
   */
  | { type: 'TicketCalled'; ticketId: TicketId; counterId: CounterId; reason: string | null; arrivedAt?: EpochMs }
  | { type: 'TicketRecalled'; ticketId: TicketId; counterId: CounterId }
  | { type: 'ServingStarted'; ticketId: TicketId; counterId: CounterId }
  /** `by` distinguishes a visit that a clerk finished from one that the closing of the day finished. */
  | { type: 'TicketFinished'; ticketId: TicketId; counterId: CounterId }
  /** The visitor has more dossiers than one turn takes and joins the line again as if arriving now. */
  /** `arrivedAt` is since when the visitor counts as waiting for the next turn. */
  | { type: 'TurnEnded'; ticketId: TicketId; counterId: CounterId; dossiersLeft: number; arrivedAt: EpochMs }
  | { type: 'TicketMissed'; ticketId: TicketId; counterId: CounterId }
  /** The visitor corrects papers. Until `until` the come-back slip leads to the head of the same clerk's line. */
  | { type: 'TicketSentAway'; ticketId: TicketId; counterId: CounterId; clerkId: ClerkId; until: EpochMs }
  | { type: 'TicketReturned'; ticketId: TicketId; reservedFor: ClerkId | null }
  | { type: 'TicketTransferred'; ticketId: TicketId; counterId: CounterId; serviceId: ServiceId }
  /**
   * The ticket is not called before `notBefore`; its arrival time stays. `arrivedAt` is there only when it changes: set-up has moved the
   * beginning of the session that the ticket is for.
   */
  | { type: 'TicketPostponed'; ticketId: TicketId; notBefore: EpochMs; arrivedAt?: EpochMs }
  | { type: 'ClassConfirmed'; ticketId: TicketId }
  | { type: 'ClassChanged'; ticketId: TicketId; classId: ClassId }
  /** Set-up has left the ticket without its service; number and place in the order of arrival stay. */
  | { type: 'ServiceChanged'; ticketId: TicketId; serviceId: ServiceId }
  | { type: 'TicketWithdrawn'; ticketId: TicketId }
  | { type: 'TicketExpired'; ticketId: TicketId }
  | { type: 'CounterOpened'; counterId: CounterId; clerkId: ClerkId; clerkName: string }
  | { type: 'CounterPaused'; counterId: CounterId; reason: string; until: EpochMs | null }
  | { type: 'CounterResumed'; counterId: CounterId }
  | { type: 'CounterClosed'; counterId: CounterId }
  | ({ type: 'VisitRated' } & Vote)
  /** The same vote with another content; also a vote that was taken back and is given again. */
  | ({ type: 'VoteChanged' } & Vote)
  | { type: 'VoteTakenBack'; voteId: VoteId }
  /** Staff requested the paper again. The sequence number of this event is the id of the new print job. */
  | { type: 'ReprintRequested'; ticketId: TicketId; kind: PrintKind }
  /** Journalled before the first byte goes to the printer: after a crash the paper may or may not have come out. */
  | { type: 'PrintStarted'; jobId: JobId }
  | { type: 'TicketPrinted'; jobId: JobId }
  | { type: 'PrintUnknown'; jobId: JobId }
  | { type: 'PrintAbandoned'; jobId: JobId }
  | { type: 'PrintDismissed'; jobId: JobId };

export interface Vote {
  voteId: VoteId;
  /** Null for a vote without a ticket. */
  ticketId: TicketId | null;
  level: number;
  reason: RatingReason | null;
  counted: VoteCounted;
}

/**
 * Where a vote counts: in the office's figure, where votes with a ticket always are; kept apart, because more votes without a ticket came
 * than visits were finished; in no figure, as all votes without a ticket before data version 7.
 */
export type VoteCounted = 'figure' | 'apart' | 'none';

/** A booked time of one service. No personal data: the code is all that the visitor needs. */
export interface Booking {
  appointmentId: AppointmentId;
  /** Six digits, for a number pad; unique among the appointments that are still ahead. */
  code: string;
  serviceId: ServiceId;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** `TicketIssued` requests a ticket, `TicketSentAway` a come-back slip. */
export type PrintKind = 'ticket' | 'come-back-slip';

/** A fact with the envelope that it has in the journal. */
export type Event = Fact & Envelope;
export type EventType = Fact['type'];
export type FactOf<Type extends EventType> = Extract<Fact, { type: Type }>;
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>;
