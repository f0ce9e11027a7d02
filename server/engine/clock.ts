import { performance } from 'node:perf_hooks';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

export interface Clock {
  /** The office's time. Never earlier than a time that it returned before, nor than the argument of `notBefore`. */
  now(): EpochMs;
  /** From now on no earlier time than `at`, the last time in the journal, is returned. */
  notBefore(at: EpochMs): void;
  /** Whether the machine's clock is so far behind the office's time that a person must set it. */
  isBehind(): boolean;
}

/** A time server may set the clock back by this much without a warning. */
const TOLERATED: DurationMs = 5_000;

/**
 * A clock that never runs backwards. A Raspberry Pi without a battery starts in the past, and a wrong clock gets set back: then time
 * goes on from the last known moment, measured by the monotonic clock, until the machine's clock has caught up.
 */
export function steadyClock(
  wall: () => EpochMs = Date.now,
  elapsed: () => DurationMs = () => performance.now(),
): Clock {
  let last = Number.NEGATIVE_INFINITY;
  let lastElapsed = elapsed();
  const now = (): EpochMs => {
    const passed = elapsed() - lastElapsed;
    lastElapsed += passed;
    last = Math.max(wall(), last + passed);
    return Math.floor(last);
  };
  return {
    now,
    notBefore(at) {
      last = Math.max(now(), at);
    },
    isBehind: () => now() - wall() > TOLERATED,
  };
}
