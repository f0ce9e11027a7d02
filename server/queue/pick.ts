/**
 * Decides which waiting ticket a counter calls next. The rule as visitors read it: "Your turn comes by the time you have waited; with
 * a priority reason, each minute counts double." No ticket starves: it stays before every later ticket of its class, and a ticket of
 * weight 2 overtakes a regular one only once it has waited more than half as long. `rules/slots.ts` says since when a visitor with an
 * appointment counts as waiting.
 *
 * Accumulating priority: L. Kleinrock, "A delay dependent queue discipline" (Naval Research Logistics, 1964);
 * D. Stanford, P. Taylor, I. Ziedins, "Waiting time distributions in the accumulating priority queue" (Queueing Systems, 2014).
 */
import { openingAt } from '../../shared/calendar/hours.ts';
import {
  type ClassId,
  type ClerkId,
  type Counter,
  isServed,
  type Office,
  type ServiceId,
} from '../../shared/office/office.ts';
import { scoreAt } from '../../shared/office/priority.ts';
import type { EpochMs } from '../../shared/time.ts';
import { Line, type Place } from './line.ts';
import type { State, Ticket } from './state.ts';

/** How fast a class gains score; 1, as for a regular ticket, where set-up no longer has the class. */
export function weightOf(office: Office, classId: ClassId): number {
  return office.ticketClasses.find(({ id }) => id === classId)?.weight ?? 1;
}

/** The inverse of `scoreAt`: when a visitor of this weight must have arrived to have this score at `at`. */
export function arrivalWith(score: number, at: EpochMs, weight: number): EpochMs {
  return at - (score >= 0 ? score / weight : score * weight);
}

/** Whether `a` is called before `b`; false for two times the same place. */
export function goesFirst(a: Place, weightA: number, b: Place, weightB: number, at: EpochMs): boolean {
  const difference = scoreAt(at, a.arrivedAt, weightA) - scoreAt(at, b.arrivedAt, weightB);
  return difference > 0 || (difference === 0 && a.order < b.order);
}

/** Postponed visitors whose requested time has come. */
export function duePostponed(state: State, at: EpochMs): Place[] {
  return state.postponed.first(state.postponed.length).filter(({ ticketId }) => {
    const ticket = state.tickets.get(ticketId);
    return ticket?.status === 'waiting' && ticket.notBefore !== null && ticket.notBefore <= at;
  });
}

/**
 * Whether no counter can call the waiting ticket by the rule, because set-up has removed its service, or the counters of its service,
 * or the session that it is for, while it waited. Staff must call it out of order. A reservation that holds leads to its clerk, whatever
 * that counter serves.
 */
export function isStranded(state: State, ticket: WaitingTicket): boolean {
  const { office } = state;
  if (isForSession(ticket) && openingAt(office, ticket.notBefore).state !== 'open') return true;
  return !isServed(office, ticket.serviceId) && !holds(state, ticket.reservedFor);
}

type WaitingTicket = Ticket & { status: 'waiting' };

/** Whether the ticket is for a later session than the one in which it was taken: it waits from the beginning of that session. */
export function isForSession(ticket: Ticket): ticket is WaitingTicket & { notBefore: EpochMs } {
  return ticket.status === 'waiting' && ticket.notBefore !== null && ticket.notBefore === ticket.arrivedAt;
}

/**
 * Whether a reservation for this clerk holds: while the clerk works at a counter that is not paused. Otherwise the visitor is called by
 * the ordinary rule from the old place, because the clerk may not come back for hours; once the clerk calls again, it holds again.
 */
export function holds({ counters }: State, reservedFor: ClerkId | null): boolean {
  if (reservedFor === null) return false;
  for (const { clerkId, paused } of counters.values()) if (clerkId === reservedFor) return paused === null;
  return false;
}

/** The visitors whom the clerk calls before all others: those reserved for this clerk, while that holds. */
export function comeBacksOf(state: State, clerkId: ClerkId): Line | null {
  return holds(state, clerkId) ? (state.reserved.get(clerkId) ?? null) : null;
}

/** Visitors with a reservation that does not hold now. */
function releasedPlaces(state: State): Place[] {
  const released: Place[] = [];
  for (const [clerkId, line] of state.reserved)
    if (line.length > 0 && !holds(state, clerkId)) released.push(...line.first(line.length));
  return released;
}

/** A line that counters may call from. */
export interface CallableLine {
  line: Line;
  serviceId: ServiceId;
  weight: number;
  /** How many of the line's first places count as called already. */
  called: number;
}

/**
 * All visitors who may be called now, line by line; each postponed visitor who is due, and each whose reservation does not hold, is a
 * line of one.
 */
export function callableLines(state: State, office: Office, at: EpochMs): CallableLine[] {
  const lines: CallableLine[] = [];
  const add = (line: Line, serviceId: ServiceId, classId: ClassId) =>
    lines.push({ line, serviceId, weight: weightOf(office, classId), called: 0 });
  for (const [serviceId, queue] of state.queues)
    for (const [classId, line] of queue.lines) add(line, serviceId, classId);
  for (const place of [...duePostponed(state, at), ...releasedPlaces(state)])
    add(Line.of(place), place.serviceId, place.classId);
  return lines;
}

/** The line whose head is called at this moment: the head with the highest score, of equal scores the earlier ticket. */
export function nextLine<L extends CallableLine>(lines: readonly L[], at: EpochMs): L | null {
  let best: L | null = null;
  let bestHead: Place | undefined;
  for (const line of lines) {
    const head = line.line.at(line.called);
    if (!head || (best && bestHead && goesFirst(bestHead, best.weight, head, line.weight, at))) continue;
    best = line;
    bestHead = head;
  }
  return best;
}

/**
 * The next visitor for a counter: first a visitor who has returned to this clerk with a come-back slip, then the highest score
 * among the heads of the lines that the counter serves. Looks at heads only, so that the cost does not depend on how many wait.
 */
export function pickNext(state: State, office: Office, counter: Counter, clerkId: ClerkId, at: EpochMs): Place | null {
  const comeBack = comeBacksOf(state, clerkId)?.at(0);
  if (comeBack) return comeBack;
  const served = callableLines(state, office, at).filter(({ serviceId }) => counter.services.includes(serviceId));
  return nextLine(served, at)?.line.at(0) ?? null;
}
