import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Journal, StorageError } from '../../server/journal/journal.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { Event } from '../../server/queue/events.ts';
import { temporaryFolder } from '../folder.ts';
import { DAY, journalIn, NEXT_DAY, paused, series } from './events.ts';
import { FaultyDisk } from './file/faulty-disk.ts';

interface Subject {
  journal: Journal<Event>;
  /** Puts the storage in trouble until the returned function is called. */
  breakStorage(): () => void;
}

async function fileSubject(): Promise<Subject> {
  const disk = new FaultyDisk();
  const journal = journalIn(await temporaryFolder(), { disk });
  onTestFinished(() => journal.close());
  return {
    journal,
    breakStorage: () => {
      disk.room = 100;
      return () => {
        disk.room = Number.POSITIVE_INFINITY;
      };
    },
  };
}

async function memorySubject(): Promise<Subject> {
  const journal = new MemoryJournal<Event>();
  return {
    journal,
    breakStorage: () => {
      journal.failNext(Number.POSITIVE_INFINITY);
      return () => journal.failNext(0);
    },
  };
}

describe.each([
  ['the file journal', fileSubject],
  ['the memory journal', memorySubject],
])('%s', (_, subject) => {
  test('holds no day at first, and an unknown day is empty', async () => {
    const { journal } = await subject();
    expect(await journal.days()).toEqual([]);
    expect(await journal.read(DAY)).toEqual([]);
  });

  test('gives back what was appended, in order', async () => {
    const { journal } = await subject();
    await journal.append(DAY, series(1, 3));
    await journal.append(DAY, [paused(4)]);
    expect(await journal.read(DAY)).toEqual(series(1, 4));
  });

  test('keeps the days apart and lists them, oldest first', async () => {
    const { journal } = await subject();
    await journal.append(NEXT_DAY, series(1, 2));
    await journal.append(DAY, series(1, 3));
    await journal.append(NEXT_DAY, series(3, 4));
    expect(await journal.days()).toEqual([DAY, NEXT_DAY]);
    expect(await journal.read(DAY)).toEqual(series(1, 3));
    expect(await journal.read(NEXT_DAY)).toEqual(series(1, 4));
  });

  test('takes overlapping appends in the order of the calls, over the change of a day too', async () => {
    const { journal } = await subject();
    await Promise.all([
      ...series(1, 60).map((event) => journal.append(DAY, [event])),
      ...series(1, 60).map((event) => journal.append(NEXT_DAY, [event])),
    ]);
    expect(await journal.read(DAY)).toEqual(series(1, 60));
    expect(await journal.read(NEXT_DAY)).toEqual(series(1, 60));
  });

  test('makes no day of an append without events', async () => {
    const { journal } = await subject();
    await journal.append(DAY, []);
    expect(await journal.days()).toEqual([]);
  });

  test('is not changed by what a reader does with the array', async () => {
    const { journal } = await subject();
    await journal.append(DAY, series(1, 2));
    (await journal.read(DAY)).length = 0;
    expect(await journal.read(DAY)).toEqual(series(1, 2));
  });

  test('carries every text, whatever its letters and control characters', async () => {
    const { journal } = await subject();
    let last = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (reason) => {
        last += 1;
        await journal.append(DAY, [paused(last, reason)]);
        expect((await journal.read(DAY)).at(-1)).toEqual(paused(last, reason));
      }),
      { numRuns: 50 },
    );
  });

  test('refuses events that leave a gap or repeat a number, as the bug they are', async () => {
    const { journal } = await subject();
    await journal.append(DAY, series(1, 2));
    await expect(journal.append(DAY, [paused(4)])).rejects.toThrow('event 4 cannot follow event 2');
    await expect(journal.append(DAY, [paused(2)])).rejects.toThrow('event 2 cannot follow event 2');
    await journal.append(DAY, [paused(3)]);
    expect(await journal.read(DAY)).toEqual(series(1, 3));
  });

  test('holds nothing of a refused append and takes the next one', async () => {
    const { journal, breakStorage } = await subject();
    await journal.append(DAY, series(1, 2));
    const repair = breakStorage();
    await expect(journal.append(DAY, series(3, 5))).rejects.toThrow(StorageError);
    expect(await journal.read(DAY)).toEqual(series(1, 2));
    await expect(journal.append(DAY, series(3, 5))).rejects.toThrow(StorageError);
    repair();
    await journal.append(DAY, [paused(3, 'khác')]);
    expect(await journal.read(DAY)).toEqual([...series(1, 2), paused(3, 'khác')]);
  });

  test('refuses what was appended behind a refused append, for it followed from it', async () => {
    const { journal, breakStorage } = await subject();
    const repair = breakStorage();
    const appends = [
      journal.append(DAY, series(1, 3)),
      journal.append(DAY, [paused(4)]),
      journal.append(NEXT_DAY, [paused(1)]),
    ];
    expect((await Promise.allSettled(appends)).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ]);
    repair();
    expect(await journal.days()).toEqual([]);
    await journal.append(DAY, series(1, 1));
    expect(await journal.read(DAY)).toEqual(series(1, 1));
  });
});
