/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;
export type DurationMs = number;
/** A calendar date in the office's time zone, `2026-11-22`. */
export type BusinessDay = string;
/** Minutes since local midnight, 0–1440. */
export type MinuteOfDay = number;

export const MINUTE: DurationMs = 60_000;
export const DAY_MINUTES: MinuteOfDay = 1440;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface LocalTime {
  day: BusinessDay;
  weekday: Weekday;
  minute: MinuteOfDay;
}

// Building a formatter costs about 50 µs, using one about 1 µs.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour12: false,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

// The last result is kept: every zone differs from UTC by whole minutes, so that it is valid for the rest of its minute.
let latest: { minute: number; timeZone: string; local: LocalTime } | null = null;

/** The wall clock of `timeZone` (an IANA name; throws RangeError for an unknown one) at the instant `at`. */
export function localTime(at: EpochMs, timeZone: string): LocalTime {
  const minute = Math.floor(at / MINUTE);
  if (latest?.minute !== minute || latest.timeZone !== timeZone) {
    latest = { minute, timeZone, local: readClock(at, timeZone) };
  }
  return latest.local;
}

function readClock(at: EpochMs, timeZone: string): LocalTime {
  // `11/22/2026, 07:30`: the order of en-US, the same in all browsers. Those of old TVs lack formatToParts and hourCycle.
  const [month, dayOfMonth, year, hour, minute] = formatter(timeZone).format(at).match(/\d+/g) ?? [];
  const day = `${year}-${month}-${dayOfMonth}`;
  // With `hour12: false` some browsers write midnight as 24.
  return { day, weekday: weekdayOf(day), minute: (Number(hour) % 24) * 60 + Number(minute) };
}

export function weekdayOf(day: BusinessDay): Weekday {
  // Date counts weekdays from Sunday; the week of an office starts on Monday.
  const index = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS[index] ?? 'mon';
}

/** The calendar date `days` after `day`. */
export function addDays(day: BusinessDay, days: number): BusinessDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);
}

/** `"07:30"` as 450; `"24:00"` is allowed as the end of a day. Throws RangeError for anything else. */
export function minuteOf(clock: string): MinuteOfDay {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(clock);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minute <= DAY_MINUTES)) throw new RangeError(`"${clock}" is not a time between 00:00 and 24:00`);
  return minute;
}

/**
 * The instant at which clocks in `timeZone` show this minute of the day. A minute that the clocks skip counts as later by as much as
 * they skip: where they go from 02:00 to 03:00, 02:30 counts as 03:30. Of a minute that comes twice the first one is meant.
 */
export function instantOf(day: BusinessDay, minute: MinuteOfDay, timeZone: string): EpochMs {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;
  // No clock differs from UTC by a day, so these are on both sides of the minute; a change of the clocks may lie between them.
  const before = aheadOfUtc(asUtc - DAY_MINUTES * MINUTE, timeZone);
  const after = aheadOfUtc(asUtc + DAY_MINUTES * MINUTE, timeZone);
  const isShownAfter = aheadOfUtc(asUtc - before, timeZone) !== before && aheadOfUtc(asUtc - after, timeZone) === after;
  return asUtc - (isShownAfter ? after : before);
}

function aheadOfUtc(at: EpochMs, timeZone: string): DurationMs {
  const local = readClock(at, timeZone);
  return Date.parse(`${local.day}T00:00:00Z`) + local.minute * MINUTE - Math.floor(at / MINUTE) * MINUTE;
}
