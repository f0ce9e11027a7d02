import { type EpochMs, MINUTE } from '../../../shared/time.ts';
import { adjusted } from '../learning/interval-width.ts';
import type { State, Ticket } from '../state.ts';

/** `ticket`, as it was until now, is called at `at`: its promised interval was right or not. */
export function learnFromCall(state: State, ticket: Ticket, at: EpochMs): void {
  const { estimate, cameAt, wasCalled, postponed } = ticket;
  // A second call, or a wait that the visitor made longer, says nothing about the promise.
  if (estimate === null || wasCalled || postponed) return;
  const waited = (at - cameAt) / MINUTE;
  const outcome = waited < estimate.fromMinutes ? 'early' : waited > estimate.toMinutes ? 'late' : 'inside';
  state.coverage[outcome] += 1;
  state.intervalWidth = adjusted(state.intervalWidth, outcome);
}
