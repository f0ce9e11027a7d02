import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../server/journal/journal.ts';
import { entryOf } from '../../server/log.ts';
import { ordinaryOffice, TODAY } from '../queue/office.ts';
import { numberOf, running, settle, typesOf, WatchedJournal } from './running.ts';

const unavailable = { ok: false, rejection: { code: 'StorageUnavailable' } };

const FULL = new StorageError({ vi: 'Ổ đĩa đầy.', en: 'The disk is full, says the test.' });

describe('a failed append', () => {
  it('refuses everything in it, takes it back, and says so until an append works again', async () => {
    const { engine, journal, takes, logged } = await running();
    await takes();
    await settle();
    journal.memory.failNext(2);
    expect(await Promise.all([takes(), takes(), takes()])).toEqual([unavailable, unavailable, unavailable]);
    expect(engine.health().storage).toBe('unavailable');
    expect(await engine.read(({ queue: { tickets, lastSeq } }) => [tickets.size, lastSeq])).toEqual([1, 2]);
    expect(logged).toHaveLength(2);

    expect(await numberOf(takes())).toBe('A002');
    expect(engine.health().storage).toBe('ok');
    expect(typesOf(await journal.read(TODAY))).toEqual(['DayOpened', 'TicketIssued', 'TicketIssued']);
  });

  it('is published as a change of health, without the facts', async () => {
    const { engine, journal, takes } = await running();
    const heard: unknown[] = [];
    engine.subscribe((events) => heard.push([engine.health().storage, events]));
    journal.memory.failNext();
    await takes();
    await settle();
    expect(heard).toEqual([['unavailable', []]]);
  });

  it('is over when a tick finds the disk working, which the journal notes', async () => {
    const { engine, journal, takes } = await running();
    journal.memory.failNext(2);
    await takes();
    await engine.tick();
    expect(engine.health().storage).toBe('unavailable');
    await engine.tick();
    expect(engine.health().storage).toBe('ok');
    expect(typesOf(await journal.read(TODAY))).toEqual(['DayOpened', 'StorageRecovered']);
  });

  it('at midnight closes the old day once and opens the new one as soon as it can', async () => {
    const { engine, journal, machine, takes } = await running('16:00');
    await takes();
    machine.says('2026-11-24 08:00');
    const append = journal.memory.append.bind(journal.memory);
    let full = true;
    vi.spyOn(journal.memory, 'append').mockImplementation(async (day, events) => {
      if (full && day !== TODAY) throw FULL;
      await append(day, events);
    });
    expect(await takes()).toEqual(unavailable);
    full = false;
    expect(await numberOf(takes())).toBe('A001');
    expect(typesOf(await journal.read(TODAY))).toEqual([
      'DayOpened',
      'TicketIssued',
      'DayClosed',
      'TicketExpired',
      'PrintAbandoned',
    ]);
    expect(typesOf(await journal.read('2026-11-24'))).toEqual(['DayOpened', 'TicketIssued']);
    expect(engine.health().storage).toBe('ok');
  });
});

describe('a journal that cannot even be read', () => {
  it('refuses orders and shows what was known until it can', async () => {
    const { engine, journal, takes } = await running();
    await takes();
    const shown: number[] = [];
    engine.subscribe((_, { queue }) => shown.push(queue.tickets.size));
    journal.memory.failNext();
    journal.readingFails = new StorageError({ vi: 'Lỗi ổ đĩa.', en: 'The disk is gone, says the test.' });
    expect(await takes()).toEqual(unavailable);
    expect(await takes()).toEqual(unavailable);
    expect(await engine.read(({ queue: { day, tickets, lastSeq } }) => [day, tickets.size, lastSeq])).toEqual([
      TODAY,
      1,
      2,
    ]);
    expect(new Set(shown)).toEqual(new Set([1]));
    journal.readingFails = null;
    expect(await numberOf(takes())).toBe('A002');
  });
});

describe('a bug below the engine', () => {
  it('refuses the batch as an error, without blaming the disk, and the state is true again', async () => {
    const { engine, journal, takes } = await running();
    vi.spyOn(journal.memory, 'append').mockRejectedValueOnce(new TypeError('a bug'));
    expect(await takes()).toEqual({ ok: false, rejection: { code: 'InternalError' } });
    expect(engine.health().storage).toBe('ok');
    expect(await numberOf(takes())).toBe('A001');
  });
});

describe('starting', () => {
  it('fails with the journal’s own words when the day cannot be opened', async () => {
    const journal = new WatchedJournal();
    journal.memory.failNext();
    await expect(running('08:00', { journal })).rejects.toThrow(FULL);
  });

  it('fails with the journal’s own words when the next day cannot be opened', async () => {
    const { engine, journal } = await running();
    await engine.stop();
    journal.memory.failNext();
    await expect(running('2026-11-24 08:00', { journal })).rejects.toThrow('The disk is full, says the test.');
  });

  it('in the middle of a day shows the office and says from the first moment that nothing can be stored', async () => {
    const first = await running();
    await first.takes();
    await first.engine.stop();
    const { journal } = first;
    journal.memory.failNext();
    const { engine, logged, takes } = await running('09:00', { journal });
    expect(engine.health().storage).toBe('unavailable');
    expect(logged).toEqual([entryOf(FULL)]);
    expect(await engine.read(({ queue: { tickets } }) => tickets.size)).toBe(1);
    expect(await numberOf(takes())).toBe('A002');
    expect(engine.health().storage).toBe('ok');
  });

  it('fails rather than forget a change of set-up', async () => {
    const { engine, journal } = await running();
    await engine.stop();
    journal.memory.failNext();
    const office = { ...ordinaryOffice, hotline: '113' };
    await expect(running('08:00', { journal, office })).rejects.toThrow('The disk is full, says the test.');
  });

  it('fails when the journal cannot be read', async () => {
    const { engine, journal } = await running();
    await engine.stop();
    journal.readingFails = new StorageError({ vi: 'Lỗi ổ đĩa.', en: 'The disk is gone, says the test.' });
    await expect(running('08:00', { journal })).rejects.toThrow('The disk is gone, says the test.');
  });
});
