/** Who is called next, and why: the office's rule applied to the view at this moment, because scores grow between two views. */
import type { ClerkId } from '../../shared/office/office.ts';
import { scoreAt } from '../../shared/office/priority.ts';
import type { CounterView, DeskView, WaitingTicket } from '../../shared/protocol/views/desk.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';

type Waiting = Pick<DeskView, 'waiting' | 'classes'>;
type Line = Waiting & Pick<DeskView, 'me'>;

/** Why a ticket is the first of its line; the scores are whole weighted minutes. */
export type Reason =
  /** The visitor has come back to this clerk. */
  | { kind: 'returned' }
  /** An appointment counts as so many minutes waited. */
  | { kind: 'appointment'; minutes: number }
  /** A class whose minutes count more; `rival` is the best of those who have waited longer. */
  | { kind: 'priority'; minutes: number; weight: number; score: number; rival: Rival }
  /** Of all the longest wait; `rival` is the best of those whose minutes count more, null without any. */
  | { kind: 'longest'; minutes: number; rival: Rival | null };

export interface Rival {
  number: string;
  score: number;
}

/** The waiting tickets of the office in the order of calls: those who have come back to a clerk, then by the rule, then those who asked to be called later. */
export function inOrder({ waiting, classes }: Waiting, at: EpochMs): WaitingTicket[] {
  const isLater = ({ notBefore }: WaitingTicket) => notBefore !== null && notBefore > at;
  const comeBack = waiting.filter(({ reservedFor }) => reservedFor !== null);
  const byRule = waiting
    .filter((ticket) => ticket.reservedFor === null && !isLater(ticket))
    // Of equal scores the server's order stays.
    .sort((a, b) => scoreOf({ classes }, b, at) - scoreOf({ classes }, a, at));
  const later = waiting.filter((ticket) => ticket.reservedFor === null && isLater(ticket));
  return [...comeBack, ...byRule, ...later];
}

/** The tickets that this counter may call, in order of call: visitors who come back to this clerk are first. */
export function lineAt({ waiting, classes, me }: Line, { services }: Pick<CounterView, 'services'>, at: EpochMs) {
  const callable = waiting.filter(({ reservedFor, serviceId }) =>
    reservedFor === null ? services.includes(serviceId) : reservedFor === me.id,
  );
  return inOrder({ waiting: callable, classes }, at);
}

/** The ticket that `call-next` would call: not one whose holder asked to be called later. */
export function nextAt(view: Line, counter: Pick<CounterView, 'services'>, at: EpochMs): WaitingTicket | null {
  return lineAt(view, counter, at).find(({ notBefore }) => notBefore === null || notBefore <= at) ?? null;
}

/** Why the first ticket of `line` is called before all others; null without one, and for one whose appointment is still ahead. */
export function reasonOf(view: Pick<DeskView, 'classes'>, line: WaitingTicket[], at: EpochMs): Reason | null {
  const [first, ...others] = line.filter(({ notBefore }) => notBefore === null || notBefore <= at);
  if (!first) return null;
  if (first.reservedFor !== null) return { kind: 'returned' };
  const minutes = minutesOf(at - first.countsFrom);
  if (minutes < 0) return null;
  const weight = weightOf(view, first);
  const asRival = (ticket: WaitingTicket | undefined): Rival | null =>
    ticket ? { number: ticket.number, score: minutesOf(at - ticket.countsFrom, weightOf(view, ticket)) } : null;
  const overtaken = asRival(others.find(({ countsFrom }) => countsFrom < first.countsFrom));
  if (overtaken) return { kind: 'priority', minutes, weight, score: minutes * weight, rival: overtaken };
  if (first.appointmentAt !== null && first.countsFrom < first.arrivedAt) return { kind: 'appointment', minutes };
  return { kind: 'longest', minutes, rival: asRival(others.find((other) => weightOf(view, other) > weight)) };
}

export function counterOf({ counters, me }: Pick<DeskView, 'counters' | 'me'>): CounterView | null {
  return counters.find((counter) => counter.clerk?.id === me.id) ?? null;
}

/** Null for a clerk who is at no counter: the view has no other names. */
export function clerkName({ counters }: Pick<DeskView, 'counters'>, id: ClerkId): string | null {
  return counters.find((counter) => counter.clerk?.id === id)?.clerk?.name ?? null;
}

/** A class that set-up no longer has counts as regular, as for the server. */
function weightOf({ classes }: Pick<DeskView, 'classes'>, { classId }: Pick<WaitingTicket, 'classId'>): number {
  return classes.find(({ id }) => id === classId)?.weight ?? 1;
}

function scoreOf(view: Pick<DeskView, 'classes'>, ticket: WaitingTicket, at: EpochMs): number {
  return scoreAt(at, ticket.countsFrom, weightOf(view, ticket));
}

/** Whole minutes first, so that the shown product is right: 9 × 2 = 18. */
function minutesOf(waited: DurationMs, weight = 1): number {
  return Math.floor(waited / MINUTE) * weight;
}
