import type { EventOf } from '../events.ts';
import type { Changes, State } from '../state.ts';

/** Alarms not yet dismissed; the desk shows only the most recent ones. */
const BURSTS_KEPT = 20;

export const burstChanges = {
  /** After the pause the kiosk starts counting from nothing. */
  BurstNoticed(state, { seq: id, by, at, tickets, seconds, pausedUntil }) {
    state.issuedBy.delete(by);
    state.bursts.push({ id, by, at, tickets, seconds, pausedUntil });
    if (state.bursts.length > BURSTS_KEPT) state.bursts.shift();
  },
  BurstDismissed(state, { burstId }) {
    state.bursts = state.bursts.filter(({ id }) => id !== burstId);
  },
} satisfies Partial<Changes>;

/** Counts a ticket of a kiosk, as far back as the rule looks. */
export function countIssue({ office, issuedBy }: State, { by, at }: EventOf<'TicketIssued'>): void {
  const { burst } = office.rules;
  if (!burst || !by.startsWith('device:')) return;
  issuedBy.set(by, [...(issuedBy.get(by) ?? []), at].slice(-burst.tickets));
}
