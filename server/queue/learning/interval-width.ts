/**
 * How wide the promised intervals must be in this office to be right often enough. Every wait that ends teaches it: a wait outside its
 * interval moves that side out by a step, one inside moves it in by a little. In the long run as many waits fall outside as is meant,
 * whatever the forward play does not know of: pauses, walks, a slow printer (I. Gibbs, E. Candès, "Adaptive conformal inference under
 * distribution shift", NeurIPS 2021).
 */

/** Standard deviations below and above the expected wait. */
export interface IntervalWidth {
  below: number;
  above: number;
}

/** How many waits of the day ended inside their promised interval, before it and after it. */
export interface Coverage {
  inside: number;
  early: number;
  late: number;
}

/** Wider above, because a late turn angers far more than an early one pleases. */
export const FIRST_WIDTH: IntervalWidth = { below: 1.2, above: 1.6 };

/** Share of the waits that may end before the interval and after it. */
const EARLY = 0.05;
const LATE = 0.08;
const STEP = 0.05;
/** A day on which much went wrong must not make intervals that say nothing. */
const LEAST = 0.5;
const MOST = 3.5;

export function adjusted({ below, above }: IntervalWidth, outcome: keyof Coverage): IntervalWidth {
  return { below: moved(below, outcome === 'early', EARLY), above: moved(above, outcome === 'late', LATE) };
}

function moved(width: number, outside: boolean, meant: number): number {
  return Math.min(MOST, Math.max(LEAST, width + STEP * ((outside ? 1 : 0) - meant)));
}
