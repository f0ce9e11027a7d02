/** Words of server and pages: times, days and waits as visitors read them. */
import type { Language } from '../language.ts';
import type { Estimate, Opening } from '../protocol/views/common.ts';
import { addDays, type DurationMs, type EpochMs, localTime, MINUTE, weekdayOf } from '../time.ts';
import { common as en } from './en/common.ts';
import { common as vi } from './vi/common.ts';

/** Longer waits are written in hours. */
export const LONGEST_IN_MINUTES = 120;
/** A break that ends between these minutes of the day is lunch. */
const LUNCH_ENDS = { from: 11 * 60, to: 15 * 60 };

/** A range of clock times is no more exact than this. Every time zone differs from UTC by a multiple of it. */
const ROUNDING: DurationMs = 5 * MINUTE;

export const commonWords: Record<Language, typeof vi> = { vi, en };

/** `07:30` on the office's wall clock. */
export function clock(at: EpochMs, timeZone: string): string {
  const { minute } = localTime(at, timeZone);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/**
 * The clock times between which a turn is expected, for a visitor who took the ticket at `from`: `10:20–10:55`. Rounded outwards to 5
 * minutes, but never before `from`.
 */
export function clockRange(from: EpochMs, { fromMinutes, toMinutes }: Estimate, timeZone: string): string {
  const earliest = Math.max(from, Math.floor((from + fromMinutes * MINUTE) / ROUNDING) * ROUNDING);
  const latest = Math.ceil((from + toMinutes * MINUTE) / ROUNDING) * ROUNDING;
  return earliest < latest ? `${clock(earliest, timeZone)}–${clock(latest, timeZone)}` : clock(latest, timeZone);
}

/** `22/11/2026` */
export function shortDate(at: EpochMs, timeZone: string): string {
  const [year, month, dayOfMonth] = calendar(localTime(at, timeZone).day);
  return `${dayOfMonth}/${month}/${year}`;
}

/** `Chủ nhật, 22/11/2026`; starts with a capital in every language. */
export function date(at: EpochMs, timeZone: string, language: Language): string {
  const { day, weekday } = localTime(at, timeZone);
  const [year, month, dayOfMonth] = calendar(day);
  const words = commonWords[language];
  return capitalised(words.longDate(words.weekdays[weekday], dayOfMonth, month, year));
}

/** `Thứ Hai 23/11`, for screens that have the year on no line. */
export function dayOfYear(at: EpochMs, timeZone: string, language: Language): string {
  const { day, weekday } = localTime(at, timeZone);
  const [, month, dayOfMonth] = calendar(day);
  return `${capitalised(commonWords[language].weekdays[weekday])} ${dayOfMonth}/${month}`;
}

/** `10–25 phút`, `dưới 5 phút`, `30 phút – 4 giờ`: without "about", where space is scarce. Hours are rounded outwards to halves. */
export function waitSpan({ fromMinutes, toMinutes }: Estimate, language: Language): string {
  const { minutes, hours, lessThan } = commonWords[language];
  const halves = (count: number): string => `${count / 2}`.replace('.', language === 'vi' ? ',' : '.');
  const isLong = toMinutes > LONGEST_IN_MINUTES;
  const toHours = halves(Math.ceil(toMinutes / 30));
  const most = isLong ? hours(toHours) : minutes(toMinutes);
  if (fromMinutes === 0 || toMinutes <= 5) return lessThan(most);
  if (fromMinutes === toMinutes) return most;
  if (!isLong) return minutes(`${fromMinutes}–${toMinutes}`);
  return fromMinutes < 60
    ? `${minutes(fromMinutes)} – ${most}`
    : hours(`${halves(Math.floor(fromMinutes / 30))}–${toHours}`);
}

/** `khoảng 10–25 phút`, `dưới 5 phút`, `khoảng 30 phút – 4 giờ`; in small letters, for use inside a sentence. */
export function waitRange(estimate: Estimate, language: Language): string {
  const span = waitSpan(estimate, language);
  const isLimit = estimate.fromMinutes === 0 || estimate.toMinutes <= 5;
  return isLimit ? span : commonWords[language].about(span);
}

/** When the office opens, as seen at `now`: `07:30 hôm nay`, `07:30 ngày mai`, `07:30 thứ Hai, 23/11`. */
export function openingMoment(opensAt: EpochMs, now: EpochMs, timeZone: string, language: Language): string {
  const words = commonWords[language];
  const today = localTime(now, timeZone).day;
  const { day } = localTime(opensAt, timeZone);
  const time = clock(opensAt, timeZone);
  if (day === today) return words.today(time);
  if (day === addDays(today, 1)) return words.tomorrow(time);
  const [, month, dayOfMonth] = calendar(day);
  return words.onDay(time, words.shortDate(words.weekdays[weekdayOf(day)], dayOfMonth, month));
}

/** Whether a break that ends at `opensAt` is the one at noon. */
export function isLunch(opensAt: EpochMs, timeZone: string): boolean {
  const { minute } = localTime(opensAt, timeZone);
  return minute >= LUNCH_ENDS.from && minute <= LUNCH_ENDS.to;
}

/** One sentence without a full stop: open, on a break or closed, and until when. */
export function openingSentence(opening: Opening, now: EpochMs, timeZone: string, language: Language): string {
  const words = commonWords[language];
  switch (opening.state) {
    case 'open':
      return opening.until === null ? words.openAllDay : words.openUntil(clock(opening.until, timeZone));
    case 'break': {
      const sentence = isLunch(opening.opensAt, timeZone) ? words.lunchBreak : words.shortBreak;
      return sentence(clock(opening.opensAt, timeZone));
    }
    case 'closed':
      return opening.opensAt === null
        ? words.closed
        : words.closedUntil(openingMoment(opening.opensAt, now, timeZone, language));
    default:
      return opening satisfies never;
  }
}

/** A pairing code or the code of an appointment is read as two groups of three digits. */
export function codeGroups(code: string): [string, string] {
  return [code.slice(0, 3), code.slice(3)];
}

function calendar(day: string): [year: string, month: string, dayOfMonth: string] {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return [year, month, dayOfMonth];
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
