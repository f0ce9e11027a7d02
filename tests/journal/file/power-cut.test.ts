// Power cuts during writes: any part of the sectors that are being written arrives on the disk.
import { expect, test } from 'vitest';
import type { LogEntry } from '../../../server/log.ts';
import type { Event } from '../../../server/queue/events.ts';
import { temporaryFolder } from '../../folder.ts';
import { DAY, journalIn, paused } from '../events.ts';
import { FaultyDisk } from './faulty-disk.ts';

/** For longer series than in the tests. */
const SERIES = Number(process.env.POWER_CUTS ?? 10);
const CUTS_PER_SERIES = 3;
const ALLOWED_GAP = 20;

/** A linear congruential generator, so that a failing series can be repeated by its number. */
function randomOf(seed: number): () => number {
  let state = seed * 7919;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 5; warmUp++) next();
  return next;
}

interface Office {
  folder: string;
  random: () => number;
  /** Commands that were acknowledged, or found after a start, each with the sequence numbers of its events. */
  known: Map<string, number[]>;
}

/** Appends commands of up to four events from up to twelve callers at once until the power fails. */
async function workUntilPowerCut({ folder, random, known }: Office): Promise<void> {
  const disk = new FaultyDisk({ syncsWrites: true });
  const sector = [64, 512, 4096][Math.floor(random() * 3)] ?? 512;
  disk.powerCut = { atWrite: 1 + Math.floor(random() * 16), sector, arrives: () => random() < 0.5 };
  const journal = journalIn(folder, { disk, log: () => undefined });
  let last = (await journal.resume(DAY)).lastSeq;
  while (!disk.isOff) {
    const callers = Array.from({ length: 1 + Math.floor(random() * 12) }, async () => {
      const requestId = `request-${last + 1}`;
      const events: Event[] = [];
      for (let left = random() < 0.7 ? 1 : 1 + Math.floor(random() * 4); left > 0; left--) {
        last += 1;
        events.push(paused(last, 'x'.repeat(Math.floor(random() * 900)), requestId));
      }
      await journal.append(DAY, events);
      known.set(
        requestId,
        events.map(({ seq }) => seq),
      );
    });
    await Promise.allSettled(callers);
  }
}

function commandsOf(events: readonly Event[]): Map<string, number[]> {
  const commands = new Map<string, number[]>();
  for (const { requestId, seq } of events) commands.set(requestId, [...(commands.get(requestId) ?? []), seq]);
  return commands;
}

test(`after ${SERIES * CUTS_PER_SERIES} power cuts nothing acknowledged is lost, no damage is reported and few numbers are skipped`, async () => {
  const reported: Record<string, number> = {};
  for (let series = 1; series <= SERIES; series++) {
    const office: Office = { folder: await temporaryFolder(), random: randomOf(series), known: new Map() };
    let skippedBefore = 0;
    for (let cut = 1; cut <= CUTS_PER_SERIES; cut++) {
      await workUntilPowerCut(office);
      const logged: LogEntry[] = [];
      const restarted = journalIn(office.folder, { log: (entry) => void logged.push(entry) });
      const { events, lastSeq, skipped } = await restarted.resume(DAY);
      const place = `series ${series}, cut ${cut}`;
      for (const { code } of logged) reported[code] = (reported[code] ?? 0) + 1;
      expect(logged.map(({ code }) => code).filter((code) => !/-(torn|skipped)$/.test(code), place)).toEqual([]);
      const found = commandsOf(events);
      for (const [requestId, numbers] of office.known) expect(found.get(requestId), place).toEqual(numbers);
      expect(lastSeq, place).toBe(events.length + skipped);
      expect(skipped - skippedBefore, place).toBeLessThanOrEqual(ALLOWED_GAP);
      skippedBefore = skipped;
      office.known = found;
    }
  }
  // Otherwise the power cuts would not hit writes.
  expect(reported['journal-skipped']).toBeGreaterThan(0);
  expect(reported['journal-torn']).toBeGreaterThan(0);
}, 600_000);

test('numbers that an interrupted write may have given are named in the file, and later starts report nothing', async () => {
  const folder = await temporaryFolder();
  const disk = new FaultyDisk({ syncsWrites: true });
  const journal = journalIn(folder, { disk });
  await journal.append(DAY, [paused(1)]);
  // Two writes at once: the events do not arrive, the mark does.
  disk.powerCut = { atWrite: 2, sector: 4096, arrives: () => arrives.shift() ?? false };
  const arrives = [false, true];
  await expect(journal.append(DAY, [paused(2), paused(3)])).rejects.toThrow();

  const logged: LogEntry[] = [];
  const restart = () => journalIn(folder, { log: (entry) => void logged.push(entry) });
  const restarted = restart();
  expect(await restarted.resume(DAY)).toEqual({ events: [paused(1)], lastSeq: 3, skipped: 2 });
  expect(logged).toMatchObject([{ level: 'info', code: 'journal-skipped', facts: { from: 2, to: 3 } }]);
  await restarted.append(DAY, [paused(4)]);
  await restarted.close();
  logged.length = 0;
  expect(await restart().resume(DAY)).toEqual({ events: [paused(1), paused(4)], lastSeq: 4, skipped: 2 });
  expect(logged).toEqual([]);
});
