/** The offices and days that the estimates must be right in. */
import { CERTIFICATION, overlapping, type World, world } from './world.ts';

const BUSY = { morning: 1.05, afternoon: 0.9 };
const SEVERAL_PAUSES = { count: 3, minutes: [10, 30] as const };

export const WORLDS: readonly World[] = [
  ...[1, 2, 3, 4, 6].map((count) =>
    world(count === 1 ? '1 counter' : `${count} counters`, {
      counters: overlapping(count),
      // With one counter a day with many visitors cannot be caught up.
      load: count === 1 ? { morning: 0.88, afternoon: 0.7 } : { morning: 0.95, afternoon: 0.75 },
    }),
  ),
  world('specialists', {
    services: [
      { id: CERTIFICATION, minutes: 4, variation: 0.5, share: 0.47 },
      { id: 'civil', minutes: 9, variation: 0.7, share: 0.24 },
      { id: 'land', minutes: 25, variation: 0.8, share: 0.1 },
      { id: 'social', minutes: 12, variation: 0.7, share: 0.19 },
    ],
    counters: [[CERTIFICATION], ['civil'], ['land'], ['social']],
    load: { morning: 0.8, afternoon: 0.65 },
  }),
  world('a pool of 5 counters', {
    counters: Array.from({ length: 5 }, () => [CERTIFICATION, 'civil', 'land', 'social']),
  }),
  world('morning peak', { peak: { morning: 0.65, afternoon: 0.3 } }),
  world('after-lunch peak', {
    lunch: true,
    load: { morning: 0.75, afternoon: 1.05 },
    peak: { morning: 0.4, afternoon: 0.6 },
  }),
  world('Mondays after holidays', { fifthDay: { visitors: 1.35, priority: 0.15 } }),
  world('pension days', { priority: 0.5, load: BUSY }),
  world('overload', { load: { morning: 1.25, afternoon: 1.2 } }),
  world('heavy tails', {
    services: [
      { id: CERTIFICATION, minutes: 4, variation: 1, share: 0.45 },
      { id: 'civil', minutes: 9, variation: 1.4, share: 0.3 },
      { id: 'land', minutes: 25, variation: 1.8, share: 0.15 },
      { id: 'social', minutes: 12, variation: 1.4, share: 0.1 },
    ],
    load: { morning: 0.85, afternoon: 0.7 },
  }),
  world('late and pausing clerks, announced', { late: 0.3, pauses: { ...SEVERAL_PAUSES, announced: 1 } }),
  world('late and pausing clerks, not announced', { late: 0.3, pauses: { ...SEVERAL_PAUSES, announced: 0 } }),
  world('no-shows', { noShows: 0.15, missed: 0.08 }),
  world('away', { away: 0.15 }),
  world('transfers', { transferred: 0.12 }),
  world('proxies', { proxies: 0.12 }),
  world('20 % booked', { booked: 0.2 }),
  world('60 % booked', { booked: 0.6 }),
  world('a service turns slow', { slowService: 2 }),
  world('the system hangs', { systemHangs: 0.5 }),
  world('first days', { firstDays: true }),
  world('lunch', { lunch: true }),
  world('a forgotten finish', { lunch: true, forgotten: 0.2 }),
  world('everything at once', {
    lunch: true,
    load: { morning: 0.85, afternoon: 0.7 },
    fifthDay: { visitors: 1.2, priority: 0.5 },
    booked: 0.15,
    late: 0.15,
    pauses: { count: 2, minutes: [10, 30], announced: 0.5 },
    noShows: 0.06,
    away: 0.06,
    transferred: 0.04,
    proxies: 0.06,
    slowService: 1.6,
    systemHangs: 0.2,
    forgotten: 0.1,
  }),
];

/** Offices with 1 to 5 counters, with one queue and with three, for the order of calls and for quick comparisons. */
export function gridOf({
  loads,
  priorities,
  booked = 0,
}: {
  loads: number[];
  priorities: number[];
  booked?: number;
}): World[] {
  return [1, 2, 3, 4, 5].flatMap((count) =>
    [1, 3].flatMap((kinds) =>
      loads.flatMap((load) =>
        priorities.map((priority) => {
          const services = [
            { id: 'civil', minutes: 8, variation: 0.8, share: 1 },
            { id: 'land', minutes: 12, variation: 0.8, share: 1 },
            { id: 'social', minutes: 10, variation: 0.8, share: 1 },
          ].slice(0, kinds);
          const ids = services.map(({ id }) => id);
          return world(`${count} counters, ${kinds} services`, {
            services: services.map((each) => ({ ...each, share: 1 / kinds })),
            counters: overlapping(count, ids),
            load: { morning: load, afternoon: 0.6 * load },
            peak: { morning: 0.6, afternoon: 0.2 },
            priority,
            booked,
          });
        }),
      ),
    ),
  );
}
