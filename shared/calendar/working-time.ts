/** Time without the breaks between the sessions of a day, in which no visitor is called. After the last session time goes on. */
import type { Office } from '../office/office.ts';
import { type BusinessDay, DAY_MINUTES, type DurationMs, type EpochMs, instantOf, localTime, MINUTE } from '../time.ts';
import { sessionsOn } from './hours.ts';

/** The sessions of one day as instants, in order. */
export type WorkingDay = readonly { from: EpochMs; to: EpochMs }[];

/** When the last session of a day ends, and when the tickets that are still open expire. */
export interface DayEnd {
  lastSession: EpochMs;
  expiry: EpochMs;
}

/** The last result for each description, because all estimates of a day need the same. */
const latest = new WeakMap<Office, { day: BusinessDay; sessions: WorkingDay; end: DayEnd }>();

/** The day of `at`. */
export function workingDayOf(office: Office, at: EpochMs): WorkingDay {
  return dayOf(office, at).sessions;
}

/** The end of the day of `at`: tickets expire after the grace time, at midnight at the latest, also in an office that never closes. */
export function dayEndOf(office: Office, at: EpochMs): DayEnd {
  return dayOf(office, at).end;
}

function dayOf(office: Office, at: EpochMs): { sessions: WorkingDay; end: DayEnd } {
  const { day } = localTime(at, office.timeZone);
  const known = latest.get(office);
  if (known?.day === day) return known;
  const instant = (minute: number) => instantOf(day, minute, office.timeZone);
  const sessions = sessionsOn(office, day).map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
  const midnight = instant(DAY_MINUTES);
  const lastSession = sessions.at(-1)?.to ?? midnight;
  const expiry = Math.min(midnight, lastSession + office.rules.closingGraceMinutes * MINUTE);
  const found = { day, sessions, end: { lastSession, expiry } };
  latest.set(office, found);
  return found;
}

/** The time between two instants without breaks; 0 when `to` is before `from`. */
export function workingTime(day: WorkingDay, from: EpochMs, to: EpochMs): DurationMs {
  let time = Math.max(0, to - from);
  for (let next = 1; next < day.length; next += 1) {
    const [start, end] = breakBefore(day, next);
    time -= Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return time;
}

/** The instant at which so much time without breaks has passed since `from`: the inverse of `workingTime`. */
export function afterWorking(day: WorkingDay, from: EpochMs, time: DurationMs): EpochMs {
  let at = from + time;
  for (let next = 1; next < day.length; next += 1) {
    const [start, end] = breakBefore(day, next);
    if (from < end && at > start) at += end - Math.max(from, start);
  }
  return at;
}

/** `at`, or the end of the break that it is in. */
export function outsideBreaks(day: WorkingDay, at: EpochMs): EpochMs {
  for (let next = 1; next < day.length; next += 1) {
    const [start, end] = breakBefore(day, next);
    if (start <= at && at < end) return end;
  }
  return at;
}

function breakBefore(day: WorkingDay, next: number): [start: EpochMs, end: EpochMs] {
  return [day[next - 1]?.to ?? 0, day[next]?.from ?? 0];
}
