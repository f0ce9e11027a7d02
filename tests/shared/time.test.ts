import { describe, expect, it } from 'vitest';
import { addDays, localTime, minuteOf, weekdayOf } from '../../shared/time.ts';

describe('local time', () => {
  it.each([
    ['2026-11-22T16:59:59.999Z', { day: '2026-11-22', weekday: 'sun', minute: 1439 }],
    ['2026-11-22T17:00:00.000Z', { day: '2026-11-23', weekday: 'mon', minute: 0 }],
    ['2026-11-23T00:30:00.000Z', { day: '2026-11-23', weekday: 'mon', minute: 450 }],
    ['2026-12-31T17:00:00.000Z', { day: '2027-01-01', weekday: 'fri', minute: 0 }],
    ['2028-02-28T17:00:00.000Z', { day: '2028-02-29', weekday: 'tue', minute: 0 }],
  ])('at %s in Vietnam is %o', (instant, local) => {
    expect(localTime(Date.parse(instant), 'Asia/Ho_Chi_Minh')).toEqual(local);
  });

  it('differs between time zones also within the same minute', () => {
    const at = Date.parse('2026-11-23T00:30:00Z');
    expect(localTime(at, 'Asia/Ho_Chi_Minh').minute).toBe(450);
    expect(localTime(at, 'Asia/Kathmandu').minute).toBe(375);
    expect(localTime(at, 'America/New_York').day).toBe('2026-11-22');
    expect(localTime(at, 'Asia/Ho_Chi_Minh').minute).toBe(450);
  });

  it('throws for an unknown time zone', () => {
    expect(() => localTime(0, 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('dates', () => {
  it('are added over ends of months and years and over leap days', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('have the right weekday', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekdayOf)).toEqual(['sun', 'mon', 'sat']);
  });
});

describe('a clock time', () => {
  it.each([
    ['00:00', 0],
    ['07:30', 450],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('%s is minute %i', (clock, minute) => {
    expect(minuteOf(clock)).toBe(minute);
  });

  it.each(['24:01', '25:00', '7:30', '07:60', '', '07:30:00', ' 07:30'])('"%s" throws a RangeError', (clock) => {
    expect(() => minuteOf(clock)).toThrow(RangeError);
  });
});
