import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damaged as damagedEntry, tornTail } from '../../../server/journal/file/report.ts';
import { DataRefused } from '../../../server/journal/file/scan.ts';
import type { LogEntry } from '../../../server/log.ts';
import type { Event } from '../../../server/queue/events.ts';
import { temporaryFolder } from '../../folder.ts';
import { DATA_VERSION, DAY, headerOf, journalIn, lineOf, NEXT_DAY, paused, sequence } from '../events.ts';
import { written } from './written.ts';

async function office(content?: string | Buffer) {
  const folder = await temporaryFolder();
  const path = join(folder, `${DAY}.jsonl`);
  const copy = join(folder, `${DAY}.damaged.jsonl`);
  if (content !== undefined) await writeFile(path, content);
  const logged: LogEntry[] = [];
  /** Apart, because content that a test has written has no end mark. */
  const unmarked: LogEntry[] = [];
  const log = (entry: LogEntry) => void (entry.code === 'journal-unmarked' ? unmarked : logged).push(entry);
  /** A new journal on the same folder, as after a restart of the program. */
  const restart = () => journalIn(folder, { log });
  return { path, copy, logged, unmarked, restart };
}

const dayOf = (events: readonly Event[]) => headerOf(DAY) + events.map((event) => lineOf(event)).join('');

describe('a last line that was not written completely', () => {
  test('is cut off by the next append, copied to another file and reported', async () => {
    const torn = lineOf(paused(4)).slice(0, 40);
    const { path, copy, logged, restart } = await office(dayOf(sequence(1, 3)) + torn);
    const journal = restart();
    expect(await journal.read(DAY)).toEqual(sequence(1, 3));
    await journal.append(DAY, [paused(4)]);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(dayOf(sequence(1, 4)));
    expect(await readFile(copy, 'utf8')).toBe(`${torn}\n`);
    expect(logged).toEqual([tornTail({ path, line: 5, copy })]);
  });

  test('is detected also when the write went into reserved space', async () => {
    const torn = lineOf(paused(4)).slice(0, 40);
    const { path, copy, logged, restart } = await office(`${dayOf(sequence(1, 3))}${torn}${'\n'.repeat(500)}`);
    const journal = restart();
    expect(await journal.read(DAY)).toEqual(sequence(1, 3));
    await journal.append(DAY, [paused(4)]);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(dayOf(sequence(1, 4)));
    expect(await readFile(copy, 'utf8')).toBe(`${torn}\n\n`);
    expect(logged).toEqual([tornTail({ path, line: 5, copy })]);
  });

  test('is dropped together with the lines of the same command before it', async () => {
    const half = lineOf(paused(4, 'một nửa', 'close-day'), 1) + lineOf(paused(5, 'một nửa', 'close-day'), 1);
    const { logged, restart } = await office(dayOf(sequence(1, 3)) + half);
    const journal = restart();
    expect(await journal.read(DAY)).toEqual(sequence(1, 3));
    await journal.append(DAY, [paused(4)]);
    await journal.close();
    expect(await restart().read(DAY)).toEqual(sequence(1, 4));
    expect(logged).toMatchObject([{ code: 'journal-torn', facts: { line: 5 } }]);
  });

  test('may be the first line of the file', async () => {
    const { path, restart } = await office(headerOf(DAY).slice(0, 20));
    const journal = restart();
    await journal.append(DAY, [paused(1)]);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(dayOf([paused(1)]));
  });

  test('never loses an acknowledged event nor keeps half a command, whatever the moment of the power cut', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), fc.boolean(), async (commandSizes, ackedAt, cutAt, inReserve) => {
        const { path, restart } = await office();
        const commands = commandsOf(commandSizes);
        const acked = commands.slice(0, ackedAt % (commands.length + 1));
        const journal = restart();
        for (const command of acked) await journal.append(DAY, command);
        const durable = acked.length > 0 ? Buffer.byteLength(await written(path)) : 0;
        await journal.append(DAY, commands.slice(acked.length).flat());
        await journal.close();
        const size = (await readFile(path).catch(() => '')).length;
        const end = durable + (cutAt % (size - durable + 1));
        if (size > 0) await truncate(path, end);
        if (inReserve && end > 0) await appendFile(path, '\n'.repeat(size - end + 1));

        const found = await restart().read(DAY);
        const completeLengths = commands.map((_, index) => commands.slice(0, index + 1).flat().length);
        expect(found).toEqual(commands.flat().slice(0, found.length));
        expect([0, ...completeLengths]).toContain(found.length);
        expect(found.length).toBeGreaterThanOrEqual(acked.flat().length);
      }),
      { numRuns: 60 },
    );
  });
});

function commandsOf(sizes: readonly number[]): Event[][] {
  let seq = 0;
  return sizes.map((size, index) =>
    Array.from({ length: size }, () => {
      seq += 1;
      return paused(seq, 'nghỉ', `command-${index}`);
    }),
  );
}

