import type { DurationMs } from '../../shared/time.ts';

/** Fewer services seen than this say too little. */
const HISTORY_NEEDED = 3;
/** Single services vary at least so much around their mean, however alike the last few were. */
const LEAST_VARIATION = 0.5;

/** How long the services of one queue have taken lately. */
export interface Pace {
  mean: DurationMs;
  deviation: DurationMs;
  seen: number;
}

/** Null with too little history. */
export function paceOf(times: readonly DurationMs[]): Pace | null {
  if (times.length < HISTORY_NEEDED) return null;
  const mean = Math.max(1, times.reduce((sum, time) => sum + time, 0) / times.length);
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1);
  return { mean, deviation: Math.max(Math.sqrt(variance), LEAST_VARIATION * mean), seen: times.length };
}
