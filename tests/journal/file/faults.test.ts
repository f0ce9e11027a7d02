import { constants } from 'node:fs';
import { readdir, readFile, readlink, realpath, rename, rm, stat, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StorageError } from '../../../server/journal/journal.ts';
import { temporaryFolder } from '../../folder.ts';
import { DAY, headerOf, journalIn, lineOf, NEXT_DAY, paused, sequence } from '../events.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { written } from './written.ts';

async function office(disk = new FaultyDisk()) {
  const folder = await temporaryFolder();
  const path = join(folder, `${DAY}.jsonl`);
  const journal = journalIn(folder, { disk });
  onTestFinished(() => journal.close());
  return { folder, path, disk, journal };
}

test.runIf(process.platform === 'linux')('reports a full disk when the kernel does', async () => {
  const { path, journal } = await office();
  await symlink('/dev/full', path);
  await expect(journal.append(DAY, [paused(1)])).rejects.toThrow(/The disk is full\. Delete files/);
  expect(await journal.read(DAY)).toEqual([]);
  await rm(path);
  await journal.append(DAY, [paused(1)]);
  expect(await journal.read(DAY)).toEqual([paused(1)]);
});

test('refuses an append when the disk takes only a part of the bytes, and writes all of them later', async () => {
  const { path, disk, journal } = await office();
  disk.freeBytes = 50;
  const full = journal.append(DAY, sequence(1, 3));
  await expect(full).rejects.toThrow(StorageError);
  expect(await readFile(path, 'utf8')).toBe('');
  disk.freeBytes = Number.POSITIVE_INFINITY;
  await journal.append(DAY, sequence(1, 3));
  expect(await written(path)).toBe(
    headerOf(DAY) +
      sequence(1, 3)
        .map((event) => lineOf(event))
        .join(''),
  );
});

test('refuses an append when the disk takes no bytes without reporting an error', async () => {
  const { disk, journal } = await office();
  disk.write = async () => 0;
  await expect(journal.append(DAY, [paused(1)])).rejects.toThrow(/takes no more bytes/);
});

describe.each([
  ['open', 'EROFS', /read-only/],
  ['open', 'EACCES', /may not write here/],
  ['open', 'ENOENT', /is gone/],
  ['write', 'ENOSPC', /is full/],
  ['write', 'EIO', /input\/output error/],
  ['datasync', 'EIO', /input\/output error/],
] as const)('%s fails with %s', (operation, code, words) => {
  test('every caller of the write gets an error with a text, and the next append succeeds when the disk works', async () => {
    const { folder, journal, disk } = await office(new FaultyDisk({ syncsWrites: false }));
    await journal.append(DAY, sequence(1, 2));
    await journal.close();
    disk.failures = { [operation]: code };
    const callers = sequence(3, 5).map((event) => journal.append(DAY, [event]));
    for (const outcome of await Promise.allSettled(callers)) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { name: 'StorageError', message: expect.stringMatching(words) },
      });
    }
    expect(await journal.read(DAY)).toEqual(sequence(1, 2));
    disk.failures = {};
    await journal.append(DAY, [paused(3, 'khác')]);
    await journal.close();
    const restarted = journalIn(folder);
    expect(await restarted.read(DAY)).toEqual([...sequence(1, 2), paused(3, 'khác')]);
  });
});

test('an append without events fails on a disk that became read-only, and does not change the file', async () => {
  const { path, journal, disk } = await office();
  await journal.append(DAY, [paused(1)]);
  await journal.close();
  const before = await readFile(path);
  await journal.append(DAY, []);
  disk.failures = { open: 'EROFS' };
  await expect(journal.append(DAY, [])).rejects.toThrow(/The disk is read-only/);
  expect(await readFile(path)).toEqual(before);
  disk.failures = {};
  await journal.append(DAY, [paused(2)]);
  expect(await journal.read(DAY)).toEqual(sequence(1, 2));
});

test('bytes of a refused append that could not be cut off at once are cut off before the next write, also of another day', async () => {
  const { folder, journal, disk } = await office(new FaultyDisk({ syncsWrites: false }));
  await journal.append(DAY, sequence(1, 2));
  disk.failures = { datasync: 'EIO', truncate: 'EIO' };
  await expect(journal.append(DAY, [paused(3)])).rejects.toThrow(StorageError);
  expect(await readFile(join(folder, `${DAY}.jsonl`), 'utf8')).toContain('"seq":3');
  expect(await journal.read(DAY)).toEqual(sequence(1, 2));
  await expect(journal.append(NEXT_DAY, [paused(1)])).rejects.toThrow(StorageError);
  expect(await journal.read(NEXT_DAY)).toEqual([]);
  disk.failures = {};
  await journal.append(NEXT_DAY, [paused(1)]);
  expect(await journal.read(DAY)).toEqual(sequence(1, 2));
});

test('a day whose file is gone while the program runs is not created anew', async () => {
  const { folder, path, journal, disk } = await office();
  await journal.append(DAY, sequence(1, 2));
  disk.failures = { write: 'EIO' };
  await expect(journal.append(DAY, [paused(3)])).rejects.toThrow(StorageError);
  disk.failures = {};
  await rename(folder, `${folder}-unplugged`);
  await expect(journal.append(DAY, [paused(3)])).rejects.toThrow(/gone\. Connect the disk again/);
  await expect(journal.read(DAY)).rejects.toThrow(StorageError);
  await rename(`${folder}-unplugged`, folder);
  await truncate(path, 30);
  await expect(journal.append(DAY, [paused(3)])).rejects.toThrow(/lost its end/);
  expect((await readFile(path)).length).toBe(30);
});

