import type { DurationMs } from '../../shared/time.ts';

/** The next random number, uniform in [0, 1). */
export type Random = () => number;

/** Mulberry32: the same numbers for the same seed. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const between = (next: Random, low: number, high: number): number => low + next() * (high - low);

export const normal = (next: Random): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

const exponential = (next: Random, mean: number): number => -Math.log(1 - next()) * mean;

/** Service times with the given mean. */
export const shapes = {
  /** Coefficient of variation 0.58. */
  gamma: (next: Random, mean: DurationMs) =>
    exponential(next, mean / 3) + exponential(next, mean / 3) + exponential(next, mean / 3),
  /** Coefficient of variation 0.8, with a few very long visits. */
  lognormal: (next: Random, mean: DurationMs) => mean * Math.exp(0.7 * normal(next) - 0.245),
};
