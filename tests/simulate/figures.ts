/** The figures of the simulated days, each with its limit. */
import { atMost, type Figure, shown } from '../bench/figure.ts';
import type { Baseline } from './baseline.ts';
import type { Fairness } from './fairness.ts';
import type { Simulation } from './simulation.ts';
import { CLASSES, type World } from './world.ts';
import type { WorldReport } from './world-report.ts';

/** The part of the waits that must be inside their range, and that may be late. */
export const INSIDE = { least: 0.84, most: 0.92 };
const LATE_AT_MOST = 0.1;
/** Of every service and class, and of the visitors who wait across lunch. */
const INSIDE_EACH = 0.8;
const INSIDE_ACROSS_LUNCH = 0.75;
const NO_ESTIMATE = { usual: 0.01, firstDays: 0.03 };
/** The width at equal coverage, as a part of the baseline's, in the mean of all worlds. */
const WIDTH_AT_MOST = 0.92;
/** No class weighs more than twice as much as another in these offices. */
const LONGER_AT_MOST = 2;

/** What a world misses; empty when it reaches every target. */
export function missedBy({ firstDays }: World, report: WorldReport): string[] {
  const { inside, late, noEstimate, services, classes, acrossLunch } = report;
  const missed: string[] = [];
  if (inside < INSIDE.least || inside > INSIDE.most) missed.push(`inside ${percent(inside)}`);
  if (late > LATE_AT_MOST) missed.push(`late ${percent(late)}`);
  if (noEstimate > (firstDays ? NO_ESTIMATE.firstDays : NO_ESTIMATE.usual))
    missed.push(`no estimate ${percent(noEstimate)}`);
  for (const [name, part] of Object.entries({ ...services, ...classes }))
    if (part < INSIDE_EACH) missed.push(`${name} ${percent(part)}`);
  if (acrossLunch !== null && acrossLunch < INSIDE_ACROSS_LUNCH) missed.push(`lunch ${percent(acrossLunch)}`);
  return missed;
}

/** One line of the table of worlds. */
export function figureOf(world: World, report: WorldReport, before: WorldReport | undefined): Figure {
  const { inside, early, late, width, widthAtEqual, services, classes, acrossLunch, simple } = report;
  const missed = missedBy(world, report);
  const [worstService, worstClass] = [services, classes].map((parts) => Math.min(...Object.values(parts)));
  const cells = [
    `${percent(inside)} (early ${percent(early)}, late ${percent(late)})`,
    `service ≥ ${percent(worstService)}, class ≥ ${percent(worstClass)}`,
    acrossLunch === null ? '' : `lunch ${percent(acrossLunch)}`,
    `${width.toFixed(1)} min, simple rules ${Object.values(simple)
      .map((each) => each.toFixed(1))
      .join(' and ')}`,
    before ? `at 88 %: ${widthAtEqual.toFixed(1)}, before ${before.widthAtEqual.toFixed(1)}` : '',
  ];
  return {
    name: world.name,
    measured: cells.filter((cell) => cell !== '').join('; '),
    limit: missed.length === 0 ? 'the targets' : missed.join(', '),
    ok: missed.length === 0,
  };
}

/** How wide the ranges are beside those of the baseline, in the geometric mean of the worlds. */
export function widthOf(reports: ReadonlyMap<string, WorldReport>, before: Baseline): Figure {
  const logs = [...reports].flatMap(([name, { widthAtEqual }]) => {
    const { [name]: old } = before;
    return old ? [Math.log(widthAtEqual / old.widthAtEqual)] : [];
  });
  return atMost(WIDTH_AT_MOST, 'width at 88 % inside : that of the baseline', Math.exp(mean(logs)));
}

/** Waits by class and the fairness bound. */
export function orderOfCalls(simulations: readonly Simulation[]): Figure[] {
  const shares = [...new Set(simulations.map(({ world }) => world.priority))];
  const by = (share: number) => simulations.filter(({ world }) => world.priority === share);
  return [...shares.flatMap((share) => waits(share, by(share))), ...starvation(simulations)];
}

function waits(share: number, simulations: readonly Simulation[]): Figure[] {
  return CLASSES.flatMap((classId) => {
    const [ours, strict] = (['fairness', 'strict'] as const).map((rule) =>
      simulations.flatMap((one) => one[rule].waits.get(classId) ?? []),
    );
    if (!ours || !strict || ours.length === 0) return [];
    const text = (minutes: number[]) => `${mean(minutes).toFixed(0)} / ${longest(minutes).toFixed(0)} min`;
    return shown(
      `${(share * 100).toFixed(0)} % with priority: ${classId}, mean and longest wait`,
      `${text(ours)}   (in order of arrival ${text(strict)})`,
    );
  });
}

function starvation(simulations: readonly Simulation[]): Figure[] {
  const total = (of: (fairness: Fairness) => number): number =>
    simulations.reduce((sum, one) => sum + of(one.fairness), 0);
  const all = (fairness: Fairness): number[] => [...fairness.waits.values()].flat();
  const ratios = simulations.map(({ fairness, strict }) => longest(all(fairness)) / longest(all(strict)));
  const nearest = longest(simulations.map(({ fairness }) => fairness.nearest));
  return [
    atMost(LONGER_AT_MOST, 'longest wait of an office : longest in order of arrival', longest(ratios)),
    atMost(
      0,
      'called though they came after the bound',
      total(({ broken }) => broken),
      { note: `   (of ${total(({ calls }) => calls)} calls; ${nearest.toFixed(3)} of the bound used)` },
    ),
  ];
}

const percent = (part: number | undefined): string => `${(100 * Number(part)).toFixed(1)} %`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const longest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);
