/**
 * How wide ranges must be here to keep their word. Every wait that comes to its end teaches it: a wait outside its range moves
 * that side out by a step, one inside moves it in by a little, so that in the long run as many waits fall outside as is meant,
 * whatever the play knows nothing of: pauses, walks, a slow printer (I. Gibbs, E. Candès, "Adaptive conformal inference under
 * distribution shift", NeurIPS 2021).
 */
import { type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { State, Ticket } from '../state.ts';

/** Standard deviations below and above the played wait. */
export interface Margins {
  below: number;
  above: number;
}

/** How many of the day's promised ranges held, and how many waits ended before or after theirs. */
export interface Promises {
  inside: number;
  early: number;
  late: number;
}

/** Wider above, because a late turn angers far more than an early one pleases. */
export const FIRST_MARGINS: Margins = { below: 1.2, above: 1.6 };

/** Part of the waits that may end before the range and after it. */
const EARLY = 0.05;
const LATE = 0.08;
const STEP = 0.05;
/** A day that went wrong must not make ranges that say nothing. */
const LEAST = 0.5;
const MOST = 3.5;

/** `ticket` is called at `at`. */
export function learnFromCall(state: State, ticket: Ticket, at: EpochMs): void {
  const { estimate, cameAt, wasCalled, postponed } = ticket;
  // Who was called before, or asked to wait longer, tests no promise.
  if (estimate === null || wasCalled || postponed) return;
  const waited = (at - cameAt) / MINUTE;
  const early = waited < estimate.fromMinutes;
  const late = waited > estimate.toMinutes;
  state.promises[early ? 'early' : late ? 'late' : 'inside'] += 1;
  const { below, above } = state.margins;
  state.margins = { below: moved(below, early, EARLY), above: moved(above, late, LATE) };
}

function moved(margin: number, outside: boolean, meant: number): number {
  return Math.min(MOST, Math.max(LEAST, margin + STEP * ((outside ? 1 : 0) - meant)));
}
