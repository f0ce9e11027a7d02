import { type DurationMs, MINUTE } from '../../shared/time.ts';

/** A stopwatch: `0:42`, `12:05`, `1:02:05`. Never negative: the office's clock may be set back. */
export function stopwatch(duration: DurationMs): string {
  const seconds = Math.max(0, Math.floor(duration / 1000));
  const twoDigits = (count: number) => String(count).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = twoDigits(seconds % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${tail}` : `${minutes}:${tail}`;
}

export function wholeMinutes(duration: DurationMs): number {
  return Math.max(0, Math.floor(duration / MINUTE));
}
