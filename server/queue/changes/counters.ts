import type { Changes, OpenCounter, State } from '../state.ts';
import { counterOf, moveTicket } from './tickets.ts';

export const counterChanges = {
  CounterOpened(state, { counterId: id, clerkId, clerkName }) {
    state.counters.set(id, { id, clerkId, clerkName, paused: null, current: null });
    state.staffed.today.add(id);
  },
  CounterPaused(state, { counterId, reason, until, at: since }) {
    counterOf(state, counterId).paused = { reason, since, until };
  },
  CounterResumed(state, { counterId }) {
    counterOf(state, counterId).paused = null;
  },
  CounterClosed(state, { counterId }) {
    releaseReserved(state, counterOf(state, counterId));
    state.counters.delete(counterId);
  },
} satisfies Partial<Changes>;

/** Visitors who wait for this clerk only now wait for any clerk and keep their arrival time. */
function releaseReserved(state: State, { clerkId }: OpenCounter): void {
  const line = state.reserved.get(clerkId);
  for (let place = line?.at(0); place; place = line?.at(0))
    moveTicket(state, place.ticketId, { status: 'waiting', reservedFor: null, notBefore: null });
}
