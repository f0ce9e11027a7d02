import { type DurationMs, MINUTE } from '../../../shared/time.ts';

/** With fewer services seen than this, the pace counts as unknown. */
const HISTORY_NEEDED = 3;
/** How many services count; older ones fade out, so that the mean follows changes of the office. */
const MEMORY = 100;
/** The part of the evening's count that is left in the morning, because days differ. */
const OVERNIGHT = 0.5;
/** The least deviation of single services, as a part of their mean: a few equal times may be a coincidence. */
const LEAST_VARIATION = 0.5;

/** How many services the typical time counts for, and their standard deviation as a part of their mean. */
const TYPICAL_COUNTS = 2;
const TYPICAL_VARIATION = 0.7;
/** The time of a service in an office that has not served anybody yet. */
const FIRST_TYPICAL: DurationMs = 10 * MINUTE;

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

/** The pace to estimate with: a typical service counts like two that were seen, so that a service without history has a pace too. */
export function withTypical(pace: Pace | null, typical: DurationMs): Pace {
  const before = pace ?? { mean: 0, variance: 0, seen: 0 };
  const seen = before.seen + TYPICAL_COUNTS;
  const mean = (before.mean * before.seen + typical * TYPICAL_COUNTS) / seen;
  const variance = (before.variance * before.seen + (TYPICAL_VARIATION * typical) ** 2 * TYPICAL_COUNTS) / seen;
  return { mean, variance, seen };
}

/** The mean of the known paces; on an office's first morning ten minutes. */
export function typicalOf(paces: readonly (Pace | null)[]): DurationMs {
  const known = paces.filter(isKnown);
  return known.length === 0 ? FIRST_TYPICAL : known.reduce((sum, { mean }) => sum + mean, 0) / known.length;
}

export function isKnown(pace: Pace | null | undefined): pace is Pace {
  return pace != null && pace.seen >= HISTORY_NEEDED;
}

/** The standard deviation of single services. */
export function deviationOf({ mean, variance, seen }: Pace): DurationMs {
  return Math.max(Math.sqrt((variance * seen) / (seen - 1)), LEAST_VARIATION * mean);
}
