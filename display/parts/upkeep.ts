import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** The office speaks at least every 30 s, even when nothing happens; half as long again is a fault. */
export const OUTDATED: DurationMs = 45_000;
/** Long enough to read a notice of two lines twice. */
export const NOTICE_TURN: DurationMs = 12_000;

export function isOutdated(updatedAt: EpochMs | null, now: EpochMs): boolean {
  return updatedAt !== null && now - updatedAt > OUTDATED;
}

/** Whose turn it is by the office's clock, so that all screens of a hall show the same one. */
export function turn<Item>(items: readonly Item[], now: EpochMs): Item | undefined {
  return items[Math.floor(now / NOTICE_TURN) % items.length];
}
