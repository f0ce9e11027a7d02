import { expect, test } from 'vitest';
import { stopwatch, wholeMinutes } from '../../desk/parts/duration.ts';

test.each([
  [0, '0:00'],
  [42_900, '0:42'],
  [12 * 60_000 + 5_000, '12:05'],
  [3_725_000, '1:02:05'],
  [-5_000, '0:00'],
])('a stopwatch shows %d ms as %s', (duration, text) => {
  expect(stopwatch(duration)).toBe(text);
});

test('whole minutes are rounded down and never negative', () => {
  expect([wholeMinutes(59_999), wholeMinutes(60_000), wholeMinutes(-1)]).toEqual([0, 1, 0]);
});
