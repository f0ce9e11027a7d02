import { expect, it } from 'vitest';
import type { Fact } from '../../server/queue/events.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna, Hall, issued, opened, paused } from './given.ts';
import { time } from './office.ts';

const HOUR = 60 * MINUTE;

it('moves the beginning of a pause and the visitors seen so far when the clock is set within the day', () => {
  const hall = new Hall().given('08:00', opened(1, anna), issued('A001')).given('08:10', paused(1));
  const before = hall.state.queues.get('civil')?.arrivals.get('regular');
  const back = { from: time('08:20'), to: time('07:20'), shift: -HOUR };
  hall.given('07:20', { type: 'ClockSettled', ...back } as Fact);
  expect(hall.state.counters.get('c1')?.paused?.since).toBe(time('07:10'));
  const after = hall.state.queues.get('civil')?.arrivals.get('regular');
  expect(after).toEqual({ ...before, step: (before?.step ?? 0) - HOUR / (5 * MINUTE) });
});