test('a day whose file vanishes or shrinks between its reading and its first write is not created anew', async () => {
  const { folder, path, journal } = await office();
  await journal.append(DAY, sequence(1, 2));
  await journal.close();
  await journal.read(DAY);
  await rename(path, `${path}-moved`);
  await expect(journal.append(DAY, [paused(3)])).rejects.toThrow(/gone\. Connect the disk again/);
  expect(await readdir(folder)).toEqual([`${DAY}.end`, `${DAY}.jsonl-moved`]);

  await rename(`${path}-moved`, path);
  await journal.read(DAY);
  await truncate(path, 30);
  await expect(journal.append(DAY, [paused(3)])).rejects.toThrow(/lost its end/);
});

test('appends that wait behind a failing write are refused, even if the disk has recovered by then', async () => {
  const { journal, disk } = await office();
  disk.failures = { write: 'EIO' };
  const first = journal.append(DAY, [paused(1)]).finally(() => {
    disk.failures = {};
  });
  const behind = journal.append(NEXT_DAY, [paused(1)]);
  await expect(first).rejects.toThrow(StorageError);
  await expect(behind).rejects.toThrow(StorageError);
  expect(await journal.read(NEXT_DAY)).toEqual([]);
});

test('callers of one turn of the event loop share one write, and share the next one when they append again', async () => {
  const { journal, disk } = await office();
  await journal.append(DAY, [paused(1)]);
  disk.operations.length = 0;
  let last = 1;
  const caller = async (_: unknown, steps: number) => {
    for (let round = 0; round < 3; round++) {
      last += 1;
      await journal.append(DAY, [paused(last)]);
      // Callers need different numbers of turns of promises before they append again.
      for (let step = 0; step < steps; step++) await null;
    }
  };
  await Promise.all(Array.from({ length: 50 }, caller));
  expect(disk.operations).toEqual(['write', 'write', 'write']);
  expect(await journal.read(DAY)).toEqual(sequence(1, 151));
});

test('the names of a new file and its mark are durable before the first event is acknowledged', async () => {
  const { journal, disk } = await office(new FaultyDisk({ syncsWrites: false }));
  await journal.append(DAY, [paused(1)]);
  expect(disk.operations).toEqual(['open', 'sync', 'write', 'datasync']);
  expect(disk.markOperations).toEqual(['open', 'write', 'datasync', 'write', 'datasync']);
});

test('the names of new folders are durable before the first event is acknowledged', async () => {
  const disk = new FaultyDisk({ syncsWrites: false });
  const journal = journalIn(join(await temporaryFolder(), 'data', 'journal'), { disk });
  onTestFinished(() => journal.close());
  await journal.append(DAY, [paused(1)]);
  // The parents of both folders, then the folder of the file.
  expect(disk.operations).toEqual(['sync', 'sync', 'open', 'sync', 'write', 'datasync']);
});

test('a large write is announced in the mark before it, and acknowledged only after a second mark', async () => {
  const { journal, disk } = await office(new FaultyDisk({ syncsWrites: false }));
  await journal.append(DAY, [paused(1)]);
  disk.markOperations.length = 0;
  await journal.append(DAY, sequence(2, 40));
  expect(disk.markOperations).toEqual(['write', 'datasync', 'write', 'datasync']);
});

test('an append is refused when only its mark cannot be written, and succeeds later', async () => {
  const { journal, disk } = await office();
  await journal.append(DAY, [paused(1)]);
  disk.markFailure = 'EIO';
  await expect(journal.append(DAY, [paused(2)])).rejects.toThrow(StorageError);
  expect(await journal.read(DAY)).toEqual([paused(1)]);
  disk.markFailure = null;
  await journal.append(DAY, [paused(2, 'khác')]);
  expect(await journal.read(DAY)).toEqual([paused(1), paused(2, 'khác')]);
});

test.runIf(process.platform === 'linux')(
  'the file is opened with O_DSYNC when writes are not synced separately',
  async () => {
    const { path, journal } = await office();
    await journal.append(DAY, [paused(1)]);
    const name = await realpath(path);
    const flags: number[] = [];
    for (const descriptor of await readdir('/proc/self/fd')) {
      if ((await readlink(`/proc/self/fd/${descriptor}`).catch(() => null)) !== name) continue;
      const info = await readFile(`/proc/self/fdinfo/${descriptor}`, 'utf8');
      flags.push(Number.parseInt(/flags:\s*(\d+)/.exec(info)?.[1] ?? '', 8));
    }
    expect(flags.map((each) => each & constants.O_DSYNC)).toEqual([constants.O_DSYNC]);
  },
);

test('reading a later day returns no events and leaves the file of today open', async () => {
  const { journal, disk } = await office();
  await journal.append(DAY, sequence(1, 2));
  disk.operations.length = 0;
  expect(await journal.read(NEXT_DAY)).toEqual([]);
  await journal.append(DAY, [paused(3)]);
  expect(disk.operations).not.toContain('open');
  expect(await journal.read(DAY)).toEqual(sequence(1, 3));
});

test('an append reserves space for the next ones, and closing a day removes it', async () => {
  const { path, journal } = await office();
  await journal.append(DAY, sequence(1, 5));
  const { size } = await stat(path);
  const text = await written(path);
  expect(size).toBeGreaterThan(2 * text.length);
  await journal.append(DAY, [paused(6)]);
  expect((await stat(path)).size).toBe(size);
  await journal.close();
  expect(await readFile(path, 'utf8')).toBe(text + lineOf(paused(6)));
});

test('the file of a closed day does not change while the next day is written', async () => {
  const { path, journal } = await office();
  await journal.append(DAY, sequence(1, 5));
  await journal.append(NEXT_DAY, sequence(1, 5));
  const before = await readFile(path);
  await journal.append(NEXT_DAY, [paused(6)]);
  await journal.read(DAY);
  expect(await readFile(path)).toEqual(before);
});
