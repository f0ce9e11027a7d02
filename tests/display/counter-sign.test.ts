import { describe, expect, it } from 'vitest';
import { counterSign } from '../../display/counter/counter-sign.ts';
import { counterOf } from '../../display/parts/address.ts';
import { MINUTE } from '../../shared/time.ts';
import { call, hallView } from './views.ts';

const NOW = Date.parse('2026-11-23T10:00:00+07:00');

describe('the sign of a counter', () => {
  it.each([
    ['/display/counter/3', '3'],
    ['/display/counter/12/', '12'],
    ['/legacy/display/counter/4', '4'],
  ])('at %s belongs to counter %s', (path, counter) => {
    expect(counterOf(path)).toBe(counter);
  });

  it('shows the number called or served at its counter', () => {
    const view = hallView({ calls: [call('B007', 1), call('A012', 3, 'called')] });
    expect(counterSign(view, '3', NOW)).toMatchObject({ counterNumber: 3, stage: 'called', number: 'A012' });
    expect(counterSign(view, '1', NOW)).toMatchObject({ counterNumber: 1, stage: 'serving', number: 'B007' });
  });

  it.each([
    ['open', 'ready'],
    ['paused', 'paused'],
    ['closed', 'closed'],
  ] as const)('of a counter that is %s without a visitor shows the stage %s', (state, stage) => {
    const counters = [{ number: 2, services: ['a'], state, pausedUntil: null, current: null }];
    expect(counterSign(hallView({ counters }), '2', NOW)).toMatchObject({ stage, number: null });
  });

  it.each([
    ['before that time', 30 * MINUTE],
    ['not any more at that time', 0],
  ])('of a paused counter shows when its clerk is back, %s', (_, minutes) => {
    const pausedUntil = NOW + minutes;
    const counters = [{ number: 2, services: ['a'], state: 'paused' as const, pausedUntil, current: null }];
    expect(counterSign(hallView({ counters }), '2', NOW)?.backAt).toBe(minutes > 0 ? pausedUntil : null);
  });

  it('says when the office opens again, for a counter that its clerk has left open in a break', () => {
    const counters = [{ number: 2, services: [], state: 'open' as const, pausedUntil: null, current: null }];
    const opening = { state: 'break' as const, opensAt: NOW + 60 * MINUTE };
    const sign = counterSign(hallView({ counters, opening }), '2', NOW);
    expect(sign).toMatchObject({ stage: 'paused', backAt: NOW + 60 * MINUTE });
  });

  it('lists the services of its counter in the order of the office', () => {
    const counters = [{ number: 2, services: ['c', 'a'], state: 'open' as const, pausedUntil: null, current: null }];
    const sign = counterSign(hallView({ counters }), '2', NOW);
    expect(sign?.services.map(({ letter }) => letter)).toEqual(['A', 'C']);
  });

  it.each(['9', '', '03', '1e0', 'x'])('does not exist for the counter "%s"', (counter) => {
    expect(counterSign(hallView(), counter, NOW)).toBeNull();
  });
});
