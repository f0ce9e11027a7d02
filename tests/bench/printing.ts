/** Measures for how long a printed ticket holds the server's event loop, during which no call reaches a screen, and its processor time. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DurationMs } from '../../shared/time.ts';
import { benchOffice } from './bench-office.ts';
import { atMost, type Figure, shown } from './figure.ts';
import { type Probe, type RunningOffice, startOffice } from './office.ts';

const TICKETS = 200;
/** First tickets, not measured: fonts are loaded, and the code is optimised. */
const WARM_UP = 50;
/** From one ticket to the next; long enough for its printing. */
const PACE: DurationMs = 100;
/** How much longer than in an idle server the loop may be held, and the processor time of a printed ticket. */
const LONGER: DurationMs = 2;
const PROCESSOR: DurationMs = 6;

export async function printing(folder: string): Promise<Figure[]> {
  const dataFolder = join(folder, 'printing');
  const office = await startOffice(dataFolder, { probed: true });
  const probe = office.probe();
  try {
    await issueMany(office, WARM_UP);
    await allPrinted(dataFolder, WARM_UP);
    const { busy, idle } = await holds(office, probe);
    await allPrinted(dataFolder, WARM_UP + TICKETS);
    const before = await probe.ask('rest');
    await issueMany(office, TICKETS);
    await allPrinted(dataFolder, WARM_UP + 2 * TICKETS);
    const after = await probe.ask('rest');
    const longer = ninetyNinth(busy) - ninetyNinth(idle);
    const note = `   (${ninetyNinth(busy).toFixed(1)} ms; idle ${ninetyNinth(idle).toFixed(1)} ms)`;
    const processor = (after.processor - before.processor) / TICKETS;
    return [
      atMost(LONGER, `event loop held by 99 of 100 printed tickets, longer than idle`, longer, { unit: ' ms', note }),
      shown(
        `  the longest of ${TICKETS}`,
        `${Math.max(...busy).toFixed(1)} ms   (idle ${Math.max(...idle).toFixed(1)} ms)`,
      ),
      atMost(PROCESSOR, 'processor time of a printed ticket, all threads', processor, { unit: ' ms' }),
    ];
  } finally {
    await office.stop();
  }
}

/** The longest hold of the event loop while each ticket is printed, and in as many equal times without work in between. */
async function holds(office: RunningOffice, probe: Probe): Promise<Record<'busy' | 'idle', DurationMs[]>> {
  const busy: DurationMs[] = [];
  const idle: DurationMs[] = [];
  await probe.ask('watch');
  for (let ticket = 0; ticket < TICKETS; ticket += 1) {
    const printed = pause(PACE);
    await issue(office, ticket);
    await printed;
    busy.push((await probe.ask('watch')).longest);
    // Alternately, because other programs of this machine hold both.
    await pause(PACE);
    idle.push((await probe.ask('watch')).longest);
  }
  return { busy, idle };
}

async function issueMany(office: RunningOffice, count: number): Promise<void> {
  for (let ticket = 0; ticket < count; ticket += 1) {
    const end = pause(PACE);
    await issue(office, ticket);
    await end;
  }
}

/** A ticket of each service in turn. */
async function issue(office: RunningOffice, index: number): Promise<void> {
  const { services } = benchOffice;
  await office.issue(services[index % services.length]?.id ?? '');
}

/** Resolves when the journal says that so many tickets are printed. */
async function allPrinted(dataFolder: string, count: number): Promise<void> {
  const folder = join(dataFolder, 'journal');
  for (;;) {
    const [day = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
    const printed = (await readFile(join(folder, day), 'utf8')).split('"TicketPrinted"').length - 1;
    if (printed >= count) return;
    await pause(PACE);
  }
}

function ninetyNinth(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;
}
