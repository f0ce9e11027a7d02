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
      announcements: [],
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
    const rows = counterRows({ calls, counters: [], announcements: [] });
    expect(rows.map(({ number }) => number)).toEqual(['B001', 'A001', 'C001', 'A002']);
  });

  it('end with the last calls that are over, each once, up to six rows', () => {
    const announced = (number: string, counterNumber: number, at: number, recall = false) => ({
      id: at,
      day: '2026-11-23',
      at,
      number,
      counterNumber,
      recall,
    });
    const announcements = [
      announced('A001', 1, 1),
      announced('B001', 2, 2),
      announced('B001', 2, 3, true),
      announced('A002', 1, 4),
      announced('A003', 1, 5),
    ];
    const calls = [call('A003', 1, 'called')];
    const rows = counterRows({ calls, counters: [], announcements });
    expect(rows).toEqual([
      { counterNumber: 1, number: 'A003', state: 'called' },
      { counterNumber: 1, number: 'A002', state: 'over', calledAt: 4 },
      { counterNumber: 2, number: 'B001', state: 'over', calledAt: 3 },
      { counterNumber: 1, number: 'A001', state: 'over', calledAt: 1 },
    ]);
    const many = Array.from({ length: 20 }, (_, index) => announced(`C${index}`, 3, 10 + index));
    expect(counterRows({ calls, counters: [], announcements: many })).toHaveLength(6);
    expect(counterRows({ calls: [], counters: [], announcements: many })).toEqual([]);
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
