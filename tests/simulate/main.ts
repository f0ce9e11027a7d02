// `npm run simulate -- --days N --seed S`: how accurate the estimates and how fair the calls are over many simulated days.
import { parseArgs } from 'node:util';
import { show } from '../bench/figure.ts';
import { figuresOf } from './figures.ts';
import { settings } from './setting.ts';
import { simulate } from './simulation.ts';

const { values } = parseArgs({
  options: { days: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const [days, seed] = [Number(values.days), Number(values.seed)];
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(seed))
  throw new Error('--days and --seed are whole numbers, at least one day.');
const offices = [
  ...settings({ loads: [0.7, 0.95], priorityShares: [0, 0.1, 0.3, 0.5, 0.7, 0.9] }),
  ...[0.3, 0.6].flatMap((bookedShare) => settings({ loads: [0.95], priorityShares: [0.3], bookedShare })),
];
const figures = figuresOf(offices.map((setting, index) => simulate(setting, days, seed * 1000 + index)));
console.log(show(figures));
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
