/** The change from one business day to another: the new day has its own sequence of events, and the old day is kept. */
import { addDays, type EpochMs, instantOf, localTime } from '../../shared/time.ts';
import type { Day } from './day.ts';
import type { Deciders, EventOf } from './decider.ts';

export interface DayRollover<D extends Deciders> {
  /** The events that close the old day, in its own sequence and at its own end; the old day in memory has them already. */
  closing: EventOf<D>[];
  opening: EventOf<D>[];
}

/** Whether the office has left this day because its clock was set back: then it is not the last one, although it has the latest date. */
export function isLeft<D extends Deciders>(day: Day<D>, timeZone: string): boolean {
  return day.isOpened && localTime(day.lastAt, timeZone).day < day.name;
}

/** Whether the office goes from `old` to the day of `at`. Only a clock that was set back leads to an earlier day. */
export function isRolloverDue<D extends Deciders>(old: Day<D>, timeZone: string, at: EpochMs): boolean {
  const { day } = localTime(at, timeZone);
  return !old.isOpened || day > old.name || (day < old.name && isLeft(old, timeZone));
}

/** `next` holds the events of its day that the journal has already: some only if the office was there before its clock was set back. */
export function rollOver<D extends Deciders>(old: Day<D>, next: Day<D>, timeZone: string, at: EpochMs): DayRollover<D> {
  if (!old.isOpened) return { closing: [], opening: next.open(null, at) };
  const midnight = instantOf(addDays(old.name, 1), 0, timeZone);
  // A day that is left ends by the time to which the clock was set, by which `isLeft` knows it at the next start.
  const end = next.name > old.name ? Math.max(old.lastEventAt, midnight - 1) : old.lastAt;
  const closing = old.close(end);
  return { closing, opening: next.isOpened ? next.enter(old, at) : next.open(old, at) };
}
