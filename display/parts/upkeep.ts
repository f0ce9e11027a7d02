import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** The office speaks at least every 30 s, even when nothing happens; half as long again is a fault. */
export const OUTDATED: DurationMs = 45_000;
export function isOutdated(updatedAt: EpochMs | null, now: EpochMs): boolean {
  return updatedAt !== null && now - updatedAt > OUTDATED;
}

/** Whose turn it is by the office's clock, so that all screens of a hall show the same one. */
export function turn<Item extends { seconds: number }>(items: readonly Item[], now: EpochMs): Item | undefined {
  const round = items.reduce((sum, { seconds }) => sum + seconds, 0);
  let second = Math.floor(now / 1000) % round;
  return items.find(({ seconds }) => {
    second -= seconds;
    return second < 0;
  });
}
