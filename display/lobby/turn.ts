import type { EpochMs } from '../../shared/time.ts';

/** Whose turn it is by the office's clock, so that all screens of a hall show the same one. */
export function turn<Item extends { seconds: number }>(items: readonly Item[], now: EpochMs): Item | undefined {
  const round = items.reduce((sum, { seconds }) => sum + seconds, 0);
  let second = Math.floor(now / 1000) % round;
  return items.find(({ seconds }) => {
    second -= seconds;
    return second < 0;
  });
}
