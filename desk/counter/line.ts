import type { ClerkId } from '../../shared/office/office.ts';
import type { CounterView, DeskView, WaitingTicket } from '../../shared/protocol/views/desk.ts';
import type { EpochMs } from '../../shared/time.ts';

type Line = Pick<DeskView, 'waiting' | 'me'>;

/** The tickets that this counter may call, in order of call: visitors who come back to this clerk are first. */
export function lineAt({ waiting, me }: Line, counter: Pick<CounterView, 'services'>): WaitingTicket[] {
  const mine = waiting.filter((ticket) => ticket.reservedFor === me.id);
  const open = waiting.filter((ticket) => ticket.reservedFor === null && counter.services.includes(ticket.serviceId));
  return [...mine, ...open];
}

/** The ticket that `call-next` would call: not one whose holder asked to be called later. */
export function nextAt(view: Line, counter: Pick<CounterView, 'services'>, at: EpochMs): WaitingTicket | null {
  return lineAt(view, counter).find(({ notBefore }) => notBefore === null || notBefore <= at) ?? null;
}

export function counterOf({ counters, me }: Pick<DeskView, 'counters' | 'me'>): CounterView | null {
  return counters.find((counter) => counter.clerk?.id === me.id) ?? null;
}

/** Null for a clerk who is at no counter: the view has no other names. */
export function clerkName({ counters }: Pick<DeskView, 'counters'>, id: ClerkId): string | null {
  return counters.find((counter) => counter.clerk?.id === id)?.clerk?.name ?? null;
}
