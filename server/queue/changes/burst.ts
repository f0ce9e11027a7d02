import type { EventOf } from '../events.ts';
import type { Changes, State } from '../state.ts';

/** Alarms kept until staff dismiss them; the desk shows only the most recent ones. */
const BURSTS_KEPT = 20;

export const burstChanges = {
  /** Clears the kiosk's count, so that it starts from zero after the pause. */
  BurstNoticed(state, { seq: id, by, at, tickets, seconds, pausedUntil }) {
    state.issuedBy.delete(by);
    state.bursts.push({ id, by, at, tickets, seconds, pausedUntil });
    if (state.bursts.length > BURSTS_KEPT) state.bursts.shift();
  },
  BurstDismissed(state, { burstId }) {
    state.bursts = state.bursts.filter(({ id }) => id !== burstId);
  },
} satisfies Partial<Changes>;

/** Counts a ticket that a kiosk issued; keeps as many times as the burst rule looks at. */
export function countIssue({ office, issuedBy }: State, { by, at }: EventOf<'TicketIssued'>): void {
  const { burst } = office.rules;
  if (!burst || !by.startsWith('device:')) return;
  issuedBy.set(by, [...(issuedBy.get(by) ?? []), at].slice(-burst.tickets));
}
