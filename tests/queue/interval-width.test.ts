import { describe, expect, it } from 'vitest';
import type { Fact } from '../../server/queue/events.ts';
import { FIRST_WIDTH } from '../../server/queue/learning/interval-width.ts';
import { anna, called, clock, Hall, issued, missed, opened, returned, ticket } from './given.ts';

/** A ticket with an estimate of 10 to 20 minutes. */
const estimated = (number: string): Fact =>
  ({ ...issued(number), estimate: { fromMinutes: 10, toMinutes: 20 } }) as Fact;
const hall = () => new Hall().given('08:00', opened(1, anna), estimated('A001'));

function changesBy(one: Hall): { below: number; above: number } {
  const { below, above } = one.state.intervalWidth;
  return { below: below - FIRST_WIDTH.below, above: above - FIRST_WIDTH.above };
}

describe('the interval width', () => {
  it('shrinks a little with each wait inside its range', () => {
    const { below, above } = changesBy(hall().given('08:15', called('A001', 1)));
    expect(below).toBeCloseTo(-0.0025);
    expect(above).toBeCloseTo(-0.004);
  });

  it('grows much on the side where a wait falls outside its range', () => {
    const late = changesBy(hall().given('08:21', called('A001', 1)));
    expect(late.above).toBeCloseTo(0.046);
    expect(late.below).toBeLessThan(0);
    const early = changesBy(hall().given('08:09', called('A001', 1)));
    expect(early.below).toBeCloseTo(0.0475);
    expect(early.above).toBeLessThan(0);
  });

  it('comes with the coverage of the day: how many waits were inside, early and late', () => {
    const day = new Hall().given(
      '08:00',
      opened(1, anna),
      estimated('A001'),
      estimated('A002'),
      estimated('A003'),
      estimated('A004'),
    );
    for (const [at, number] of [
      ['08:05', 'A001'],
      ['08:10', 'A002'],
      ['08:20', 'A003'],
      ['08:21', 'A004'],
    ] as const)
      day.given(at, called(number, 1), missed(number, 1));
    expect(day.state.coverage).toEqual({ inside: 2, early: 1, late: 1 });
  });

  it('changes at the first call of a ticket only', () => {
    const once = hall().given('08:15', called('A001', 1));
    const before = once.state.intervalWidth;
    once.given('08:17', missed('A001', 1)).given('08:40', returned('A001')).given('08:50', called('A001', 1));
    expect(once.state.intervalWidth).toEqual(before);
  });

  it('does not change for a postponed ticket or one without an estimate', () => {
    const later = hall();
    later.execute('08:05', { type: 'PostponeTicket', ticketId: ticket('A001'), minutes: 30 });
    later.given('08:40', called('A001', 1)).given('08:41', missed('A001', 1), issued('A002'), called('A002', 1));
    expect(changesBy(later)).toEqual({ below: 0, above: 0 });
  });

  it('does not change for a call to a closed counter, which only a damaged journal has', () => {
    const damaged = hall();
    expect(() => damaged.given('08:15', called('A001', 2))).toThrow('counter c2 is not open');
    expect(changesBy(damaged)).toEqual({ below: 0, above: 0 });
    expect(damaged.state.coverage.inside).toBe(0);
  });

  it('grows as with a late call when a visitor is never called', () => {
    const never = hall();
    never.execute('17:30', { type: 'CloseDay' }, clock);
    expect(changesBy(never).above).toBeCloseTo(0.046);
    expect(never.state.coverage).toEqual({ inside: 0, early: 0, late: 1 });
  });

  it('does not change at the closing for a ticket that was called and missed', () => {
    const gone = hall().given('08:15', called('A001', 1), missed('A001', 1));
    const before = gone.state.intervalWidth;
    gone.execute('17:30', { type: 'CloseDay' }, clock);
    expect(gone.state.intervalWidth).toEqual(before);
  });

  it('stays within its bounds when every wait is late', () => {
    const bad = new Hall().given('08:00', opened(1, anna));
    for (let visitor = 1; visitor <= 200; visitor += 1) {
      const number = `A${String(visitor).padStart(3, '0')}`;
      bad.given('08:00', estimated(number)).given('10:00', called(number, 1), missed(number, 1));
    }
    expect(bad.state.intervalWidth.below).toBeCloseTo(0.7);
    expect(bad.state.intervalWidth.above).toBe(6);
  });
});
