import { nextSession, openingAt } from '../../../shared/calendar/hours.ts';
import {
  type ClassId,
  isServed,
  type Office,
  type Service,
  type ServiceId,
  ticketNumber,
} from '../../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { POSTPONEMENTS } from '../../../shared/protocol/requests.ts';
import { type EpochMs, localTime, MINUTE } from '../../../shared/time.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import { estimateWait } from '../estimate/estimate.ts';
import type { Fact, FactOf } from '../events.ts';
import { returnsUntil, type State } from '../state.ts';
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
 * For a visitor who will hardly be served in this session and leaves until the next one of today. The visitor counts as waiting from
 * the beginning of that session, in the order of the tickets; visitors who stay in the hall are called before.
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
  if (state.stopped.has(serviceId)) return refuse({ code: 'IssuingStopped' });
  const limit = limitReached(state, admitted.value);
  return limit === null ? admitted : refuse({ code: 'DailyLimitReached', limit });
}

/** The daily limit of the service when so many of its tickets were issued today; else null. */
export function limitReached({ queues }: State, { id, dailyLimit }: Service): number | null {
  return dailyLimit !== null && (queues.get(id)?.issued ?? 0) >= dailyLimit ? dailyLimit : null;
}

/** The service, if tickets of this service and class are issued now. */
export function admit(state: State, serviceId: ServiceId, classId: ClassId, at: EpochMs): Result<Service> {
  const { office } = state;
  const service = office.services.find(({ id }) => id === serviceId);
  if (!service) return refuse({ code: 'UnknownService' });
  if (!office.ticketClasses.some(({ id }) => id === classId)) return refuse({ code: 'UnknownTicketClass' });
  if (!isServed(office, serviceId)) return refuse({ code: 'ServiceNotServed' });
  const opening = openingAt(office, at);
  if (opening.state !== 'open') return refuse({ code: 'OfficeClosed', opensAt: opening.opensAt });
  return state.closed ? refuse({ code: 'OfficeClosed', opensAt: null }) : accept(service);
}

type Issued = FactOf<'TicketIssued'>;
type Visitor = Pick<Issued, 'ticketId' | 'classId' | 'dossiers' | 'arrivedAt' | 'appointment'>;

/** The ticket with the next number of the service, and the estimate that its visitor sees. */
export function issueTo(state: State, { id: serviceId, letter }: Service, visitor: Visitor, at: EpochMs): Issued {
  let ordinal = lastOrdinal(state, serviceId) + 1;
  let number = ticketNumber(letter, ordinal);
  // Set-up may have moved this letter here from another service today, whose numbers are on paper already.
  while (state.byNumber.has(number)) {
    ordinal += 1;
    number = ticketNumber(letter, ordinal);
  }
  // Written out, here and in `evolve`, because object spread takes half of the time of issuing a ticket.
  const { ticketId, classId, dossiers, arrivedAt, appointment } = visitor;
  const place = { ticketId, serviceId, classId, arrivedAt, order: state.lastSeq + 1, dossiers };
  const { ahead, estimate } = estimateWait(state, state.office, place, at);
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

/** Allowed once per ticket, so that the order of the line stays reliable, and never for a ticket reserved for one clerk. */
function postponeTicket(state: State, { ticketId, minutes, at }: CommandOf<'PostponeTicket'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  const { number, status } = ticket;
  if (ticket.status !== 'waiting' || ticket.reservedFor !== null)
    return refuse({ code: 'WrongState', number, ticketStatus: status });
  if (ticket.postponed) return refuse({ code: 'AlreadyPostponed', number });
  const most = state.office.rules.postponeMinutes;
  if (minutes > most) return refuse({ code: 'PostponedTooLong', minutes: most });
  const notBefore = at + minutes * MINUTE;
  const until = postponableUntil(state.office, at);
  if (until === null) return refuse({ code: 'OfficeClosed', opensAt: nextOpening(state.office, at) });
  if (notBefore >= until) return refuse({ code: 'PostponedPastClosing', until });
  return facts({ type: 'TicketPostponed', ticketId, notBefore });
}

/** The minutes by which a visitor may postpone now: a later time would be after the end of the session, when no visitor is called. */
export function postponementsAt(office: Office, at: EpochMs): (typeof POSTPONEMENTS)[number][] {
  const until = postponableUntil(office, at);
  if (until === null) return [];
  return POSTPONEMENTS.filter((minutes) => minutes <= office.rules.postponeMinutes && at + minutes * MINUTE < until);
}

/** The end of the session that is open, or in a break of the next one; null when no session of the day is left. */
function postponableUntil(office: Office, at: EpochMs): EpochMs | null {
  const opensAt = nextOpening(office, at);
  if (opensAt !== null && localTime(opensAt, office.timeZone).day !== localTime(at, office.timeZone).day) return null;
  const opening = openingAt(office, opensAt ?? at);
  return opening.state === 'open' ? (opening.until ?? Number.POSITIVE_INFINITY) : null;
}

/** Null while the office is open, and when it does not open in the next days. */
function nextOpening(office: Office, at: EpochMs): EpochMs | null {
  const opening = openingAt(office, at);
  return opening.state === 'open' ? null : opening.opensAt;
}

/** Staff confirm or correct the priority reason claimed at the kiosk, at any time before the visit is over. */
function confirmPriority(state: State, { ticketId, classId }: CommandOf<'ConfirmPriority'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  // The class that the visitor claimed can be confirmed although set-up has removed it since.
  const isKnown = ticket.classId === classId || state.office.ticketClasses.some(({ id }) => id === classId);
  if (!isKnown) return refuse({ code: 'UnknownTicketClass' });
  const { number, status } = ticket;
  if (status === 'done' || status === 'withdrawn' || status === 'expired')
    return refuse({ code: 'WrongState', number, ticketStatus: status });
  if (ticket.classId !== classId) return facts({ type: 'ClassChanged', ticketId, classId });
  return ticket.classConfirmed ? facts() : facts({ type: 'ClassConfirmed', ticketId });
}

/**
 * A missed visitor who returns within the tolerance waits again with the old arrival time. A visitor with a come-back slip goes to the
 * head of the same clerk's line while the slip is valid and the clerk works at a counter; otherwise to any clerk, also with the old
 * arrival time, because a mistake in a form must not cost a second wait.
 */
function returnTicket(state: State, { ticketId, at }: CommandOf<'ReturnTicket'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  const { number, status } = ticket;
  if (status === 'missed') {
    const minutes = state.office.rules.lateReturnMinutes;
    if (at > returnsUntil(state, ticket)) return refuse({ code: 'ReturnTooLate', number, minutes });
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
