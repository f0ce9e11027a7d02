/**
 * Who is next. The rule for the wall: "Your turn comes by the time you have waited; with a priority reason, each minute counts
 * double." Nobody can starve, because every minute of waiting raises a ticket above all who come later in its class. For
 * appointments `slots.ts` says since when somebody counts as waiting.
 *
 * Accumulating priority: L. Kleinrock, "A delay dependent queue discipline" (Naval Research Logistics, 1964);
 * D. Stanford, P. Taylor, I. Ziedins, "Waiting time distributions in the accumulating priority queue" (Queueing Systems, 2014).
 */
import type { ClassId, ClerkId, Counter, Office, ServiceId } from '../../shared/office/office.ts';
import type { EpochMs } from '../../shared/time.ts';
import { Line, type Place } from './line.ts';
import type { State } from './state.ts';

/** How fast a class gains score; a class that set-up no longer has counts as regular. */
export function weightOf(office: Office, classId: ClassId): number {
  return office.ticketClasses.find(({ id }) => id === classId)?.weight ?? 1;
}

/**
 * Weighted milliseconds waited. Whoever came so early before an appointment that their clock has not begun scores below zero:
 * behind everybody who has waited, and there the heavier class is nearer to zero.
 */
export function scoreAt(at: EpochMs, arrivedAt: EpochMs, weight: number): number {
  const waited = at - arrivedAt;
  return waited >= 0 ? weight * waited : waited / weight;
}

/** When somebody of this weight must have arrived to score so much: `scoreAt` turned round. */
export function arrivalWith(score: number, at: EpochMs, weight: number): EpochMs {
  return at - (score >= 0 ? score / weight : score * weight);
}

/** True when `a` is called before `b`; a place does not go before itself. */
export function goesFirst(a: Place, weightA: number, b: Place, weightB: number, at: EpochMs): boolean {
  const difference = scoreAt(at, a.arrivedAt, weightA) - scoreAt(at, b.arrivedAt, weightB);
  return difference > 0 || (difference === 0 && a.order < b.order);
}

/** Who asked to be called later, when later has come. */
export function readyAgain(state: State, at: EpochMs): Place[] {
  return state.postponed.first(state.postponed.length).filter(({ ticketId }) => {
    const ticket = state.tickets.get(ticketId);
    return ticket?.status === 'waiting' && ticket.notBefore !== null && ticket.notBefore <= at;
  });
}

/** A line that a counter may call from, after its first `called` are gone. */
export interface CallableLine {
  line: Line;
  serviceId: ServiceId;
  weight: number;
  called: number;
}

/** Everybody who may be called now, line by line; whoever asked to be called later is a line of their own. */
export function callableLines(state: State, office: Office, at: EpochMs): CallableLine[] {
  const lines: CallableLine[] = [];
  const add = (line: Line, serviceId: ServiceId, classId: ClassId) =>
    lines.push({ line, serviceId, weight: weightOf(office, classId), called: 0 });
  for (const [serviceId, queue] of state.queues)
    for (const [classId, line] of queue.lines) add(line, serviceId, classId);
  for (const place of readyAgain(state, at)) add(Line.of(place), place.serviceId, place.classId);
  return lines;
}

/** The line whose head is called at this moment: the highest score, of equal scores the earlier ticket. */
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
 * The next visitor for a counter: first one whom this clerk sent to fix papers and who is back, then the highest score among
 * the heads of the lines the counter serves. Looks at heads only, however many wait.
 */
export function pickNext(state: State, office: Office, counter: Counter, clerkId: ClerkId, at: EpochMs): Place | null {
  const comeBack = state.reserved.get(clerkId)?.at(0);
  if (comeBack) return comeBack;
  const served = callableLines(state, office, at).filter(({ serviceId }) => counter.services.includes(serviceId));
  return nextLine(served, at)?.line.at(0) ?? null;
}
