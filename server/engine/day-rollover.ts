/** The change from one business day to the next: a new day begins a new sequence of events, and the old day is kept. */
import { addDays, type EpochMs, instantOf, localTime } from '../../shared/time.ts';
import { Day } from './day.ts';
import type { Deciders, EventOf } from './decider.ts';

export interface DayRollover<D extends Deciders> {
  /** The events that close the old day, in its own sequence and at its own end; the old day in memory has them already. */
  closing: EventOf<D>[];
  opening: EventOf<D>[];
  next: Day<D>;
}

/** Null while the old day lasts, also when the clock was set back to an earlier day. */
export function rollOver<D extends Deciders>(
  old: Day<D>,
  deciders: D,
  timeZone: string,
  at: EpochMs,
): DayRollover<D> | null {
  const { day } = localTime(at, timeZone);
  if (old.isOpened && day <= old.name) return null;
  const end = old.isOpened ? Math.max(old.lastAt, instantOf(addDays(old.name, 1), 0, timeZone) - 1) : 0;
  const closing = old.isOpened ? old.close(end) : [];
  const next = new Day(day, deciders);
  const opening = next.open(old.isOpened ? old : null, at);
  return { closing, opening, next };
}
