// A short simulation; `npm run simulate` is the long one.
import { describe, expect, it } from 'vitest';
import { anna, binh, Hall, issued, opened, ticket } from '../queue/given.ts';
import { time } from '../queue/office.ts';
import { BASELINE_SEEDS, baselineOf } from './baseline.ts';
import { qualityOf, type RecordedEstimate, stretchedTo, widened } from './estimates.ts';
import { Fairness } from './fairness.ts';
import { doneAfter, ONE_COUNTER } from './gaming.ts';
import { simulate } from './simulation.ts';
import { world } from './world.ts';
import { reportOf } from './world-report.ts';
import { WORLDS } from './worlds.ts';

/** Short enough for every run of the tests: the figures of so few days are further apart than the targets. */
const DAYS = 12;
const SHORT = ['1 counter', 'specialists', 'pension days', 'first days', 'lunch', 'everything at once'];

describe('a short simulation of office days', () => {
  const simulated = WORLDS.filter(({ name }) => SHORT.includes(name)).map(
    (each, index) => [each.name, () => simulate(each, DAYS, index)] as const,
  );

  it.each(simulated)(
    'has estimates that are right often enough and starves nobody: %s',
    { timeout: 60_000 },
    (_, run) => {
      const simulation = run();
      const { inside, late, noEstimate, services, classes, acrossLunch } = reportOf(simulation);
      expect(inside).toBeGreaterThan(0.8);
      expect(inside).toBeLessThan(0.95);
      expect(late).toBeLessThan(0.14);
      expect(noEstimate).toBeLessThan(0.01);
      expect(Math.min(...Object.values(services), ...Object.values(classes))).toBeGreaterThan(0.7);
      if (acrossLunch !== null) expect(acrossLunch).toBeGreaterThan(0.6);
      expect(simulation.fairness.broken).toBe(0);
    },
  );

  it('has the same days for the same seed', () => {
    const [once, again, other] = [1, 1, 2].map((seed) => simulate(world('any'), 1, seed).estimates);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });
});

describe('the table of estimates before', () => {
  it('has every world, for the first seed and the held-out one', () => {
    for (const seed of Object.values(BASELINE_SEEDS))
      expect(Object.keys(baselineOf(seed)).sort()).toEqual(WORLDS.map(({ name }) => name).sort());
  });
});

describe('a visitor with twelve dossiers', () => {
  it('is done as early with one ticket as with four at one counter', () => {
    const [one, four] = [[12], [3, 3, 3, 3]].map((tickets) => doneAfter(ONE_COUNTER, tickets, 5));
    expect(Number(one) / Number(four)).toBeGreaterThan(0.95);
    expect(Number(one) / Number(four)).toBeLessThan(1.05);
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

describe('the measures of estimates', () => {
  const estimates = [10, 20, 30, 40].map(
    (waited): RecordedEstimate => ({
      serviceId: 'civil',
      classId: 'regular',
      issuedAt: 0,
      acrossLunch: false,
      waited,
      range: { fromMinutes: 0, toMinutes: 100 },
      simple: { 'queue x mean / counters': 25, 'mean of the last waits': waited },
    }),
  );

  it('widen a simple rule by the smallest margin with which enough waits are inside', () => {
    expect(widened(estimates, 'queue x mean / counters', 0.5)).toMatchObject({ inside: 0.5, late: 0.25, width: 10 });
    expect(widened(estimates, 'queue x mean / counters', 1)).toMatchObject({ inside: 1, late: 0, width: 30 });
  });

  it('measure a simple rule like the product’s estimates', () => {
    expect(qualityOf(estimates)).toEqual({ inside: 1, early: 0, late: 0, width: 100 });
    expect(qualityOf(estimates, () => ({ fromMinutes: 15, toMinutes: 30 }))).toEqual({
      inside: 0.5,
      early: 0.25,
      late: 0.25,
      width: 15,
    });
  });

  it('count a visitor who is never called as late', () => {
    const never = estimates.map((each) => ({ ...each, waited: Number.POSITIVE_INFINITY }));
    expect(qualityOf(never)).toMatchObject({ inside: 0, late: 1 });
  });

  it('stretch ranges about their middle until enough waits are inside', () => {
    expect(stretchedTo(1, estimates).width).toBeCloseTo(80, 1);
  });
});
