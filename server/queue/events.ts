/** The facts a business day consists of. Plain JSON: a forwarder or another store may carry them. */
import type { ClassId, ClerkId, CounterId, Office, ServiceId } from '../../shared/office/office.ts';
import type { Votes } from '../../shared/office/satisfaction.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { Estimate } from '../../shared/protocol/views/hall.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import type { AppointmentId, BurstId, JobId, TicketId } from './commands.ts';
import type { IntervalWidth } from './learning/interval-width.ts';
import type { Pace } from './learning/pace.ts';

export type Fact =
  | {
      type: 'DayOpened';
      day: BusinessDay;
      office: Office;
      /** Learned on the days before, so that the first visitor of a morning can be told something. */
      paces: Record<ServiceId, Pace>;
      margins: IntervalWidth;
      /** What was booked before for this day and later ones, in the order of booking. */
      appointments: Booking[];
      /** Of the earlier days of this month. */
      month: Votes;
    }
  | { type: 'OfficeChanged'; office: Office }
  | { type: 'DayClosed' }
  /** Set-up was changed after closing, and by the new hours today is not over. */
  | { type: 'DayReopened' }
  | { type: 'StorageRecovered' }
  | {
      type: 'TicketIssued';
      ticketId: TicketId;
      number: string;
      ordinal: number;
      serviceId: ServiceId;
      classId: ClassId;
      dossiers: number;
      /** Since when the visitor counts as waiting; for somebody with an appointment not the moment they came. */
      arrivedAt: EpochMs;
      appointment: { id: AppointmentId; startsAt: EpochMs } | null;
      ahead: number;
      /** What the visitor was told; null if too little was known. */
      estimate: Estimate | null;
    }
  | ({ type: 'AppointmentBooked' } & Booking)
  | { type: 'AppointmentCancelled'; appointmentId: AppointmentId }
  /** `by` gave the last ticket that is ordinary and one more: it gives no other before `pausedUntil`. */
  | { type: 'BurstNoticed'; tickets: number; seconds: number; pausedUntil: EpochMs }
  /** Staff have looked; the pause is over. */
  | { type: 'BurstDismissed'; burstId: BurstId }
  /** `reason` is set when the clerk chose this ticket out of order, null when the rule chose it. */
  | { type: 'TicketCalled'; ticketId: TicketId; counterId: CounterId; reason: string | null }
  | { type: 'TicketRecalled'; ticketId: TicketId; counterId: CounterId }
  | { type: 'ServingStarted'; ticketId: TicketId; counterId: CounterId }
  /** `by` of the event tells a clerk's finish from the one that closing the day makes. */
  | { type: 'TicketFinished'; ticketId: TicketId; counterId: CounterId }
  /** The visitor has more dossiers than one turn takes and waits again from now on. */
  | { type: 'TurnEnded'; ticketId: TicketId; counterId: CounterId; dossiersLeft: number }
  | { type: 'TicketMissed'; ticketId: TicketId; counterId: CounterId }
  /** The visitor fixes papers; until `until` the slip leads back to the head of the same clerk's line. */
  | { type: 'TicketSentAway'; ticketId: TicketId; counterId: CounterId; clerkId: ClerkId; until: EpochMs }
  | { type: 'TicketReturned'; ticketId: TicketId; reservedFor: ClerkId | null }
  | { type: 'TicketTransferred'; ticketId: TicketId; counterId: CounterId; serviceId: ServiceId }
  /** Not called before that moment; the arrival clock is kept. */
  | { type: 'TicketPostponed'; ticketId: TicketId; notBefore: EpochMs }
  | { type: 'ClassConfirmed'; ticketId: TicketId }
  | { type: 'ClassChanged'; ticketId: TicketId; classId: ClassId }
  | { type: 'TicketWithdrawn'; ticketId: TicketId }
  | { type: 'TicketExpired'; ticketId: TicketId }
  | { type: 'CounterOpened'; counterId: CounterId; clerkId: ClerkId; clerkName: string }
  | { type: 'CounterPaused'; counterId: CounterId; reason: string; until: EpochMs | null }
  | { type: 'CounterResumed'; counterId: CounterId }
  | { type: 'CounterClosed'; counterId: CounterId }
  /** `ticketId` is null for a vote without a number. */
  | { type: 'VisitRated'; ticketId: TicketId | null; level: number; reason: RatingReason | null }
  /** Asked for by staff; its sequence number names the job. */
  | { type: 'ReprintRequested'; ticketId: TicketId; kind: PrintKind }
  /** Written before the first byte goes to the printer: after a crash, paper may or may not be out. */
  | { type: 'PrintStarted'; jobId: JobId }
  | { type: 'TicketPrinted'; jobId: JobId }
  | { type: 'PrintUnknown'; jobId: JobId }
  | { type: 'PrintAbandoned'; jobId: JobId }
  | { type: 'PrintDismissed'; jobId: JobId };

/** A time of a service that somebody will come at; who it is, the office does not ask. */
export interface Booking {
  appointmentId: AppointmentId;
  /** Six digits, which no other appointment ahead has: people type them on a number pad. */
  code: string;
  serviceId: ServiceId;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** A come-back slip is wanted by `TicketSentAway`, a ticket by `TicketIssued`. */
export type PrintKind = 'ticket' | 'come-back-slip';

/** A fact as it stands in the journal. */
export type Event = Fact & Envelope;
export type EventType = Fact['type'];
export type FactOf<Type extends EventType> = Extract<Fact, { type: Type }>;
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>;