describe('a damaged line', () => {
  const damaged = lineOf(paused(2)).replace('hoa', 'hoà');

  test('is skipped but stays in the file, is copied once and reported with the missing event', async () => {
    const content = headerOf(DAY) + lineOf(paused(1)) + damaged + lineOf(paused(3));
    const { path, copy, logged, restart } = await office(content);
    await restart().read(DAY);
    const journal = restart();
    expect(await journal.read(DAY)).toEqual([paused(1), paused(3)]);
    await journal.append(DAY, [paused(4)]);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(content + lineOf(paused(4)));
    expect(await readFile(copy, 'utf8')).toBe(`${damaged}\n`);
    expect(logged.slice(1)).toEqual([
      damagedEntry({ path, lines: [{ line: 3, reason: 'checksum' }], missing: 1, missingAtEnd: 0, copy }),
    ]);
  });

  test('is reported in one log entry with all other damaged lines of the day', async () => {
    const lines = Array.from({ length: 900 }, (_, index) => lineOf(paused(index + 1)));
    const damagedLines = lines.map((line, index) => (index % 3 === 1 ? line.replace('hoa', 'hoà') : line));
    const { path, copy, logged, restart } = await office(headerOf(DAY) + damagedLines.join(''));
    expect(await restart().read(DAY)).toHaveLength(600);
    expect(logged).toMatchObject([{ code: 'journal-damaged', facts: { path, missing: 300, copy } }]);
    expect(logged.map(({ text }) => text.vi + text.en).join('').length).toBeLessThan(1_500);
  });

  test('may be the header: the events are read, and the next append writes a new header', async () => {
    const { path, restart } = await office(`x${dayOf(sequence(1, 2))}`);
    const journal = restart();
    expect(await journal.read(DAY)).toEqual(sequence(1, 2));
    await journal.append(DAY, [paused(3)]);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(`x${dayOf(sequence(1, 2))}${headerOf(DAY)}${lineOf(paused(3))}`);
    expect(await restart().read(DAY)).toEqual(sequence(1, 3));
  });

  test('may have a fitting checksum, but an invalid envelope or a sequence number of an earlier line', async () => {
    const { logged, restart } = await office(dayOf(sequence(1, 2)) + lineOf({ seq: 'ba' }) + lineOf(paused(2)));
    expect(await restart().read(DAY)).toEqual(sequence(1, 2));
    expect(logged).toMatchObject([
      {
        facts: {
          lines: [
            { line: 4, reason: 'envelope' },
            { line: 5, reason: 'sequence' },
          ],
          missing: 0,
        },
      },
    ]);
  });

  test('affects at most itself and its neighbours, whichever byte is changed', async () => {
    const events = sequence(1, 12);
    const intact = Buffer.from(dayOf(events));
    const { path, restart } = await office();
    const hit = fc.record({ at: fc.nat({ max: intact.length - 1 }), byte: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(hit, async ({ at, byte }) => {
        const bytes = Buffer.from(intact);
        bytes[at] = byte;
        await writeFile(path, bytes);
        const found = (await restart().read(DAY)).map(({ seq }) => seq);
        // The header is line 0, so that the number of a line is the sequence number of its event.
        const line = intact.subarray(0, at).filter((each) => each === 10).length;
        const safe = events.map(({ seq }) => seq).filter((seq) => Math.abs(seq - line) > 1);
        expect(found).toEqual(expect.arrayContaining(safe));
        expect(found).toEqual([...new Set(found)].sort((one, other) => one - other));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a command of several events', () => {
  const command = [paused(2, 'nghỉ', 'close'), paused(3, 'nghỉ', 'close'), paused(4, 'nghỉ', 'close')];

  test.each([1, 2, 3])(
    'is left out as a whole when its line %i is damaged, and its numbers are not used again',
    async (line) => {
      const { path, logged, restart } = await office();
      const journal = restart();
      for (const events of [[paused(1)], command, [paused(5)]]) await journal.append(DAY, events);
      await journal.close();
      const lines = (await readFile(path, 'utf8')).split('\n');
      await writeFile(
        path,
        lines.map((text, index) => (index === line + 1 ? text.replace('hoa', 'hoà') : text)).join('\n'),
      );
      expect(await restart().resume(DAY)).toEqual({ events: [paused(1), paused(5)], lastSeq: 5, skipped: 0 });
      const reasons = [1, 2, 3].map((each) => ({ line: each + 2, reason: each === line ? 'checksum' : 'command' }));
      expect(logged).toMatchObject([{ code: 'journal-damaged', facts: { lines: reasons, missing: 3 } }]);
    },
  );

  test('is left out as a whole also when an older program has written it and its second line is damaged', async () => {
    const [first = '', second = '', third = ''] = command.map((event, index) => lineOf(event, index < 2 ? 1 : 0));
    const content =
      headerOf(DAY) + lineOf(paused(1)) + first + second.replace('hoa', 'hoà') + third + lineOf(paused(5));
    const { restart } = await office(content);
    expect(await restart().read(DAY)).toEqual([paused(1), paused(5)]);
  });
});

test('two blocks that the disk has exchanged cost only the lines at their borders', async () => {
  const intact = Buffer.from(dayOf(sequence(1, 600)));
  const block = (index: number) => intact.subarray(index * 4096, (index + 1) * 4096);
  const exchanged = Buffer.concat([
    intact.subarray(0, 8 * 4096),
    block(20),
    intact.subarray(9 * 4096, 20 * 4096),
    block(8),
    intact.subarray(21 * 4096),
  ]);
  const { logged, restart } = await office(exchanged);
  const found = (await restart().read(DAY)).map(({ seq }) => seq);
  expect(found.length).toBeGreaterThanOrEqual(600 - 4);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(logged).toMatchObject([{ code: 'journal-damaged', facts: { missing: 600 - found.length } }]);
});

test('an end mark that is older than its file is ignored: an older program may have continued the day', async () => {
  const { path, logged, restart } = await office();
  const journal = restart();
  await journal.append(DAY, [paused(1)]);
  await journal.close();
  const mark = await readFile(path.replace('.jsonl', '.end'));
  const again = restart();
  for (const event of sequence(2, 60)) await again.append(DAY, [event]);
  await again.close();
  await writeFile(path.replace('.jsonl', '.end'), mark);
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('"seq":50,"at":1795000000050,"by":"staff:hoa"', '"by":"staff:hoà"'),
  );
  expect((await restart().read(DAY)).map(({ seq }) => seq)).toEqual(
    [...sequence(1, 49), ...sequence(51, 60)].map(({ seq }) => seq),
  );
  expect(logged).toMatchObject([{ code: 'journal-damaged', facts: { missing: 1, missingAtEnd: 0 } }]);
});

test('a damaged end mark is reported, because a lost end would not be noticed, and the next write mends it', async () => {
  const { path, logged, unmarked, restart } = await office();
  const journal = restart();
  for (const event of sequence(1, 3)) await journal.append(DAY, [event]);
  await journal.close();
  const markPath = path.replace('.jsonl', '.end');
  await writeFile(markPath, 'x'.repeat(9000));
  const again = restart();
  expect(await again.read(DAY)).toEqual(sequence(1, 3));
  await again.append(DAY, [paused(4)]);
  await again.close();
  expect(logged).toEqual([]);
  expect(unmarked).toMatchObject([{ level: 'warning', facts: { path, mark: markPath } }]);
  await truncate(path, (await readFile(path)).length - 10);
  expect((await restart().resume(DAY)).lastSeq).toBe(4);
  expect(logged).toMatchObject([{ code: 'journal-damaged', facts: { missing: 1, missingAtEnd: 1 } }]);
  expect(unmarked).toHaveLength(1);
});

describe('the data version', () => {
  test('of a newer program is refused, and the file is not changed', async () => {
    const content = headerOf(DAY, DATA_VERSION + 1) + lineOf(paused(1));
    const { path, restart } = await office(content);
    const journal = restart();
    await expect(journal.read(DAY)).rejects.toThrow(DataRefused);
    await expect(journal.append(DAY, [paused(1)])).rejects.toThrow(/written by a newer version of Đến Lượt/);
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  test('of an older program leads to upgraded events on reading and a new header before new lines', async () => {
    const { counterId: _, ...old } = { ...paused(1), counterId: null };
    const content = headerOf(DAY, 1) + lineOf(old);
    const { path } = await office(content);
    const upgrades = [(event: unknown) => ({ ...(event as object), counterId: 'quay-1' })];
    const restart = () => journalIn(join(path, '..'), { upgrades });
    const journal = restart();
    expect(await journal.read(DAY)).toEqual([paused(1)]);
    await journal.append(DAY, [paused(2)]);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(content + headerOf(DAY, 2) + lineOf(paused(2)));
    expect(await restart().read(DAY)).toEqual(sequence(1, 2));
  });

  test('is in the header with the day, and a file with the name of another day is refused', async () => {
    const { restart } = await office(headerOf(NEXT_DAY) + lineOf(paused(1)));
    await expect(restart().read(DAY)).rejects.toThrow(`holds the events of ${NEXT_DAY}`);
  });
});

test('a log entry about damage names the place, the damage and what to do', () => {
  const path = 'data/2026-11-20.jsonl';
  expect(tornTail({ path, line: 7, copy: null }).text.en).toMatch(/line 7: .*nothing needs to be done/);
  const lines = [{ line: 7, reason: 'checksum' }] as const;
  expect(damagedEntry({ path, lines, missing: 1, missingAtEnd: 0, copy: 'data/copy' }).text.en).toMatch(
    /2026-11-20.jsonl: .*left out: 1 \(line 7 does not match its checksum\); events missing: 1.*copy .* in data\/copy.*[Cc]heck the disk/,
  );
  expect(damagedEntry({ path, lines: [], missing: 3, missingAtEnd: 0, copy: null }).text.en).toMatch(
    /left out: 0; events missing: 3/,
  );
});
