// A short simulation; `npm run simulate` is the long one.
import { describe, expect, it } from 'vitest';
import { show } from '../bench/figure.ts';
import { anna, binh, Hall, issued, opened, ticket } from '../queue/given.ts';
import { time } from '../queue/office.ts';
import { qualityOf, type RecordedEstimate, widened } from './estimates.ts';
import { Fairness } from './fairness.ts';
import { figuresOf } from './figures.ts';
import { settings } from './setting.ts';
import { simulate } from './simulation.ts';

describe('a simulation of office days with a morning peak', () => {
  // Takes five seconds, on a busy machine much longer.
  it('has ranges that contain enough waits and are narrower than simple ones, and no starvation', {
    timeout: 120_000,
  }, async ({ annotate }) => {
    const offices = [
      ...settings({ loads: [0.95], priorityShares: [0.3, 0.9] }),
      ...settings({ loads: [0.95], priorityShares: [0.3], bookedShare: 0.4 }),
    ];
    const figures = figuresOf(offices.map((setting, index) => simulate(setting, 3, index)));
    await annotate(show(figures));
    expect(figures.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('has the same days for the same seed', () => {
    const [setting] = settings({ loads: [0.7], priorityShares: [0.3] });
    if (!setting) throw new Error('no setting');
    const [once, again, other] = [1, 1, 2].map((seed) => simulate(setting, 1, seed).estimates);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });
});

describe('the fairness bound', () => {
  /** A regular visitor waits since 08:00 and an elderly one since `since`; the elderly one is called at 09:00. */
  function afterCalling(since: string): Fairness {
    const hall = new Hall().given('08:00', opened(1, anna), opened(3, binh), issued('A001'));
    hall.given(since, issued('A002', 'elderly'));
    const fairness = new Fairness();
    const elderly = hall.state.tickets.get(ticket('A002'));
    if (elderly) fairness.called(hall.state, elderly, 'c1', time('09:00'));
    return fairness;
  }

  it('allows a call of a visitor who came in the first half of the wait of another', () => {
    expect(afterCalling('08:15')).toMatchObject({ calls: 1, broken: 0, nearest: 0.5 });
  });

  it('is broken by a call of a visitor who came in the second half of the wait of another', () => {
    expect(afterCalling('08:31')).toMatchObject({ calls: 1, broken: 1 });
  });
});

describe('a simple rule', () => {
  const estimates = [10, 20, 30, 40].map(
    (waited): RecordedEstimate => ({
      waited,
      range: { fromMinutes: 0, toMinutes: 100 },
      simple: { 'queue x mean / counters': 25, 'mean of the last waits': waited },
    }),
  );

  it('is widened by the smallest margin with which enough waits are inside', () => {
    expect(widened(estimates, 'queue x mean / counters', 0.5)).toEqual({ inside: 0.5, late: 0.25, width: 10 });
    expect(widened(estimates, 'queue x mean / counters', 1)).toEqual({ inside: 1, late: 0, width: 30 });
  });

  it('is measured like the product’s estimates', () => {
    expect(qualityOf(estimates, ({ range }) => range)).toEqual({ inside: 1, late: 0, width: 100 });
    expect(qualityOf(estimates, () => ({ fromMinutes: 15, toMinutes: 30 }))).toEqual({
      inside: 0.5,
      late: 0.25,
      width: 15,
    });
  });
});
