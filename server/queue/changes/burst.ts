/** What the facts say of kiosks that give tickets faster than people can press. Used by `evolve` only. */
import type { EventOf } from '../events.ts';
import type { State } from '../state.ts';

/** Alarms that nobody dismissed; the desk shows those of the last minutes only. */
const BURSTS_KEPT = 20;

export function countIssue({ office, issuedBy }: State, { by, at }: EventOf<'TicketIssued'>): void {
  const burst = office?.rules.burst;
  if (!burst || !by.startsWith('device:')) return;
  issuedBy.set(by, [...(issuedBy.get(by) ?? []), at].slice(-burst.tickets));
}

/** After the pause the kiosk starts counting anew. */
export function raise(state: State, { seq: id, by, at, tickets, seconds, pausedUntil }: EventOf<'BurstNoticed'>): void {
  state.issuedBy.delete(by);
  state.bursts.push({ id, by, at, tickets, seconds, pausedUntil });
  if (state.bursts.length > BURSTS_KEPT) state.bursts.shift();
}

export function settle(state: State, { burstId }: EventOf<'BurstDismissed'>): void {
  state.bursts = state.bursts.filter(({ id }) => id !== burstId);
}
