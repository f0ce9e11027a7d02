/** The figures of the simulated days, each with its limit. */
import { atMost, type Figure, shown } from '../bench/figure.ts';
import { qualityOf, SIMPLE_RULES, widened } from './estimates.ts';
import type { Fairness } from './fairness.ts';
import { CLASSES } from './setting.ts';
import type { Simulation } from './simulation.ts';

/** The share of visitors whose wait falls inside the range. */
const INSIDE = { least: 0.8, most: 0.95 };
/** No class weighs more than twice as much as another in these offices. */
const LONGER_AT_MOST = 2;

export function figuresOf(simulations: readonly Simulation[]): Figure[] {
  const walkIns = simulations.filter(({ setting }) => setting.bookedShare === 0);
  const booked = simulations.filter(({ setting }) => setting.bookedShare > 0);
  return [
    ...groups(walkIns, 'counters').flatMap(([counters, some]) =>
      ranges(`${counters} ${counters === 1 ? 'counter' : 'counters'}`, some),
    ),
    ...groups(booked, 'bookedShare').flatMap(([share, some]) => ranges(`${(share * 100).toFixed(0)} % booked`, some)),
    ...groups(walkIns, 'priorityShare').flatMap(([share, some]) => waits(share, some)),
    ...starvation(simulations),
  ];
}

function groups(
  simulations: readonly Simulation[],
  key: 'counters' | 'priorityShare' | 'bookedShare',
): [number, Simulation[]][] {
  return [...new Set(simulations.map(({ setting }) => setting[key]))].map((value) => [
    value,
    simulations.filter(({ setting }) => setting[key] === value),
  ]);
}

function ranges(name: string, simulations: readonly Simulation[]): Figure[] {
  const estimates = simulations.flatMap((one) => one.estimates);
  const ours = qualityOf(estimates, ({ range }) => range);
  const inside: Figure = {
    name: `${name}: part of the waits inside the range`,
    measured: `${ours.inside.toFixed(3)}   (later ${ours.late.toFixed(3)}, of ${estimates.length} visitors)`,
    limit: `${INSIDE.least}–${INSIDE.most}`,
    ok: ours.inside >= INSIDE.least && ours.inside <= INSIDE.most,
  };
  return [
    inside,
    ...SIMPLE_RULES.map((rule) => {
      const theirs = widened(estimates, rule, ours.inside);
      const note = `   (${ours.width.toFixed(1)} min : ${theirs.width.toFixed(1)} min)`;
      return atMost(1, `${name}: width : "${rule}" as often right`, ours.width / theirs.width, { note });
    }),
  ];
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
      {
        note: `   (of ${total(({ calls }) => calls)} calls; ${nearest.toFixed(3)} of the bound used)`,
      },
    ),
  ];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const longest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);
