import { describe, expect, it } from 'vitest';
import { rollOver } from '../../../server/engine/day-rollover.ts';
import { isClosingDue, openingAt } from '../../../shared/calendar/hours.ts';
import type { Session } from '../../../shared/office/office.ts';
import { emptyDay } from '../../queue/given.ts';
import { ordinaryOffice, TODAY, time } from '../../queue/office.ts';

const everyDay = (sessions: Session[]) => ({
  ...ordinaryOffice,
  hours: { mon: sessions, tue: sessions, wed: sessions, thu: sessions, fri: sessions, sat: sessions, sun: sessions },
});

describe('the office', () => {
  it.each([
    ['07:29:59', { state: 'closed', opensAt: time('07:30') }],
    ['07:30', { state: 'open', until: time('11:30') }],
    ['11:29:59', { state: 'open', until: time('11:30') }],
    ['11:30', { state: 'break', opensAt: time('13:30') }],
    ['13:30', { state: 'open', until: time('17:00') }],
    ['17:00', { state: 'closed', opensAt: time('2026-11-24 07:30') }],
    ['2026-11-28 09:00', { state: 'closed', opensAt: time('2026-11-30 07:30') }],
  ])('at %s is %o', (at, opening) => {
    expect(openingAt(ordinaryOffice, time(at))).toEqual(opening);
  });

  it('is open on a special day with sessions and closed on a holiday', () => {
    const special = {
      ...ordinaryOffice,
      specialDays: { [TODAY]: [], '2026-11-24': [], '2026-11-28': [{ from: '08:00', to: '11:00' }] },
    };
    expect(openingAt(special, time('09:00'))).toEqual({ state: 'closed', opensAt: time('2026-11-25 07:30') });
    expect(openingAt(special, time('2026-11-28 09:00'))).toEqual({ state: 'open', until: time('2026-11-28 11:00') });
  });

  it('has no next opening when the next two weeks have no session', () => {
    expect(openingAt(everyDay([]), time('09:00'))).toEqual({ state: 'closed', opensAt: null });
  });

  it('is open without an end when it never closes', () => {
    expect(openingAt(everyDay([{ from: '00:00', to: '24:00' }]), time('23:59:59'))).toEqual({
      state: 'open',
      until: null,
    });
  });

  it('stays open over midnight when the next day begins with a session', () => {
    const office = everyDay([{ from: '22:00', to: '24:00' }]);
    expect(openingAt(office, time('23:00'))).toEqual({ state: 'open', until: time('2026-11-24 00:00') });
    const longer = { ...office, specialDays: { '2026-11-24': [{ from: '00:00', to: '02:00' }] } };
    expect(openingAt(longer, time('23:00'))).toEqual({ state: 'open', until: time('2026-11-24 02:00') });
  });

  it('stays open over adjacent sessions', () => {
    const office = everyDay([
      { from: '07:30', to: '12:00' },
      { from: '12:00', to: '17:00' },
    ]);
    expect(openingAt(office, time('08:00'))).toEqual({ state: 'open', until: time('17:00') });
  });

  it('opens by its own time zone, whatever the machine’s is', () => {
    const paris = { ...ordinaryOffice, timeZone: 'Europe/Paris' };
    expect(openingAt(paris, Date.parse('2026-11-23T06:30:00Z'))).toEqual({
      state: 'open',
      until: Date.parse('2026-11-23T10:30:00Z'),
    });
  });
});

describe('a change of summer time', () => {
  const paris = { ...everyDay([{ from: '07:30', to: '24:00' }]), timeZone: 'Europe/Paris' };

  it.each([
    ['back', '2026-10-25T20:00:00Z', '2026-10-25T23:00:00Z', '2026-10-26T06:30:00Z'],
    ['forward', '2026-03-28T20:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T05:30:00Z'],
  ])('%s does not change the local time of closing and opening', (_, evening, closes, opensAt) => {
    expect(openingAt(paris, Date.parse(evening))).toEqual({ state: 'open', until: Date.parse(closes) });
    expect(openingAt(paris, Date.parse(closes))).toEqual({ state: 'closed', opensAt: Date.parse(opensAt) });
  });

  it('ends the day at local midnight', () => {
    const old = emptyDay(paris, '2026-10-24');
    old.open(null, Date.parse('2026-10-24T08:00:00Z'));
    const next = Date.parse('2026-10-25T08:00:00Z');
    const rollover = rollOver(old, emptyDay(paris, '2026-10-25'), paris.timeZone, next);
    expect(rollover.closing.map(({ at }) => at)).toEqual([Date.parse('2026-10-24T22:00:00Z') - 1]);
  });
});

describe('closing', () => {
  it.each([
    ['11:45', false],
    ['17:00', false],
    ['17:29:59', false],
    ['17:30', true],
    ['2026-11-24 00:00', true],
  ])('the day at %s is due: %s', (at, due) => {
    expect(isClosingDue(ordinaryOffice, TODAY, time(at))).toBe(due);
  });

  it('is due only on the next day when the day has no session or no end of it', () => {
    expect(isClosingDue({ ...ordinaryOffice, specialDays: { [TODAY]: [] } }, TODAY, time('23:00'))).toBe(false);
    expect(isClosingDue(everyDay([{ from: '00:00', to: '24:00' }]), TODAY, time('23:59:59'))).toBe(false);
  });
});
