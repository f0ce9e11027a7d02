import { describe, expect, it } from 'vitest';
import { counterRows } from '../../display/lobby/counter-rows.ts';
import { percent, responseRate } from '../../display/lobby/figures.ts';
import { turnAt } from '../../display/lobby/notices.ts';
import { isOutdated, OUTDATED } from '../../display/parts/stage.ts';
import { call } from './views.ts';

describe('percent', () => {
  it.each([
    [0, '0%'],
    [0.001, '1%'],
    [0.914, '91%'],
    [0.996, '99%'],
    [1, '100%'],
  ])('writes %d as %s', (share, words) => {
    expect(percent(share)).toBe(words);
  });
});

describe('response rate', () => {
  it('is the number of ratings per finished visit', () => {
    expect(responseRate(128, 173)).toBe('74%');
  });

  it('is null before the first visit is finished', () => {
    expect(responseRate(0, 0)).toBeNull();
  });
});

describe('counter rows', () => {
  it('list calls first, then open counters without a call, and leave out closed counters', () => {
    const rows = counterRows({
      calls: [call('A012', 3, 'called'), call('B007', 1)],
      counters: [
        { number: 1, services: [], state: 'open', pausedUntil: null, current: 'B007' },
        { number: 2, services: [], state: 'paused', pausedUntil: null, current: null },
        { number: 3, services: [], state: 'open', pausedUntil: null, current: 'A012' },
        { number: 4, services: [], state: 'closed', pausedUntil: null, current: null },
        { number: 5, services: [], state: 'open', pausedUntil: null, current: null },
      ],
      missed: [],
    });
    expect(rows).toEqual([
      { counterNumber: 3, number: 'A012', state: 'called' },
      { counterNumber: 1, number: 'B007', state: 'serving' },
      { counterNumber: 2, number: null, state: 'paused' },
      { counterNumber: 5, number: null, state: 'ready' },
    ]);
  });

  it('list visitors on the way before visitors at a counter', () => {
    const calls = [call('C001', 1), call('B001', 2, 'called'), call('A002', 3), call('A001', 4, 'called')];
    const rows = counterRows({ calls, counters: [], missed: [] });
    expect(rows.map(({ number }) => number)).toEqual(['B001', 'A001', 'C001', 'A002']);
  });

  it('end with the visitors who missed their call and may come back, up to six rows', () => {
    const missed = [...'123456789'].map((digit) => ({ number: `A00${digit}`, counterNumber: 2, until: Number(digit) }));
    const rows = counterRows({ calls: [call('A010', 1, 'called')], counters: [], missed });
    expect(rows.slice(0, 2)).toEqual([
      { counterNumber: 1, number: 'A010', state: 'called' },
      { counterNumber: 2, number: 'A001', state: 'missed', until: 1 },
    ]);
    expect(rows).toHaveLength(6);
    expect(counterRows({ calls: [], counters: [], missed })).toEqual([]);
  });
});

describe('a view', () => {
  it('counts as outdated after 45 s, and not before the first one arrives', () => {
    expect(isOutdated(1_000, 1_000 + OUTDATED)).toBe(false);
    expect(isOutdated(1_000, 1_001 + OUTDATED)).toBe(true);
    expect(isOutdated(null, Date.now())).toBe(false);
  });
});

describe('texts of notices', () => {
  it('are shown in turn by the clock', () => {
    const list = [10, 20, 30].map((seconds) => ({ seconds }));
    const shown = [0, 9, 10, 29, 30, 59, 60].map((second) => turnAt(list, second * 1000)?.seconds);
    expect(shown).toEqual([10, 10, 20, 20, 30, 30, 10]);
  });

  it('show nothing when the office has none', () => {
    expect(turnAt([], 12_000)).toBeUndefined();
  });
});
