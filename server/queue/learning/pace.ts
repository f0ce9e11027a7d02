import type { DurationMs } from '../../../shared/time.ts';

/** Fewer services seen than this say too little. */
const HISTORY_NEEDED = 3;
/** Services that count; older ones fade, so that the mean follows an office that changes. */
const MEMORY = 100;
/** What was learned until the evening counts as so much less in the morning: no day is like the one before. */
const OVERNIGHT = 0.5;
/** Single services vary at least so much around their mean, however alike the last few were. */
const LEAST_VARIATION = 0.5;

/** How long one dossier of a service keeps a counter, from the call to the end. Each day hands it on to the next. */
export interface Pace {
  mean: DurationMs;
  /** Square milliseconds. */
  variance: number;
  /** As many services as this is worth. */
  seen: number;
}

/** After one more service; what is older counts less and less (B. Welford's recursion with a bounded count). */
export function learned(pace: Pace | null, time: DurationMs): Pace {
  // No pace is nothing: waits are counted in it.
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

/** A service that is asked for once a week is known by it all the same. */
export function overnight({ mean, variance, seen }: Pace): Pace {
  return { mean, variance, seen: Math.max(Math.min(seen, HISTORY_NEEDED), OVERNIGHT * seen) };
}

export function isKnown(pace: Pace | null | undefined): pace is Pace {
  return pace != null && pace.seen >= HISTORY_NEEDED;
}

/** Standard deviation of single services. */
export function deviationOf({ mean, variance, seen }: Pace): DurationMs {
  return Math.max(Math.sqrt((variance * seen) / (seen - 1)), LEAST_VARIATION * mean);
}
