import { describe, expect, it } from 'vitest';
import { counterRows } from '../../display/lobby/counter-rows.ts';
import { percent, responseRate } from '../../display/lobby/figures.ts';
import { turn } from '../../display/lobby/turn.ts';
import { isOutdated, OUTDATED } from '../../display/parts/outdated.ts';
import { call } from './views.ts';

describe('percent', () => {
  it.each([
    [0, '0%'],
    [0.001, '1%'],
    [0.914, '91%'],
    [0.996, '99%'],
    [1, '100%'],
  ])('says %d as %s', (share, words) => {
    expect(percent(share)).toBe(words);
  });
});

describe('response rate', () => {
  it('is ratings per finished visit', () => {
    expect(responseRate(128, 173)).toBe('74%');
  });

  it('is unknown before the first visit is finished', () => {
    expect(responseRate(0, 0)).toBeNull();
  });
});

describe('counter rows', () => {
  it('lists calls first, then the counters at work without one, and leaves out closed ones', () => {
    const rows = counterRows(
      [call('A012', 3, 'called'), call('B007', 1)],
      [
        { number: 1, services: [], state: 'open', pausedUntil: null, current: 'B007' },
        { number: 2, services: [], state: 'paused', pausedUntil: null, current: null },
        { number: 3, services: [], state: 'open', pausedUntil: null, current: 'A012' },
        { number: 4, services: [], state: 'closed', pausedUntil: null, current: null },
        { number: 5, services: [], state: 'open', pausedUntil: null, current: null },
      ],
    );
    expect(rows).toEqual([
      { counterNumber: 3, number: 'A012', state: 'called' },
      { counterNumber: 1, number: 'B007', state: 'serving' },
      { counterNumber: 2, number: null, state: 'paused' },
      { counterNumber: 5, number: null, state: 'ready' },
    ]);
  });

  it('keep whoever is still on the way before those who have arrived: a long list is cut off', () => {
    const rows = counterRows(
      [call('C001', 1), call('B001', 2, 'called'), call('A002', 3), call('A001', 4, 'called')],
      [],
    );
    expect(rows.map(({ number }) => number)).toEqual(['B001', 'A001', 'C001', 'A002']);
  });
});

describe('last update', () => {
  it('is outdated after 45 s, and not before the first one', () => {
    expect(isOutdated(1_000, 1_000 + OUTDATED)).toBe(false);
    expect(isOutdated(1_000, 1_001 + OUTDATED)).toBe(true);
    expect(isOutdated(null, Date.now())).toBe(false);
  });
});

describe('notices', () => {
  it('take turns by the clock', () => {
    const list = [10, 20, 30].map((seconds) => ({ seconds }));
    const shown = [0, 9, 10, 29, 30, 59, 60].map((second) => turn(list, second * 1000)?.seconds);
    expect(shown).toEqual([10, 10, 20, 20, 30, 30, 10]);
  });

  it('are none when the office has none', () => {
    expect(turn([], 12_000)).toBeUndefined();
  });
});
