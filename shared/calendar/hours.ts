/** When the office is open: sessions in local time per weekday, which special days replace. */

import {
  addDays,
  type BusinessDay,
  DAY_MINUTES,
  type EpochMs,
  instantOf,
  localTime,
  MINUTE,
  type MinuteOfDay,
  minuteOf,
  weekdayOf,
} from '../../shared/time.ts';
import type { Office } from '../office/office.ts';
import type { Opening } from '../protocol/views/common.ts';
import type { NextSession, WorkingHours } from '../protocol/views/kiosk.ts';

const DAYS_AHEAD = 14;

interface Span {
  from: MinuteOfDay;
  to: MinuteOfDay;
}

/** The sessions of a day in order, adjacent ones joined; empty on a holiday. */
export function sessionsOn(office: Office, day: BusinessDay): Span[] {
  const sessions = office.specialDays[day] ?? office.hours[weekdayOf(day)];
  const spans: Span[] = [];
  for (const { from, to } of sessions) {
    const last = spans.at(-1);
    if (last?.to === minuteOf(from)) last.to = minuteOf(to);
    else spans.push({ from: minuteOf(from), to: minuteOf(to) });
  }
  return spans;
}

// The last result is kept: sessions begin and end on whole minutes, so that it is valid for the rest of its minute.
let latest: { office: Office; minute: number; opening: Opening } | null = null;

/** Whether the office is open at this moment, and when that changes next. */
export function openingAt(office: Office, at: EpochMs): Opening {
  const minute = Math.floor(at / MINUTE);
  if (latest?.office !== office || latest.minute !== minute)
    latest = { office, minute, opening: computeOpening(office, at) };
  return latest.opening;
}

/** Whether a session has ended after `from`, until and including `to`. */
export function hasSessionEnded(office: Office, from: EpochMs, to: EpochMs): boolean {
  for (let { day } = localTime(from, office.timeZone); ; day = addDays(day, 1)) {
    for (const session of sessionsOn(office, day)) {
      const end = instantOf(day, session.to, office.timeZone);
      if (end > to) return false;
      if (end > from) return true;
    }
    if (day >= localTime(to, office.timeZone).day) return false;
  }
}

/** The session after the one that is open at `at`; null while the office is closed, or when no later session is known. */
export function nextSession(office: Office, at: EpochMs): NextSession | null {
  const opening = openingAt(office, at);
  if (opening.state !== 'open' || opening.until === null) return null;
  const after = computeOpening(office, opening.until);
  if (after.state === 'open' || after.opensAt === null) return null;
  const { opensAt } = after;
  return { opensAt, today: localTime(opensAt, office.timeZone).day === localTime(at, office.timeZone).day };
}

function computeOpening(office: Office, at: EpochMs): Opening {
  const { day, minute } = localTime(at, office.timeZone);
  const today = sessionsOn(office, day);
  const current = today.find(({ from, to }) => from <= minute && minute < to);
  if (current) return { state: 'open', until: closingTime(office, day, current.to) };

  const later = today.find(({ from }) => from > minute);
  if (later) {
    const opensAt = instantOf(day, later.from, office.timeZone);
    const opensFirst = later === today[0];
    return opensFirst ? { state: 'closed', opensAt } : { state: 'break', opensAt };
  }
  return { state: 'closed', opensAt: nextMorning(office, day) };
}

/** The end of a session, which goes on after midnight when the next day starts with one; null when it has no end within a week. */
function closingTime(office: Office, today: BusinessDay, to: MinuteOfDay): EpochMs | null {
  let day = today;
  let reaches = to;
  for (let ahead = 1; reaches === DAY_MINUTES; ahead += 1) {
    const next = addDays(today, ahead);
    const first = sessionsOn(office, next)[0];
    if (first?.from !== 0) break;
    if (ahead > 7) return null;
    day = next;
    reaches = first.to;
  }
  return instantOf(day, reaches, office.timeZone);
}

/** The first day after today, within two weeks, that differs from the week's hours. */
export function specialDayAfter({ specialDays, timeZone }: Office, at: EpochMs): WorkingHours['special'] {
  const today = localTime(at, timeZone).day;
  const last = addDays(today, DAYS_AHEAD);
  const [day] = Object.keys(specialDays)
    .filter((each) => each > today && each <= last)
    .toSorted();
  return day === undefined ? null : { day, sessions: specialDays[day] ?? [] };
}

function nextMorning(office: Office, today: BusinessDay): EpochMs | null {
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const first = sessionsOn(office, day)[0];
    if (first) return instantOf(day, first.from, office.timeZone);
  }
  return null;
}

/** Whether the last session has been over for the grace time, so that tickets may expire. A day without sessions is due at its end. */
export function isClosingDue(office: Office, day: BusinessDay, at: EpochMs): boolean {
  const last = sessionsOn(office, day).at(-1);
  const now = localTime(at, office.timeZone);
  if (now.day > day) return true;
  return last !== undefined && now.day === day && now.minute >= last.to + office.rules.closingGraceMinutes;
}
