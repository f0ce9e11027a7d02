import type { DurationMs } from '../../../shared/time.ts';

/** With fewer services seen than this, the pace counts as unknown. */
const HISTORY_NEEDED = 3;
/** How many services count; older ones fade out, so that the mean follows changes of the office. */
const MEMORY = 100;
/** The part of the evening's count that is left in the morning, because days differ. */
const OVERNIGHT = 0.5;
/** The least deviation of single services, as a part of their mean: a few equal times may be a coincidence. */
const LEAST_VARIATION = 0.5;

/** How long one dossier of a service occupies a counter, from the call to the end of the visit. Each day passes it on to the next. */
export interface Pace {
  mean: DurationMs;
  /** Square milliseconds. */
  variance: number;
  /** How many services the figures stand for. */
  seen: number;
}

/** The pace after one more service; older ones count less and less (B. Welford's recursion with a bounded count). */
export function learned(pace: Pace | null, time: DurationMs): Pace {
  // Never 0, because waits are divided by the mean.
  const took = Math.max(1, time);
  if (pace === null) return { mean: took, variance: 0, seen: 1 };
  const seen = Math.min(pace.seen + 1, MEMORY);
  const difference = took - pace.mean;
  return {
    mean: pace.mean + difference / seen,
    variance: (1 - 1 / seen) * (pace.variance + difference ** 2 / seen),
    seen,
  };
}

/** The pace for the next morning. It stays known, also for a service that few visitors ask for. */
export function overnight({ mean, variance, seen }: Pace): Pace {
  return { mean, variance, seen: Math.max(Math.min(seen, HISTORY_NEEDED), OVERNIGHT * seen) };
}

export function isKnown(pace: Pace | null | undefined): pace is Pace {
  return pace != null && pace.seen >= HISTORY_NEEDED;
}

/** The standard deviation of single services. */
export function deviationOf({ mean, variance, seen }: Pace): DurationMs {
  return Math.max(Math.sqrt((variance * seen) / (seen - 1)), LEAST_VARIATION * mean);
}
