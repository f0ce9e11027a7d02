import { nextSession, openingAt } from '../../../shared/calendar/hours.ts';
import { type ClassId, type Service, type ServiceId, ticketNumber } from '../../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import { forecast } from '../estimate/estimate.ts';
import type { Fact, FactOf } from '../events.ts';
import type { State } from '../state.ts';
import { burstWith, pausedUntil } from './burst.ts';
import { clerkIsIn } from './counters.ts';

function issueTicket(state: State, command: CommandOf<'IssueTicket'>): Decision {
  const { ticketId, classId, dossiers, at } = command;
  const service = mayTake(state, command);
  if (!service.ok) return service;
  const visitor = { ticketId, classId, dossiers, arrivedAt: at, appointment: null };
  return facts(issueTo(state, service.value, visitor, at), ...burstWith(state, command));
}

/**
 * Whoever would hardly be served in this session may go home until the next one of today. They count as waiting from its beginning,
 * in the order of their tickets: whoever stays in the hall is called before them.
 */
function issueForNextSession(state: State, command: CommandOf<'IssueForNextSession'>): Decision {
  const { ticketId, classId, dossiers, at } = command;
  const service = mayTake(state, command);
  if (!service.ok) return service;
  const next = nextSession(state.office, at);
  if (!next?.today) return refuse({ code: 'NoSessionLeft', opensAt: next?.opensAt ?? null });
  const { opensAt: notBefore } = next;
  const visitor = { ticketId, classId, dossiers, arrivedAt: notBefore, appointment: null };
  const issued: Fact = { ...issueTo(state, service.value, visitor, at), estimate: null };
  return facts(issued, { type: 'TicketPostponed', ticketId, notBefore }, ...burstWith(state, command));
}

function mayTake(state: State, command: CommandOf<'IssueTicket' | 'IssueForNextSession'>): Result<Service> {
  const { serviceId, classId, at } = command;
  const admitted = admit(state, serviceId, classId, at);
  if (!admitted.ok) return admitted;
  const paused = pausedUntil(state, command);
  if (paused !== null) return refuse({ code: 'KioskPaused', retryInSeconds: Math.ceil((paused - at) / 1000) });
  const { dailyLimit: limit } = admitted.value;
  if (limit !== null && lastOrdinal(state, serviceId) >= limit) return refuse({ code: 'DailyLimitReached', limit });
  return admitted;
}

/** Whether tickets are given now, for this service and class. */
export function admit(state: State, serviceId: ServiceId, classId: ClassId, at: EpochMs): Result<Service> {
  const { office } = state;
  const service = office.services.find(({ id }) => id === serviceId);
  if (!service) return refuse({ code: 'UnknownService' });
  if (!office.ticketClasses.some(({ id }) => id === classId)) return refuse({ code: 'UnknownTicketClass' });
  const opening = openingAt(office, at);
  if (opening.state !== 'open') return refuse({ code: 'OfficeClosed', opensAt: opening.opensAt });
  return state.closed ? refuse({ code: 'OfficeClosed', opensAt: null }) : accept(service);
}

type Issued = FactOf<'TicketIssued'>;
type Visitor = Pick<Issued, 'ticketId' | 'classId' | 'dossiers' | 'arrivedAt' | 'appointment'>;

/** The ticket with the next number of the service, and what its visitor is told. */
export function issueTo(state: State, { id: serviceId, letter }: Service, visitor: Visitor, at: EpochMs): Issued {
  let ordinal = lastOrdinal(state, serviceId) + 1;
  let number = ticketNumber(letter, ordinal);
  // Set-up may have moved the letter here today: its numbers are on paper already.
  while (state.byNumber.has(number)) {
    ordinal += 1;
    number = ticketNumber(letter, ordinal);
  }
  // Written out, here and in `evolve`: objects put together from spread parts take half of the time of issuing a ticket.
  const { ticketId, classId, dossiers, arrivedAt, appointment } = visitor;
  const place = { ticketId, serviceId, classId, arrivedAt, order: state.lastSeq + 1, dossiers };
  const { ahead, estimate } = forecast(state, state.office, place, at);
  return {
    type: 'TicketIssued',
    ticketId,
    number,
    ordinal,
    serviceId,
    classId,
    dossiers,
    arrivedAt,
    appointment,
    ahead,
    estimate,
  };
}

