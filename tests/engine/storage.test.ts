import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../server/journal/journal.ts';
import { entryOf } from '../../server/log.ts';
import { ordinaryOffice, TODAY } from '../queue/office.ts';
import { numberOf, running, settle, typesOf, WatchedJournal } from './running.ts';

const unavailable = { ok: false, rejection: { code: 'StorageUnavailable' } };

const FULL = new StorageError({ vi: 'Ổ đĩa đầy.', en: 'The disk is full, says the test.' });

describe('a failed append', () => {
  it('refuses all its commands, drops their events and is reported until an append works again', async () => {
    const { engine, journal, issueTicket, logged } = await running();
    await issueTicket();
    await settle();
    journal.memory.failNext(2);
    expect(await Promise.all([issueTicket(), issueTicket(), issueTicket()])).toEqual([
      unavailable,
      unavailable,
      unavailable,
    ]);
    expect(engine.health().storage).toBe('unavailable');
    expect(await engine.read(({ queue: { tickets, lastSeq } }) => [tickets.size, lastSeq])).toEqual([1, 2]);
    expect(logged).toHaveLength(2);

    expect(await numberOf(issueTicket())).toBe('A002');
    expect(engine.health().storage).toBe('ok');
    expect(typesOf(await journal.read(TODAY))).toEqual(['DayOpened', 'TicketIssued', 'TicketIssued']);
  });

  it('is published as a change of health without events', async () => {
    const { engine, journal, issueTicket } = await running();
    const published: unknown[] = [];
    engine.subscribe((events) => published.push([engine.health().storage, events]));
    journal.memory.failNext();
    await issueTicket();
    await settle();
    expect(published).toEqual([['unavailable', []]]);
  });

  it('ends with a tick that can write again, which the journal records', async () => {
    const { engine, journal, issueTicket } = await running();
    journal.memory.failNext(2);
    await issueTicket();
    await engine.tick();
    expect(engine.health().storage).toBe('unavailable');
    await engine.tick();
    expect(engine.health().storage).toBe('ok');
    expect(typesOf(await journal.read(TODAY))).toEqual(['DayOpened', 'StorageRecovered']);
  });

  it('at midnight leads to one closing of the old day and to the new day as soon as the disk works', async () => {
    const { engine, journal, machine, issueTicket } = await running('16:00');
    await issueTicket();
    machine.passTo('2026-11-24 08:00');
    const append = journal.memory.append.bind(journal.memory);
    let full = true;
    vi.spyOn(journal.memory, 'append').mockImplementation(async (day, events) => {
      if (full && day !== TODAY) throw FULL;
      await append(day, events);
    });
    expect(await issueTicket()).toEqual(unavailable);
    full = false;
    expect(await numberOf(issueTicket())).toBe('A001');
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

describe('a journal that cannot be read', () => {
  it('leads to refused commands and the last known state until it can be read again', async () => {
    const { engine, journal, issueTicket } = await running();
    await issueTicket();
    const shown: number[] = [];
    engine.subscribe((_, { queue }) => shown.push(queue.tickets.size));
    journal.memory.failNext();
    journal.readingFails = new StorageError({ vi: 'Lỗi ổ đĩa.', en: 'The disk is gone, says the test.' });
    expect(await issueTicket()).toEqual(unavailable);
    expect(await issueTicket()).toEqual(unavailable);
    expect(await engine.read(({ queue: { day, tickets, lastSeq } }) => [day, tickets.size, lastSeq])).toEqual([
      TODAY,
      1,
      2,
    ]);
    expect(new Set(shown)).toEqual(new Set([1]));
    journal.readingFails = null;
    expect(await numberOf(issueTicket())).toBe('A002');
  });
});

describe('a bug in the journal', () => {
  it('refuses the batch with InternalError, leaves the storage health ok and restores the state', async () => {
    const { engine, journal, issueTicket } = await running();
    vi.spyOn(journal.memory, 'append').mockRejectedValueOnce(new TypeError('a bug'));
    expect(await issueTicket()).toEqual({ ok: false, rejection: { code: 'InternalError' } });
    expect(engine.health().storage).toBe('ok');
    expect(await numberOf(issueTicket())).toBe('A001');
  });
});

describe('starting the engine', () => {
  it('fails with the journal’s error when the day cannot be opened', async () => {
    const journal = new WatchedJournal();
    journal.memory.failNext();
    await expect(running('08:00', { journal })).rejects.toThrow(FULL);
  });

  it('fails with the journal’s error when the next day cannot be opened', async () => {
    const { engine, journal } = await running();
    await engine.stop();
    journal.memory.failNext();
    await expect(running('2026-11-24 08:00', { journal })).rejects.toThrow('The disk is full, says the test.');
  });

  it('in the middle of a day on a disk that cannot be written shows the state and reports the storage', async () => {
    const first = await running();
    await first.issueTicket();
    await first.engine.stop();
    const { journal } = first;
    journal.memory.failNext();
    const { engine, logged, issueTicket } = await running('09:00', { journal });
    expect(engine.health().storage).toBe('unavailable');
    expect(logged).toEqual([entryOf(FULL)]);
    expect(await engine.read(({ queue: { tickets } }) => tickets.size)).toBe(1);
    expect(await numberOf(issueTicket())).toBe('A002');
    expect(engine.health().storage).toBe('ok');
  });

  it('fails when a change of set-up cannot be stored', async () => {
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
