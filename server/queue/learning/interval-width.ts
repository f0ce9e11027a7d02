/**
 * Learns how wide the intervals of this office's estimates must be to contain enough of the waits. Each wait that ends adjusts the
 * width: a wait outside its interval moves that side out by a step, a wait inside moves both sides in by a little. In the long run the
 * shares EARLY and LATE of the waits fall outside, also where the forward play leaves out pauses, walks or a slow printer (I. Gibbs,
 * E. Candès, "Adaptive conformal inference under distribution shift", NeurIPS 2021).
 */

/** How many spreads (`estimate/spread.ts`) the interval reaches below and above the expected wait. */
export interface IntervalWidth {
  below: number;
  above: number;
}

/** How many waits of the day ended inside the interval of their estimate, before it and after it. */
export interface Coverage {
  inside: number;
  early: number;
  late: number;
}

/** Of an office's first day. Wider above than below, because visitors mind a late call more than an early one. */
export const FIRST_WIDTH: IntervalWidth = { below: 1.2, above: 2.5 };

/** Shares of the waits that may end before the interval and after it. */
const EARLY = 0.05;
const LATE = 0.08;
const STEP = 0.05;
/** Bounds of the width, so that an unusual day cannot make the intervals useless; days with many visitors never called need up to 6. */
const LEAST = 0.5;
const MOST = 6;

export function adjusted({ below, above }: IntervalWidth, outcome: keyof Coverage): IntervalWidth {
  return { below: moved(below, outcome === 'early', EARLY), above: moved(above, outcome === 'late', LATE) };
}

function moved(width: number, outside: boolean, share: number): number {
  return Math.min(MOST, Math.max(LEAST, width + STEP * ((outside ? 1 : 0) - share)));
}