function lastOrdinal(state: State, serviceId: ServiceId): number {
  return state.queues.get(serviceId)?.lastOrdinal ?? 0;
}

function withdrawTicket(state: State, { ticketId }: CommandOf<'WithdrawTicket'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  if (ticket.status !== 'waiting')
    return refuse({ code: 'WrongState', number: ticket.number, ticketStatus: ticket.status });
  return facts({ type: 'TicketWithdrawn', ticketId });
}

/** Once only: a line in which people move themselves about is no line. Whoever comes back to one clerk is awaited there. */
function postponeTicket(state: State, { ticketId, minutes, at }: CommandOf<'PostponeTicket'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  const { number, status } = ticket;
  if (ticket.status !== 'waiting' || ticket.reservedFor !== null)
    return refuse({ code: 'WrongState', number, ticketStatus: status });
  if (ticket.postponed) return refuse({ code: 'AlreadyPostponed', number });
  const most = state.office.rules.postponeMinutes;
  if (minutes > most) return refuse({ code: 'PostponedTooLong', minutes: most });
  return facts({ type: 'TicketPostponed', ticketId, notBefore: at + minutes * MINUTE });
}

/** A priority reason claimed at the kiosk is confirmed or corrected by staff, at any time before the visit is over. */
function confirmPriority(state: State, { ticketId, classId }: CommandOf<'ConfirmPriority'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  if (!state.office.ticketClasses.some(({ id }) => id === classId)) return refuse({ code: 'UnknownTicketClass' });
  const { number, status } = ticket;
  if (status === 'done' || status === 'withdrawn' || status === 'expired')
    return refuse({ code: 'WrongState', number, ticketStatus: status });
  if (ticket.classId !== classId) return facts({ type: 'ClassChanged', ticketId, classId });
  return ticket.classConfirmed ? facts() : facts({ type: 'ClassConfirmed', ticketId });
}

/**
 * A missed visitor within the tolerance waits again with the old arrival clock. A visitor with a come-back slip goes to the
 * head of the same clerk's line while the slip is valid and the clerk is in; otherwise to any clerk, the clock kept: a form
 * fault must not cost a second wait.
 */
function returnTicket(state: State, { ticketId, at }: CommandOf<'ReturnTicket'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  const { number, status } = ticket;
  if (status === 'missed') {
    const minutes = state.office.rules.lateReturnMinutes;
    if (at > ticket.missedAt + minutes * MINUTE) return refuse({ code: 'ReturnTooLate', number, minutes });
    return facts({ type: 'TicketReturned', ticketId, reservedFor: null });
  }
  if (status === 'away') {
    const inTime = at <= ticket.until && clerkIsIn(state, ticket.clerkId);
    return facts({ type: 'TicketReturned', ticketId, reservedFor: inTime ? ticket.clerkId : null });
  }
  return refuse({ code: 'WrongState', number, ticketStatus: status });
}

export const ticketRules = {
  IssueTicket: { decide: issueTicket, firstFact: ['TicketIssued'] },
  IssueForNextSession: { decide: issueForNextSession, firstFact: ['TicketIssued'] },
  WithdrawTicket: { decide: withdrawTicket, firstFact: ['TicketWithdrawn'] },
  PostponeTicket: { decide: postponeTicket, firstFact: ['TicketPostponed'] },
  ConfirmPriority: { decide: confirmPriority, firstFact: ['ClassConfirmed', 'ClassChanged'] },
  ReturnTicket: { decide: returnTicket, firstFact: ['TicketReturned'] },
} satisfies Partial<Rules>;
