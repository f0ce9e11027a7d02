/** What the played days come to, each figure with its limit. */
import { atMost, type Figure, shown } from '../bench/figure.ts';
import { qualityOf, SIMPLE_RULES, widened } from './estimates.ts';
import type { Fairness } from './fairness.ts';
import { CLASSES } from './setting.ts';
import type { Played } from './simulation.ts';

/** Part of the visitors whose wait falls inside the range. */
const INSIDE = { least: 0.8, most: 0.95 };
/** No class weighs more than twice as much as another in these offices. */
const LONGER_AT_MOST = 2;

export function figuresOf(played: readonly Played[]): Figure[] {
  const walkIns = played.filter(({ setting }) => setting.bookedShare === 0);
  const booked = played.filter(({ setting }) => setting.bookedShare > 0);
  return [
    ...groups(walkIns, 'counters').flatMap(([counters, some]) =>
      ranges(`${counters} ${counters === 1 ? 'counter' : 'counters'}`, some),
    ),
    ...groups(booked, 'bookedShare').flatMap(([share, some]) => ranges(`${(share * 100).toFixed(0)} % booked`, some)),
    ...groups(walkIns, 'priorityShare').flatMap(([share, some]) => waits(share, some)),
    ...starvation(played),
  ];
}

function groups(played: readonly Played[], key: 'counters' | 'priorityShare' | 'bookedShare'): [number, Played[]][] {
  return [...new Set(played.map(({ setting }) => setting[key]))].map((value) => [
    value,
    played.filter(({ setting }) => setting[key] === value),
  ]);
}

function ranges(name: string, played: readonly Played[]): Figure[] {
  const promised = played.flatMap((one) => one.promised);
  const ours = qualityOf(promised, ({ range }) => range);
  const inside: Figure = {
    name: `${name}: part of the waits inside the range`,
    measured: `${ours.inside.toFixed(3)}   (later ${ours.late.toFixed(3)}, of ${promised.length} visitors)`,
    limit: `${INSIDE.least}–${INSIDE.most}`,
    ok: ours.inside >= INSIDE.least && ours.inside <= INSIDE.most,
  };
  return [
    inside,
    ...SIMPLE_RULES.map((rule) => {
      const theirs = widened(promised, rule, ours.inside);
      const note = `   (${ours.width.toFixed(1)} min : ${theirs.width.toFixed(1)} min)`;
      return atMost(1, `${name}: width : "${rule}" as often right`, ours.width / theirs.width, { note });
    }),
  ];
}

function waits(share: number, played: readonly Played[]): Figure[] {
  return CLASSES.flatMap((classId) => {
    const [ours, strict] = (['fairness', 'strict'] as const).map((rule) =>
      played.flatMap((one) => one[rule].waits.get(classId) ?? []),
    );
    if (!ours || !strict || ours.length === 0) return [];
    const said = (minutes: number[]) => `${mean(minutes).toFixed(0)} / ${longest(minutes).toFixed(0)} min`;
    return shown(
      `${(share * 100).toFixed(0)} % with priority: ${classId}, mean and longest wait`,
      `${said(ours)}   (in order of arrival ${said(strict)})`,
    );
  });
}

function starvation(played: readonly Played[]): Figure[] {
  const total = (of: (fairness: Fairness) => number): number => played.reduce((sum, one) => sum + of(one.fairness), 0);
  const all = (fairness: Fairness): number[] => [...fairness.waits.values()].flat();
  const ratios = played.map(({ fairness, strict }) => longest(all(fairness)) / longest(all(strict)));
  const nearest = longest(played.map(({ fairness }) => fairness.nearest));
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
