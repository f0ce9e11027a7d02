import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import type { Rejection, RejectionCode } from '../../shared/protocol/rejections.ts';
import {
  clock,
  clockRange,
  date,
  openingMoment,
  openingSentence,
  shortDate,
  waitRange,
} from '../../shared/words/common.ts';
import { rejections as en } from '../../shared/words/en/rejections.ts';
import { explain } from '../../shared/words/rejection.ts';
import { rejections as vi } from '../../shared/words/vi/rejections.ts';

const VIETNAM = 'Asia/Ho_Chi_Minh';
const SUNDAY_NOON = Date.parse('2026-11-22T12:00:00+07:00');
const hours = (count: number) => count * 3_600_000;

describe('clock and date', () => {
  it('show the time in the office’s time zone, not in the machine’s', () => {
    const lateUtc = Date.parse('2026-11-22T23:30:00Z');
    expect(clock(lateUtc, VIETNAM)).toBe('06:30');
    expect(date(lateUtc, VIETNAM, 'vi')).toBe('Thứ Hai, 23/11/2026');
  });

  it('write the day in each language', () => {
    expect(date(SUNDAY_NOON, VIETNAM, 'vi')).toBe('Chủ nhật, 22/11/2026');
    expect(date(SUNDAY_NOON, VIETNAM, 'en')).toBe('Sunday, 22/11/2026');
    expect(shortDate(SUNDAY_NOON, VIETNAM)).toBe('22/11/2026');
  });
});

describe('waitRange', () => {
  it.each([
    [0, 5, 'dưới 5 phút', 'under 5 min'],
    [5, 5, 'dưới 5 phút', 'under 5 min'],
    [0, 25, 'dưới 25 phút', 'under 25 min'],
    [15, 15, 'khoảng 15 phút', 'about 15 min'],
    [10, 25, 'khoảng 10–25 phút', 'about 10–25 min'],
    [60, 90, 'khoảng 60–90 phút', 'about 60–90 min'],
    [45, 95, 'khoảng 45–95 phút', 'about 45–95 min'],
    [30, 230, 'khoảng 30 phút – 4 giờ', 'about 30 min – 4 h'],
    [70, 150, 'khoảng 1–2,5 giờ', 'about 1–2.5 h'],
    [60, 180, 'khoảng 1–3 giờ', 'about 1–3 h'],
    [285, 335, 'khoảng 4,5–6 giờ', 'about 4.5–6 h'],
    [240, 240, 'khoảng 4 giờ', 'about 4 h'],
    [0, 150, 'dưới 2,5 giờ', 'under 2.5 h'],
  ])('says %i to %i minutes as "%s"', (fromMinutes, toMinutes, inVietnamese, inEnglish) => {
    expect(waitRange({ fromMinutes, toMinutes }, 'vi')).toBe(inVietnamese);
    expect(waitRange({ fromMinutes, toMinutes }, 'en')).toBe(inEnglish);
  });
});

describe('clockRange', () => {
  it.each([
    ['12:01', 40, 70, '12:40–13:15'],
    ['12:00', 15, 15, '12:15'],
    ['12:01', 0, 5, '12:01–12:10'],
    ['23:50', 5, 20, '23:55–00:10'],
  ])('after a ticket at %s says %i to %i minutes as "%s"', (at, fromMinutes, toMinutes, range) => {
    expect(clockRange(Date.parse(`2026-11-22T${at}:00+07:00`), { fromMinutes, toMinutes }, VIETNAM)).toBe(range);
  });
});

describe('openingSentence', () => {
  const sentence = (opening: Parameters<typeof openingSentence>[0]) =>
    openingSentence(opening, SUNDAY_NOON, VIETNAM, 'vi');

  it('says until when the office is open', () => {
    expect(sentence({ state: 'open', until: SUNDAY_NOON + hours(5) })).toBe('Đang làm việc đến 17:00');
    expect(sentence({ state: 'open', until: null })).toBe('Đang làm việc');
  });

  it('distinguishes the lunch break from another break', () => {
    expect(sentence({ state: 'break', opensAt: SUNDAY_NOON + hours(1.5) })).toBe(
      'Đang nghỉ trưa, làm việc lại lúc 13:30',
    );
    expect(sentence({ state: 'break', opensAt: SUNDAY_NOON + hours(6) })).toBe('Đang tạm nghỉ, làm việc lại lúc 18:00');
  });

  it('says when a closed office opens, with today, tomorrow or the date', () => {
    expect(sentence({ state: 'closed', opensAt: null })).toBe('Ngoài giờ làm việc');
    expect(sentence({ state: 'closed', opensAt: SUNDAY_NOON + hours(19.5) })).toBe(
      'Ngoài giờ làm việc. Làm việc lại lúc 07:30 ngày\u00a0mai',
    );
    expect(openingMoment(SUNDAY_NOON + hours(1), SUNDAY_NOON, VIETNAM, 'en')).toBe('13:00 today');
    expect(openingMoment(SUNDAY_NOON + hours(43.5), SUNDAY_NOON, VIETNAM, 'vi')).toBe('07:30 thứ Ba, 24/11');
  });
});

describe('explain', () => {
  it('contains the values of a refusal in both languages', () => {
    const limit: Rejection = { code: 'DailyLimitReached', limit: 40 };
    for (const language of LANGUAGES) expect(explain(limit, language, VIETNAM)).toContain('40');
    expect(explain({ code: 'WrongState', number: 'A012', ticketStatus: 'away' }, 'vi', VIETNAM)).toBe(
      'Không thực hiện được: số A012 đang bổ sung hồ sơ.',
    );
  });

  it('names day and hour of the next opening in the office’s zone', () => {
    const closed: Rejection = { code: 'OfficeClosed', opensAt: Date.parse('2026-11-23T00:30:00Z') };
    expect(explain(closed, 'vi', VIETNAM)).toContain('07:30, Thứ Hai, 23/11/2026');
    expect(explain(closed, 'en', VIETNAM)).toContain('07:30, Monday, 23/11/2026');
  });

  it('has a different sentence for each code in each language, in composed Unicode (NFC)', () => {
    for (const sentences of [vi, en]) {
      const said = Object.values(sentences).map(String);
      expect(new Set(said).size).toBe(said.length);
      for (const text of said) expect(text).toBe(text.normalize('NFC'));
    }
    const codes = (table: object) => Object.keys(table) as RejectionCode[];
    expect(codes(en).sort()).toEqual(codes(vi).sort());
  });
});
