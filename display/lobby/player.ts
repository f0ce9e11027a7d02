import type { DurationMs } from '../../shared/time.ts';
import type { Player } from './announcements.ts';
import type { Chime } from './chime.ts';

/** How long a call stays highlighted; the three pulses in lobby.css fit into it. */
export const HOLD: DurationMs = 4_000;

/** Rings and holds the highlight. The time is the same with and without sound. */
export function createPlayer(chime: Pick<Chime, 'ring'>): Player {
  return {
    play() {
      chime.ring();
      return new Promise((resolve) => setTimeout(resolve, HOLD));
    },
  };
}
