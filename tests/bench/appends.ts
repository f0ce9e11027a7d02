/**
 * Measures durable tickets through the engine, and their events through the journal alone, against the least cost of durability: the
 * same bytes in a loop of write and fdatasync.
 */

import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeLine, isEvent } from '../../server/journal/file/codec.ts';
import type { Journal } from '../../server/journal/journal.ts';
import type { Event } from '../../server/queue/events.ts';
import { journalIn } from '../journal/events.ts';
import { openBareFile } from './bare-file.ts';
import { atLeast, type Figure, median, shown, timed } from './figure.ts';
import { openHall } from './hall.ts';

interface Load {
  callers: number;
  /** Tickets of each round. */
  tickets: number;
  limit: number | null;
}

const LOADS: Load[] = [
  { callers: 1, tickets: 400, limit: 0.9 },
  { callers: 10, tickets: 1_000, limit: null },
  { callers: 100, tickets: 2_000, limit: null },
];
const ROUNDS = 11;
/** Rounds before the measurement, because the engine's code is optimised over thousands of tickets, the bare loop at once. */
const WARM_UP = 6;
const LINE_END = ']\n';
const DAY = '2026-11-23';

export async function appends(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const load of LOADS) figures.push(...(await measure(join(folder, `appends-${load.callers}`), load)));
  return figures;
}

async function measure(folder: string, { callers, tickets, limit }: Load): Promise<Figure[]> {
  const journal = journalIn(folder);
  const hall = await openHall(journal);
  const alone = journalIn(join(folder, 'alone'));
  const bare = await openBareFile(join(folder, 'bare'));
  const ratios = { engine: [] as number[], journal: [] as number[] };
  const rates: number[] = [];
  const morning = await journalBehind(folder, 0);
  await alone.append(DAY, eventsIn(morning));
  let known = morning.length;
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    hall.prepare(tickets);
    const engineTime = await timed(() => hall.issueMany(tickets, callers));
    const bytes = await journalBehind(folder, known);
    known += bytes.length;
    const batches = linesBy(callers, bytes);
    const bareTime = await timed(async () => {
      for (const batch of batches) await bare.append(batch);
    });
    const events = eventsIn(bytes);
    const journalTime = await timed(() => appendMany(alone, events, callers));
    if (round < 0) continue;
    ratios.engine.push(bareTime / engineTime);
    ratios.journal.push(bareTime / journalTime);
    rates.push((tickets / engineTime) * 1000);
  }
  await hall.stop();
  await journal.close();
  await alone.close();
  await bare.close();
  const than = `${callers} at a time : bare write + fdatasync`;
  const name = `durable tickets, ${than}`;
  const note = `   (${Math.round(median(rates)).toLocaleString('en')} a second)`;
  const ratio = median(ratios.engine);
  return [
    limit === null ? shown(name, `${ratio.toFixed(2)}${note}`) : atLeast(limit, name, ratio, note),
    shown(`  their facts through the journal alone, ${than}`, median(ratios.journal).toFixed(2)),
  ];
}

/** Appends from `callers`, each with its next event as soon as the one before is durable. */
async function appendMany(journal: Journal<Event>, events: readonly Event[], callers: number): Promise<void> {
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < events.length) {
      next += 1;
      await journal.append(DAY, events.slice(next - 1, next));
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

function eventsIn(lines: Buffer): Event[] {
  return lines
    .toString()
    .split('\n')
    .map((line) => decodeLine(Buffer.from(line))?.payload)
    .filter((payload) => isEvent<Event>(payload));
}

/** The same bytes, divided as if every write had contained a ticket of each caller: the fewest writes that are possible. */
function linesBy(count: number, bytes: Buffer): Buffer[] {
  const batches: Buffer[] = [];
  let begin = 0;
  let lines = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', end + 1)) {
    lines += 1;
    if (lines % count !== 0 && end + 1 < bytes.length) continue;
    batches.push(bytes.subarray(begin, end + 1));
    begin = end + 1;
  }
  return batches;
}

/** What the journal wrote behind the first `known` bytes, without the blank lines of the reserved space. */
async function journalBehind(folder: string, known: number): Promise<Buffer> {
  const [day = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const file = await open(join(folder, day));
  try {
    const bytes = Buffer.alloc((await file.stat()).size - known);
    await file.read(bytes, 0, bytes.length, known);
    return bytes.subarray(0, bytes.lastIndexOf(LINE_END) + LINE_END.length);
  } finally {
    await file.close();
  }
}
