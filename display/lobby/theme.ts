/** The dark look of a hall without daylight: by set-up, or at the hours of each day that set-up names. */
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { DAY_MINUTES, type EpochMs, localTime, minuteOf } from '../../shared/time.ts';

export function isDark({ theme, darkHours }: DisplayView['layout'], now: EpochMs, timeZone: string): boolean {
  if (theme === 'dark') return true;
  if (darkHours === null) return false;
  const [from, to] = [minuteOf(darkHours.from), minuteOf(darkHours.to)];
  // Hours that do not end later end on the next day.
  const length = to > from ? to - from : to - from + DAY_MINUTES;
  return (localTime(now, timeZone).minute - from + DAY_MINUTES) % DAY_MINUTES < length;
}
