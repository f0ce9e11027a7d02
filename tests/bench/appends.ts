/** Durable tickets through the engine against the least that durability costs: the same bytes in a loop of write and fdatasync. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FileJournal } from '../../server/journal/file-journal.ts';
import { openBareFile } from './bare-file.ts';
import { atLeast, type Figure, median, shown, timed } from './figure.ts';
import { openHall } from './hall.ts';

interface Load {
  callers: number;
  /** Of each round. */
  tickets: number;
  limit: number | null;
}

const LOADS: Load[] = [
  { callers: 1, tickets: 400, limit: 0.9 },
  { callers: 10, tickets: 1_000, limit: null },
  { callers: 100, tickets: 2_000, limit: 0.5 },
];
const ROUNDS = 11;
/** Rounds before: the engine settles its code over thousands of tickets, the bare loop at once. */
const WARM_UP = 6;
const LINE_END = ']\n';

export async function appends(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const load of LOADS) figures.push(await measure(join(folder, `appends-${load.callers}`), load));
  return figures;
}

async function measure(folder: string, { callers, tickets, limit }: Load): Promise<Figure> {
  const journal = new FileJournal(folder, () => undefined);
  const hall = await openHall(journal);
  const bare = await openBareFile(join(folder, 'bare'));
  const ratios: number[] = [];
  const rates: number[] = [];
  let known = (await journalBehind(folder, 0)).length;
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    hall.prepare(tickets);
    const engineTime = await timed(() => hall.issueMany(tickets, callers));
    const bytes = await journalBehind(folder, known);
    known += bytes.length;
    const batches = linesBy(callers, bytes);
    const bareTime = await timed(async () => {
      for (const batch of batches) await bare.append(batch);
    });
    if (round < 0) continue;
    ratios.push(bareTime / engineTime);
    rates.push((tickets / engineTime) * 1000);
  }
  await hall.stop();
  await journal.close();
  await bare.close();
  const name = `durable tickets, ${callers} at a time : bare write + fdatasync`;
  const note = `   (${Math.round(median(rates)).toLocaleString('en')} a second)`;
  const ratio = median(ratios);
  return limit === null ? shown(name, `${ratio.toFixed(2)}${note}`) : atLeast(limit, name, ratio, note);
}

/** The same bytes as if every write had held a ticket of each caller, which is the best that sharing writes can do. */
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

/** What the journal wrote behind the first `known` bytes, without the blank lines it made ahead. */
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
