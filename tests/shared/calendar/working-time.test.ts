import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterWorking, outsideBreaks, workingDayOf, workingTime } from '../../../shared/calendar/working-time.ts';
import { MINUTE } from '../../../shared/time.ts';
import { ordinaryOffice, time } from '../../queue/office.ts';

// Sessions from 07:30 to 11:30 and from 13:30 to 17:00.
const day = workingDayOf(ordinaryOffice, time('08:00'));

it('counts no time of the break between two sessions, and time after the last one', () => {
  expect(workingTime(day, time('11:20'), time('13:40'))).toBe(20 * MINUTE);
  expect(workingTime(day, time('11:40'), time('13:00'))).toBe(0);
  expect(workingTime(day, time('16:50'), time('17:30'))).toBe(40 * MINUTE);
  expect(workingTime(day, time('09:00'), time('08:00'))).toBe(0);
});

it('moves an instant within a break to its end', () => {
  expect(['11:29', '11:30', '13:29', '13:30'].map((at) => outsideBreaks(day, time(at)))).toEqual(
    ['11:29', '13:30', '13:30', '13:30'].map((at) => time(at)),
  );
});

it('finds the instant after any working time', () => {
  const minutes = fc.integer({ min: 0, max: 700 });
  fc.assert(
    fc.property(minutes, minutes, (start, wait) => {
      const from = time('07:00') + start * MINUTE;
      expect(workingTime(day, from, afterWorking(day, from, wait * MINUTE))).toBe(wait * MINUTE);
    }),
  );
});
