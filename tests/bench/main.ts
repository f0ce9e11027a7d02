/** Runs all parts of the bench, or those named as arguments, and shows their figures in one table. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { appends } from './appends.ts';
import { calls } from './calls.ts';
import { type Figure, show } from './figure.ts';
import { pages } from './pages.ts';
import { phones } from './phones.ts';
import { printing } from './printing.ts';
import { rest } from './rest.ts';
import { startUp } from './start-up.ts';
import { traffic } from './traffic.ts';
import { waiting } from './waiting.ts';

/** On a real disk, as the office's data; the system's temporary folder may be in memory. */
const CACHE = join(process.cwd(), '.cache');
const PARTS: Record<string, (folder: string) => Promise<Figure[]>> = {
  appends,
  calls,
  phones,
  printing,
  rest,
  traffic,
  waiting,
  'start-up': startUp,
  pages,
};

const named = process.argv.slice(2);
for (const name of named)
  if (!(name in PARTS)) throw new Error(`"${name}" is none of ${Object.keys(PARTS).join(', ')}.`);
await mkdir(CACHE, { recursive: true });
const folder = await mkdtemp(join(CACHE, 'bench-data-'));
const figures: Figure[] = [];
try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (named.length === 0 || named.includes(name)) figures.push(...(await part(folder)));
  }
} finally {
  await rm(folder, { recursive: true });
}
console.log(show(figures));
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
