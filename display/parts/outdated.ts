import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** The office sends its view every 5 s, even when nothing happens; a slow network and a busy server take less than this. */
export const OUTDATED: DurationMs = 45_000;

export function isOutdated(updatedAt: EpochMs | null, now: EpochMs): boolean {
  return updatedAt !== null && now - updatedAt > OUTDATED;
}
