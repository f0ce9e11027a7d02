/** The change from one business day to the next: a new day begins a new sequence of events, and the old day is kept. */
import { addDays, type EpochMs, instantOf, localTime } from '../../shared/time.ts';
import type { Day } from './day.ts';
import type { Deciders, EventOf } from './decider.ts';

export interface DayRollover<D extends Deciders> {
  /** The events that close the old day, in its own sequence and at its own end; the old day in memory has them already. */
  closing: EventOf<D>[];
  opening: EventOf<D>[];
}

/** Whether the office goes from `old` to the day of `at`: not while the old day lasts, nor when the clock was set back to an earlier day. */
export function isRolloverDue<D extends Deciders>(old: Day<D>, timeZone: string, at: EpochMs): boolean {
  return !old.isOpened || localTime(at, timeZone).day > old.name;
}

/** `next` is the day without events, as the journal knows it. */
export function rollOver<D extends Deciders>(old: Day<D>, next: Day<D>, timeZone: string, at: EpochMs): DayRollover<D> {
  const end = old.isOpened ? Math.max(old.lastAt, instantOf(addDays(old.name, 1), 0, timeZone) - 1) : 0;
  const closing = old.isOpened ? old.close(end) : [];
  const opening = next.open(old.isOpened ? old : null, at);
  return { closing, opening };
}
