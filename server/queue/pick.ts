/**
 * Who is next. The rule for the wall: "Your turn comes by the time you have waited; with a priority reason, each minute counts
 * double." Nobody can starve, because every minute of waiting raises a ticket above all who come later in its class. For
 * appointments `slots.ts` says since when somebody counts as waiting.
 *
 * Accumulating priority: L. Kleinrock, "A delay dependent queue discipline" (Naval Research Logistics, 1964);
 * D. Stanford, P. Taylor, I. Ziedins, "Waiting time distributions in the accumulating priority queue" (Queueing Systems, 2014).
 */
import type { ClassId, ClerkId, Counter, Office } from '../../shared/office.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Place } from './line.ts';
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

/**
 * The next visitor for a counter: first one whom this clerk sent to fix papers and who is back, then the highest score among
 * the heads of the lines the counter serves. Equal scores: the earlier ticket. Looks at heads only, however many wait.
 */
export function pickNext(state: State, office: Office, counter: Counter, clerkId: ClerkId, at: EpochMs): Place | null {
  const comeBack = state.reserved.get(clerkId)?.at(0);
  if (comeBack) return comeBack;

  let best: Place | null = null;
  let bestWeight = 0;
  const consider = (place: Place) => {
    const weight = weightOf(office, place.classId);
    if (best && !goesFirst(place, weight, best, bestWeight, at)) return;
    best = place;
    bestWeight = weight;
  };
  for (const serviceId of counter.services) {
    for (const line of state.queues.get(serviceId)?.lines.values() ?? []) {
      const head = line.at(0);
      if (head) consider(head);
    }
  }
  for (const place of readyAgain(state, at)) if (counter.services.includes(place.serviceId)) consider(place);
  return best;
}
