import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';

/** Shorter interruptions change only the footer: the calls stay as large as they are. */
export const LOST_FOR_LONG: DurationMs = 30_000;
/** The lobby TV says nothing of a shorter interruption; from `LOST_ON_STAGE` on its numbers count as old. */
export const LOST_IN_FOOT: DurationMs = 8_000;
export const LOST_ON_STAGE: DurationMs = 60_000;
/** After closing, visitors still leave and read the screen; before opening, they already wait outside. */
export const DARK_AFTER: DurationMs = 30 * MINUTE;
export const LIGHT_BEFORE: DurationMs = 30 * MINUTE;

/** What a screen shows: its own page, the last calls before the connection was lost, or a dim clock. */
export type Stage = 'hall' | 'lost' | 'night';

interface Facts {
  view: Pick<DisplayView, 'opening' | 'calls'>;
  /** Null while connected. */
  lostSince: EpochMs | null;
  /** Null while not closed. */
  closedSince: EpochMs | null;
  now: EpochMs;
}

export function stageOf({ view, lostSince, closedSince, now }: Facts): Stage {
  const night = isNight(view, closedSince, now);
  // A router may be switched off at night: that is no problem before the morning.
  if (lostSince !== null && now - lostSince >= LOST_FOR_LONG && !night) return 'lost';
  return night ? 'night' : 'hall';
}

function isNight({ opening, calls }: Facts['view'], closedSince: EpochMs | null, now: EpochMs): boolean {
  // Visitors who came before closing time are still served.
  if (opening.state !== 'closed' || calls.length > 0 || closedSince === null) return false;
  const morning = opening.opensAt !== null && opening.opensAt - now <= LIGHT_BEFORE;
  return now - closedSince >= DARK_AFTER && !morning;
}

/** The office sends a view every 5 s, even when nothing changes; a slow network and a busy server need less than this. */
export const OUTDATED: DurationMs = 45_000;

export function isOutdated(updatedAt: EpochMs | null, now: EpochMs): boolean {
  return updatedAt !== null && now - updatedAt > OUTDATED;
}
