import { describe, expect, it } from 'vitest';
import { counterOf, counterSign } from '../../display/counter/counter-sign.ts';
import { call, hallView } from './views.ts';

describe('the sign of a counter', () => {
  it.each([
    ['/display/counter/3', '3'],
    ['/display/counter/12/', '12'],
    ['/legacy/display/counter/4', '4'],
  ])('at %s is that of counter %s', (path, counter) => {
    expect(counterOf(path)).toBe(counter);
  });

  it('shows the visitor called or served at this counter', () => {
    const view = hallView({ calls: [call('B007', 1), call('A012', 3, 'called')] });
    expect(counterSign(view, '3')).toMatchObject({ counterNumber: 3, stage: 'called', number: 'A012' });
    expect(counterSign(view, '1')).toMatchObject({ counterNumber: 1, stage: 'serving', number: 'B007' });
  });

  it.each([
    ['open', 'ready'],
    ['paused', 'paused'],
    ['closed', 'closed'],
  ] as const)('of a counter that is %s without a visitor says %s', (state, stage) => {
    const counters = [{ number: 2, services: ['a'], state, current: null }];
    expect(counterSign(hallView({ counters }), '2')).toMatchObject({ stage, number: null });
  });

  it('names what the counter is for, in the order of the office', () => {
    const counters = [{ number: 2, services: ['c', 'a'], state: 'open' as const, current: null }];
    const sign = counterSign(hallView({ counters }), '2');
    expect(sign?.services.map(({ letter }) => letter)).toEqual(['A', 'C']);
  });

  it.each(['9', '', '03', '1e0', 'x'])('is none for "%s"', (counter) => {
    expect(counterSign(hallView(), counter)).toBeNull();
  });
});
