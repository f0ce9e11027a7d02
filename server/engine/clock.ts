import { performance } from 'node:perf_hooks';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

export interface Clock {
  /** The office's time: never before the last time it gave, and never before `notBefore` was told. */
  now(): EpochMs;
  /** Moves on to a time known from the journal. */
  notBefore(at: EpochMs): void;
  /** The machine's clock stands so far behind the office's time that somebody must set it. */
  isBehind(): boolean;
}

/** A correction of the clock by a time server may be this large without anybody caring. */
const TOLERATED: DurationMs = 5_000;

/**
 * A Raspberry Pi without a battery starts in the past, and a wrong clock gets set back. Then time goes on from the last known
 * moment, counted by the monotonic clock, until the machine's clock has caught up.
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
