/** A request id that comes again gets its first answer again, also after a restart: the journal holds the ids. */
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { Command, CommandType } from './commands.ts';
import type { Event, EventType } from './events.ts';
import type { State } from './state.ts';

/** What each command may lead to first: tells a repeated request from an id that was used twice for different things. */
const FIRST_FACT: Record<CommandType, readonly EventType[]> = {
  IssueTicket: ['TicketIssued'],
  IssueForNextSession: ['TicketIssued'],
  BookAppointment: ['AppointmentBooked'],
  CancelAppointment: ['AppointmentCancelled'],
  CheckIn: ['TicketIssued'],
  WithdrawTicket: ['TicketWithdrawn'],
  PostponeTicket: ['TicketPostponed'],
  SettleClass: ['ClassConfirmed', 'ClassChanged'],
  ReturnTicket: ['TicketReturned'],
  OpenCounter: ['CounterOpened'],
  CloseCounter: ['CounterClosed'],
  PauseCounter: ['CounterPaused'],
  ResumeCounter: ['CounterResumed'],
  CallNext: ['TicketCalled'],
  CallTicket: ['TicketCalled'],
  RecallTicket: ['TicketRecalled'],
  StartServing: ['ServingStarted'],
  FinishTicket: ['TicketFinished', 'TurnEnded'],
  MissTicket: ['TicketMissed'],
  SendAway: ['TicketSentAway'],
  TransferTicket: ['TicketTransferred'],
  RateVisit: ['VisitRated'],
  DismissBurst: ['BurstDismissed'],
  ReprintTicket: ['ReprintRequested'],
  ReprintJob: ['PrintDismissed'],
  DismissJob: ['PrintDismissed'],
  StartPrinting: ['PrintStarted'],
  EndPrinting: ['TicketPrinted', 'PrintUnknown'],
  AbandonPrinting: ['PrintAbandoned'],
  ChangeOffice: ['OfficeChanged'],
  CloseDay: ['DayClosed'],
  NoteStorageRecovered: ['StorageRecovered'],
};

/** What a door makes up anew each time it is asked. */
const MADE_UP: Partial<Record<EventType, readonly string[]>> = {
  TicketIssued: ['ticketId'],
  AppointmentBooked: ['appointmentId', 'code'],
};
const ENVELOPE = ['type', 'requestId', 'actor', 'at'];

/** The first answer to this request id, if it was answered before; null for a new one. */
export function answered(state: State, command: Command): Result<readonly Event[]> | null {
  const events = state.answers.get(command.requestId);
  const first = events?.[0];
  if (!events || !first) return null;
  const same =
    FIRST_FACT[command.type].includes(first.type) &&
    isForNextSession(events) === (command.type === 'IssueForNextSession') &&
    isFrom(first, command) &&
    saysTheSame(state, first, command);
  return same ? accept(events) : refuse({ code: 'RequestIdReused' });
}

/** Such a ticket differs from any other by its second fact. */
function isForNextSession([first, second]: readonly Event[]): boolean {
  return first?.type === 'TicketIssued' && second?.type === 'TicketPostponed';
}

/** By id alone: on the server's own machine a kiosk and the program beside it are one sender, whichever door they use. */
function isFrom({ by }: Event, { actor }: Command): boolean {
  return by.endsWith(`:${actor.id}`);
}

/** What a command names and its first fact repeats, such as the service or the counter. */
function saysTheSame(state: State, first: Event, command: Command): boolean {
  if (command.type === 'RateVisit' && first.type === 'VisitRated') {
    const { visit } = command;
    const rated = visit === null ? null : 'ticketId' in visit ? visit.ticketId : state.byNumber.get(visit.number);
    if (rated !== first.ticketId) return false;
  }
  const said = new Map<string, unknown>(Object.entries(command));
  for (const name of [...ENVELOPE, ...(MADE_UP[first.type] ?? [])]) said.delete(name);
  return Object.entries(first).every(([name, value]) => !said.has(name) || said.get(name) === value);
}
