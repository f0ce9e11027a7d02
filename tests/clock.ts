import type { OfficeClock } from '../server/engine/clock.ts';
import type { EpochMs } from '../shared/time.ts';

/** A clock that the office always follows, whatever it shows, for tests that move time freely. */
export function followed(now: () => EpochMs): OfficeClock {
  return { now, startFrom: () => undefined, doubt: () => null, set: () => undefined, state: () => 'ok' };
}
