import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Journal, StorageError } from '../../server/journal/journal.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { Event } from '../../server/queue/events.ts';
import { temporaryFolder } from '../folder.ts';
import { DAY, journalIn, NEXT_DAY, paused, sequence } from './events.ts';
import { FaultyDisk } from './file/faulty-disk.ts';

interface Subject {
  journal: Journal<Event>;
  /** Makes appends fail until the returned function is called. */
  breakStorage(): () => void;
}

async function fileSubject(): Promise<Subject> {
  const disk = new FaultyDisk();
  const journal = journalIn(await temporaryFolder(), { disk });
  onTestFinished(() => journal.close());
  return {
    journal,
    breakStorage: () => {
      disk.freeBytes = 100;
      return () => {
        disk.freeBytes = Number.POSITIVE_INFINITY;
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
  test('has no days at first and no events on an unknown day', async () => {
    const { journal } = await subject();
    expect(await journal.days()).toEqual([]);
    expect(await journal.read(DAY)).toEqual([]);
  });

  test('returns appended events in order', async () => {
    const { journal } = await subject();
    await journal.append(DAY, sequence(1, 3));
    await journal.append(DAY, [paused(4)]);
    expect(await journal.read(DAY)).toEqual(sequence(1, 4));
  });

  test('keeps the events of each day and lists the days, oldest first', async () => {
    const { journal } = await subject();
    await journal.append(NEXT_DAY, sequence(1, 2));
    await journal.append(DAY, sequence(1, 3));
    await journal.append(NEXT_DAY, sequence(3, 4));
    expect(await journal.days()).toEqual([DAY, NEXT_DAY]);
    expect(await journal.read(DAY)).toEqual(sequence(1, 3));
    expect(await journal.read(NEXT_DAY)).toEqual(sequence(1, 4));
  });

  test('writes overlapping appends in the order of the calls, also when the day changes', async () => {
    const { journal } = await subject();
    await Promise.all([
      ...sequence(1, 60).map((event) => journal.append(DAY, [event])),
      ...sequence(1, 60).map((event) => journal.append(NEXT_DAY, [event])),
    ]);
    expect(await journal.read(DAY)).toEqual(sequence(1, 60));
    expect(await journal.read(NEXT_DAY)).toEqual(sequence(1, 60));
  });

  test('creates no day by an append without events', async () => {
    const { journal } = await subject();
    await journal.append(DAY, []);
    expect(await journal.days()).toEqual([]);
  });

  test('does not change when a reader changes the returned array', async () => {
    const { journal } = await subject();
    await journal.append(DAY, sequence(1, 2));
    (await journal.read(DAY)).length = 0;
    expect(await journal.read(DAY)).toEqual(sequence(1, 2));
  });

  test('stores every text unchanged, with any letters and control characters', async () => {
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

  test('throws for events that leave a gap in the sequence or repeat a number', async () => {
    const { journal } = await subject();
    await journal.append(DAY, sequence(1, 2));
    await expect(journal.append(DAY, [paused(4)])).rejects.toThrow('event 4 cannot follow event 2');
    await expect(journal.append(DAY, [paused(2)])).rejects.toThrow('event 2 cannot follow event 2');
    await journal.append(DAY, [paused(3)]);
    expect(await journal.read(DAY)).toEqual(sequence(1, 3));
  });

  test('holds no event of a refused append and accepts the next one', async () => {
    const { journal, breakStorage } = await subject();
    await journal.append(DAY, sequence(1, 2));
    const repair = breakStorage();
    await expect(journal.append(DAY, sequence(3, 5))).rejects.toThrow(StorageError);
    expect(await journal.read(DAY)).toEqual(sequence(1, 2));
    await expect(journal.append(DAY, sequence(3, 5))).rejects.toThrow(StorageError);
    repair();
    await journal.append(DAY, [paused(3, 'khác')]);
    expect(await journal.read(DAY)).toEqual([...sequence(1, 2), paused(3, 'khác')]);
  });

  test('refuses appends that wait behind a refused append, because they depend on it', async () => {
    const { journal, breakStorage } = await subject();
    const repair = breakStorage();
    const appends = [
      journal.append(DAY, sequence(1, 3)),
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
    await journal.append(DAY, sequence(1, 1));
    expect(await journal.read(DAY)).toEqual(sequence(1, 1));
  });
});
