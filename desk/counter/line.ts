import type { ClerkId } from '../../shared/office/office.ts';
import type { CounterView, DeskView, WaitingTicket } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';

type Line = Pick<DeskView, 'waiting' | 'me'>;

/** The tickets this counter may call, in the order it would call them: those who come back to this clerk go first. */
export function lineAt({ waiting, me }: Line, counter: Pick<CounterView, 'services'>): WaitingTicket[] {
  const mine = waiting.filter((ticket) => ticket.reservedFor === me.id);
  const open = waiting.filter((ticket) => ticket.reservedFor === null && counter.services.includes(ticket.serviceId));
  return [...mine, ...open];
}

/** Whom `call-next` would bring: not who asked to be called later. */
export function nextAt(view: Line, counter: Pick<CounterView, 'services'>, at: EpochMs): WaitingTicket | null {
  return lineAt(view, counter).find(({ notBefore }) => notBefore === null || notBefore <= at) ?? null;
}

export function counterOf({ counters, me }: Pick<DeskView, 'counters' | 'me'>): CounterView | null {
  return counters.find((counter) => counter.clerk?.id === me.id) ?? null;
}

/** The clerk's name as far as this desk knows it: only those who sit at a counter are in the view. */
export function clerkName({ counters }: Pick<DeskView, 'counters'>, id: ClerkId): string | null {
  return counters.find((counter) => counter.clerk?.id === id)?.clerk?.name ?? null;
}

/** How many wait for a service that set-up no longer has: no counter calls them by the rule. */
export function strandedIn({ services, waitingTotal }: Pick<DeskView, 'services' | 'waitingTotal'>): number {
  return services.reduce((rest, { waiting }) => rest - waiting, waitingTotal);
}
