// `npm run simulate -- --days N --seed S --world NAME`: how accurate the estimates and how fair the calls are over many simulated days.
import { parseArgs } from 'node:util';
import { type Figure, show, shown } from '../bench/figure.ts';
import { BASELINE_DAYS, BASELINE_SEEDS, baselineOf } from './baseline.ts';
import { figureOf, orderOfCalls, widthOf } from './figures.ts';
import { doneAfter, ONE_COUNTER } from './gaming.ts';
import { simulate } from './simulation.ts';
import { reportOf, type WorldReport } from './world-report.ts';
import { gridOf, WORLDS } from './worlds.ts';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: String(BASELINE_DAYS) },
    seed: { type: 'string', default: String(BASELINE_SEEDS.heldOut) },
    world: { type: 'string' },
  },
});
const [days, seed] = [Number(values.days), Number(values.seed)];
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(seed))
  throw new Error('--days and --seed are whole numbers, at least one day.');
const chosen = WORLDS.filter(({ name }) => values.world === undefined || name === values.world);
if (chosen.length === 0) throw new Error(`--world is one of: ${WORLDS.map(({ name }) => name).join('; ')}.`);

const before = baselineOf(seed);
const reports = new Map<string, WorldReport>();
const figures: Figure[] = [];
for (const each of chosen) {
  const report = reportOf(simulate(each, days, seed * 1000 + WORLDS.indexOf(each)));
  reports.set(each.name, report);
  figures.push(figureOf(each, report, before[each.name]));
}
if (values.world === undefined) {
  figures.push(widthOf(reports, before));
  const offices = gridOf({ loads: [0.7, 0.95], priorities: [0, 0.1, 0.3, 0.5, 0.7, 0.9] });
  const fewerDays = Math.ceil(days / 10);
  figures.push(...orderOfCalls(offices.map((office, index) => simulate(office, fewerDays, seed * 1000 + index))));
  const [honest, split] = [[12], [3, 3, 3, 3]].map((tickets) => doneAfter(ONE_COUNTER, tickets, fewerDays).toFixed(0));
  figures.push(shown('12 dossiers are done after', `${honest} min with one ticket, ${split} min with four`));
}
console.log(show(figures));
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
