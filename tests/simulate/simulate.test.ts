// The short run; `npm run simulate` is the long one.
import { describe, expect, it } from 'vitest';
import { show } from '../bench/figure.ts';
import { anna, binh, Hall, issued, opened, ticket } from '../queue/given.ts';
import { time } from '../queue/office.ts';
import { type Promised, qualityOf, widened } from './estimates.ts';
import { Fairness } from './fairness.ts';
import { figuresOf } from './figures.ts';
import { settings } from './setting.ts';
import { play } from './simulation.ts';

describe('over office days with a morning peak', () => {
  // Five seconds of work, which a machine that runs everything at once may stretch.
  it('ranges hold, are narrower than simple ones, and nobody starves', { timeout: 120_000 }, async ({ annotate }) => {
    const offices = [
      ...settings({ loads: [0.95], priorityShares: [0.3, 0.9] }),
      ...settings({ loads: [0.95], priorityShares: [0.3], bookedShare: 0.4 }),
    ];
    const figures = figuresOf(offices.map((setting, index) => play(setting, 3, index)));
    await annotate(show(figures));
    expect(figures.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('the same seed plays the same days', () => {
    const [setting] = settings({ loads: [0.7], priorityShares: [0.3] });
    if (!setting) throw new Error('there is one');
    const [once, again, other] = [1, 1, 2].map((seed) => play(setting, 1, seed).promised);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });
});

describe('a call', () => {
  /** A regular visitor since 08:00 and an elderly one since `since`; the elderly one is called at 09:00. */
  function afterCalling(since: string): Fairness {
    const hall = new Hall().given('08:00', opened(1, anna), opened(3, binh), issued('A001'));
    hall.given(since, issued('A002', 'elderly'));
    const fairness = new Fairness();
    const elderly = hall.state.tickets.get(ticket('A002'));
    if (elderly) fairness.called(hall.state, elderly, 'c1', time('09:00'));
    return fairness;
  }

  it('of somebody who came in the first half of the wait of another is within the bound', () => {
    expect(afterCalling('08:15')).toMatchObject({ calls: 1, broken: 0, nearest: 0.5 });
  });

  it('of somebody who came in the second half breaks it', () => {
    expect(afterCalling('08:31')).toMatchObject({ calls: 1, broken: 1 });
  });
});

describe('a simple rule', () => {
  const promised = [10, 20, 30, 40].map(
    (waited): Promised => ({
      waited,
      range: { fromMinutes: 0, toMinutes: 100 },
      simple: { 'queue x mean / counters': 25, 'mean of the last waits': waited },
    }),
  );

  it('is widened just as far as it must be to be right as often', () => {
    expect(widened(promised, 'queue x mean / counters', 0.5)).toEqual({ inside: 0.5, late: 0.25, width: 10 });
    expect(widened(promised, 'queue x mean / counters', 1)).toEqual({ inside: 1, late: 0, width: 30 });
  });

  it('is measured like ours', () => {
    expect(qualityOf(promised, ({ range }) => range)).toEqual({ inside: 1, late: 0, width: 100 });
    expect(qualityOf(promised, () => ({ fromMinutes: 15, toMinutes: 30 }))).toEqual({
      inside: 0.5,
      late: 0.25,
      width: 15,
    });
  });
});
