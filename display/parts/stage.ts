import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';

/** Shorter breaks are no news: the foot says them, and the calls stay as large as they are. */
export const LOST_FOR_LONG: DurationMs = 30_000;
/** After closing, people still leave and read; before opening, they already stand at the door. */
export const DARK_AFTER: DurationMs = 30 * MINUTE;
export const LIGHT_BEFORE: DurationMs = 30 * MINUTE;

/** What the whole screen is for. */
export type Stage = 'hall' | 'lost' | 'night';

interface Facts {
  view: Pick<DisplayView, 'opening' | 'calls'>;
  /** Null while connected, or not closed. */
  lostSince: EpochMs | null;
  closedSince: EpochMs | null;
  now: EpochMs;
}

export function stageOf({ view, lostSince, closedSince, now }: Facts): Stage {
  const night = isNight(view, closedSince, now);
  // A router that sleeps at night needs nobody's attention before the morning.
  if (lostSince !== null && now - lostSince >= LOST_FOR_LONG && !night) return 'lost';
  return night ? 'night' : 'hall';
}

function isNight({ opening, calls }: Facts['view'], closedSince: EpochMs | null, now: EpochMs): boolean {
  // Visitors who came in time are still served after closing.
  if (opening.state !== 'closed' || calls.length > 0 || closedSince === null) return false;
  const morning = opening.opensAt !== null && opening.opensAt - now <= LIGHT_BEFORE;
  return now - closedSince >= DARK_AFTER && !morning;
}
