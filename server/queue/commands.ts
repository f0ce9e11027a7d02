/** The commands of the queue, named in the imperative, each with everything that its rule needs beside the state. */
import type { ClassId, ClerkId, CounterId, Office, ServiceId } from '../../shared/office/office.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { ClockReason } from '../../shared/protocol/views/clock.ts';
import type { StaffRole } from '../../shared/protocol/views/common.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** Who sends a command. The journal keeps kind and id. */
export type Actor =
  | { kind: 'staff'; id: ClerkId; name: string; role: StaffRole }
  /** A paired screen, or `local` for every screen on the server's own machine. */
  | { kind: 'device'; id: string }
  /** Another system on the server's own machine, through the REST API. The burst rule is for kiosks and does not apply to it. */
  | { kind: 'program'; id: 'local' }
  /** The holder of a ticket, by phone; `id` is the ticket's. */
  | { kind: 'visitor'; id: TicketId }
  | { kind: 'system'; id: 'clock' | 'printer' | 'setup' | 'storage' };

export type TicketId = string;
export type AppointmentId = string;
/** Made by the sender with the first request of a vote; later requests with it change that vote. */
export type VoteId = string;
/** The sequence number of the event that requested the print job. */
export type JobId = number;
/** The sequence number of the event that recorded the burst. */
export type BurstId = number;
/** The sequence number of the event that asked the question. */
export type ClockQuestionId = number;
/** Whose time is right: that of the machine's clock, or the one by which the office has gone on. */
export type ClockTrust = 'machine' | 'office';

export type CommandBody =
  | { type: 'IssueTicket'; ticketId: TicketId; serviceId: ServiceId; classId: ClassId; dossiers: number }
  /** A ticket that is not called before the next session of today begins. */
  | { type: 'IssueForNextSession'; ticketId: TicketId; serviceId: ServiceId; classId: ClassId; dossiers: number }
  /** `code` is six random digits; if another appointment has the same code, the next free one is taken. */
  | { type: 'BookAppointment'; appointmentId: AppointmentId; code: string; serviceId: ServiceId; startsAt: EpochMs }
  | { type: 'CancelAppointment'; appointmentId: AppointmentId }
  /** A visitor with an appointment arrives and takes a ticket. */
  | { type: 'CheckIn'; code: string; ticketId: TicketId; classId: ClassId }
  | { type: 'WithdrawTicket'; ticketId: TicketId }
  | { type: 'PostponeTicket'; ticketId: TicketId; minutes: number }
  /** Staff have checked the priority reason: `classId` confirms the ticket's class or corrects it. */
  | { type: 'ConfirmPriority'; ticketId: TicketId; classId: ClassId }
  | { type: 'ReturnTicket'; ticketId: TicketId }
  | { type: 'OpenCounter'; counterId: CounterId }
  | { type: 'CloseCounter'; counterId: CounterId }
  | { type: 'PauseCounter'; counterId: CounterId; reason: string; minutes: number | null }
  | { type: 'ResumeCounter'; counterId: CounterId }
  | { type: 'CallNext'; counterId: CounterId }
  | { type: 'CallTicket'; counterId: CounterId; ticketId: TicketId; reason: string }
  /** With `ticketId`, here and below, refused when another visitor is at the counter by now. */
  | { type: 'RecallTicket'; counterId: CounterId; ticketId?: TicketId }
  | { type: 'StartServing'; counterId: CounterId; ticketId?: TicketId }
  | { type: 'FinishTicket'; counterId: CounterId; ticketId?: TicketId }
  | { type: 'MissTicket'; counterId: CounterId; ticketId?: TicketId }
  | { type: 'SendAway'; counterId: CounterId; ticketId?: TicketId }
  | { type: 'TransferTicket'; counterId: CounterId; serviceId: ServiceId; ticketId?: TicketId }
  /** Votes, or changes the vote `voteId` of the same sender to this one. */
  | {
      type: 'RateVisit';
      voteId: VoteId;
      visit: { ticketId: TicketId } | { number: string } | null;
      level: number;
      reason: RatingReason | null;
    }
  | { type: 'TakeBackVote'; voteId: VoteId }
  | { type: 'DismissBurst'; burstId: BurstId }
  | { type: 'ReprintTicket'; ticketId: TicketId }
  | { type: 'ReprintJob'; jobId: JobId }
  | { type: 'DismissJob'; jobId: JobId }
  | { type: 'StartPrinting'; jobId: JobId }
  | { type: 'EndPrinting'; jobId: JobId; outcome: 'printed' | 'unknown' }
  | { type: 'AbandonPrinting'; jobId: JobId }
  /**
   * Without `visitors` nothing asks about them, as at the start. `stay`: refused while the change touches anybody. `moveTo`: visitors and
   * bookings of services that no counter serves any more go to this service, and visitors of a removed class become regular; refused when
   * the hours of visitors in the hall would end earlier.
   */
  | { type: 'ChangeOffice'; office: Office; visitors?: 'stay' | { moveTo: ServiceId | null } }
  /** For the rest of the day; visitors who wait are called as before. */
  | { type: 'StopIssuing'; serviceId: ServiceId }
  | { type: 'ResumeIssuing'; serviceId: ServiceId }
  | { type: 'CloseDay' }
  /** A day that was closed by a wrong clock is not over by the right one. */
  | { type: 'ReopenDay' }
  /** Asks the supervisors which time is right; `ahead` and `sinceStart` as in `ClockDoubt` of the engine. */
  | { type: 'DoubtClock'; ahead: DurationMs; sinceStart: boolean }
  /** The office follows the machine's clock by rule. */
  | { type: 'FollowClock'; ahead: DurationMs; sinceStart: boolean; because: Exclude<ClockReason, 'supervisor'> }
  | { type: 'AnswerClock'; questionId: ClockQuestionId; trust: ClockTrust }
  | { type: 'NoteStorageRecovered' };

/** Who sends the command, under which request id, and when; the engine adds the time. */
export interface CommandContext {
  requestId: string;
  actor: Actor;
  at: EpochMs;
}

export type Command = CommandBody & CommandContext;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
