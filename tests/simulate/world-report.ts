/** What a simulated world says about its estimates. */
import { qualityOf, type RecordedEstimate, SIMPLE_RULES, type SimpleRule, stretchedTo, widened } from './estimates.ts';
import type { Simulation } from './simulation.ts';

/** Parts are of 1, widths in minutes. */
export interface WorldReport {
  visitors: number;
  inside: number;
  early: number;
  late: number;
  width: number;
  /** The width of the ranges when they are stretched about their middle until they hold `EQUAL` of the waits. */
  widthAtEqual: number;
  /** Visitors without an estimate. */
  noEstimate: number;
  neverCalled: number;
  /** The part inside, by service and by class. */
  services: Record<string, number>;
  classes: Record<string, number>;
  /** The part inside of the visitors who waited across lunch; null without lunch. */
  acrossLunch: number | null;
  /** The width of each simple rule, widened until it is right as often. */
  simple: Record<SimpleRule, number>;
}

/** The part inside at which widths are compared. */
export const EQUAL = 0.88;

export function reportOf({ estimates }: Pick<Simulation, 'estimates'>): WorldReport {
  const quality = qualityOf(estimates);
  const part = (isOne: (estimate: RecordedEstimate) => boolean) => estimates.filter(isOne).length / estimates.length;
  const lunch = estimates.filter(({ acrossLunch }) => acrossLunch);
  // Only visitors for whom every rule has an estimate are compared.
  const compared = estimates.filter(
    ({ range, simple }) => range && SIMPLE_RULES.every((rule) => simple[rule] !== null),
  );
  const { inside } = qualityOf(compared);
  const [byLength, byWaits] = SIMPLE_RULES.map((rule) => widened(compared, rule, inside).width);
  return {
    visitors: estimates.length,
    ...quality,
    widthAtEqual: stretchedTo(EQUAL, estimates).width,
    noEstimate: part(({ range }) => range === null),
    neverCalled: part(({ waited }) => waited === Number.POSITIVE_INFINITY),
    services: insideBy(estimates, 'serviceId'),
    classes: insideBy(estimates, 'classId'),
    acrossLunch: lunch.length === 0 ? null : qualityOf(lunch).inside,
    simple: { 'queue x mean / counters': byLength ?? Number.NaN, 'mean of the last waits': byWaits ?? Number.NaN },
  };
}

function insideBy(estimates: readonly RecordedEstimate[], key: 'serviceId' | 'classId'): Record<string, number> {
  const kinds = [...new Set(estimates.map((estimate) => estimate[key]))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [kind, qualityOf(estimates.filter((estimate) => estimate[key] === kind)).inside]),
  );
}
