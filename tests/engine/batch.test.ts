import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anna, binh } from '../queue/given.ts';
import { numberOf, running, settle, typesOf } from './running.ts';

describe('the engine', () => {
  it('writes a single command at once, and all others of one turn of the event loop with one append', async () => {
    const { journal, issueTicket } = await running();
    journal.appends.length = 0;
    const numbers = await Promise.all(Array.from({ length: 100 }, () => numberOf(issueTicket())));
    expect(new Set(numbers).size).toBe(100);
    expect(journal.appends.map(({ events }) => events.length)).toEqual([1, 99]);
  });

  it('writes the next commands of callers that were answered together with one append', async () => {
    const { journal, issueTicket } = await running();
    journal.appends.length = 0;
    const caller = async (_: unknown, steps: number) => {
      for (let round = 0; round < 3; round += 1) {
        await issueTicket();
        // Callers need different numbers of turns of promises before their next command.
        for (let step = 0; step < steps; step += 1) await null;
      }
    };
    await Promise.all(Array.from({ length: 50 }, caller));
    expect(journal.appends.map(({ events }) => events.length)).toEqual([1, 50, 50, 49]);
  });

  it('writes commands that arrive during a write with the next append', async () => {
    const { journal, issueTicket } = await running();
    const release = journal.hold();
    journal.appends.length = 0;
    const first = issueTicket();
    await settle();
    const others = [issueTicket(), issueTicket(), issueTicket()];
    await settle();
    release();
    expect(await Promise.all([first, ...others].map(numberOf))).toEqual(['A001', 'A002', 'A003', 'A004']);
    expect(journal.appends.map(({ events }) => events.length)).toEqual([1, 3]);
  });

  it('acknowledges and publishes only when the events are durable', async () => {
    const { engine, journal, issueTicket } = await running();
    const seen: string[] = [];
    engine.subscribe((events) => seen.push(`published ${typesOf(events)}`));
    const release = journal.hold();
    const answer = issueTicket().then(() => seen.push('acknowledged'));
    await settle();
    expect(seen).toEqual([]);
    release();
    await answer;
    await settle();
    expect(seen.sort()).toEqual(['acknowledged', 'published TicketIssued']);
    expect(journal.appends.at(-1)?.events).toHaveLength(1);
  });

  it('shows only durable events to readers', async () => {
    const { engine, journal, issueTicket } = await running();
    const release = journal.hold();
    const answer = issueTicket();
    const reading = engine.read(({ queue: { tickets } }) => tickets.size);
    let read: number | null = null;
    void reading.then((size) => {
      read = size;
    });
    await settle();
    expect(read).toBeNull();
    release();
    await answer;
    expect(await reading).toBe(1);
  });

  it('rejects only the read whose function throws', async () => {
    const { engine, issueTicket } = await running();
    const reading = engine.read(() => {
      throw new Error('a view is broken');
    });
    const answer = issueTicket();
    await expect(reading).rejects.toThrow('a view is broken');
    expect(await numberOf(answer)).toBe('A001');
  });

  it('never assigns one ticket to two clerks who call at the same moment', async () => {
    const { submit, issueTicket } = await running();
    await Promise.all([issueTicket(), issueTicket()]);
    await submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
    await submit({ type: 'OpenCounter', counterId: 'c3' }, binh);
    const calls = await Promise.all([
      submit({ type: 'CallNext', counterId: 'c1' }, anna),
      submit({ type: 'CallNext', counterId: 'c3' }, binh),
    ]);
    const visitors = calls.map((call) => call.ok && 'ticketId' in (call.value[0] ?? {}) && call.value[0]);
    expect(new Set(visitors.map((event) => event && 'ticketId' in event && event.ticketId)).size).toBe(2);
  });

  it('refuses only the command whose rule throws, and executes the others', async () => {
    const { submit, logged, issueTicket } = await running();
    const answers = await Promise.all([issueTicket(), submit({ type: 'Nonsense' } as never), issueTicket()]);
    expect(answers.map((answer) => (answer.ok ? typesOf(answer.value) : answer.rejection.code))).toEqual([
      ['TicketIssued'],
      'InternalError',
      ['TicketIssued'],
    ]);
    expect(logged).toHaveLength(1);
  });

  it('neither publishes nor appends for a refused command', async () => {
    const { engine, journal, issueTicket } = await running();
    const published: unknown[] = [];
    engine.subscribe((events) => published.push(events));
    journal.appends.length = 0;
    expect(await issueTicket('passport')).toEqual({ ok: false, rejection: { code: 'UnknownService' } });
    expect([published, journal.appends]).toEqual([[], []]);
  });

  it('calls every listener although one of them throws, but none that has unsubscribed', async () => {
    const { engine, logged, issueTicket } = await running();
    const published: string[] = [];
    engine.subscribe(() => {
      throw new Error('a screen is broken');
    });
    engine.subscribe((events) => published.push(...typesOf(events)));
    const unsubscribe = engine.subscribe(() => published.push('unsubscribed'));
    unsubscribe();
    await issueTicket();
    await settle();
    expect(published).toEqual(['TicketIssued']);
    expect(logged).toMatchObject([{ code: 'bug', error: { message: 'a screen is broken' } }]);
  });

  it('finishes commands under way when it stops, and refuses later ones', async () => {
    const { engine, journal, issueTicket } = await running();
    const release = journal.hold();
    const answer = issueTicket();
    await settle();
    const stopped = engine.stop();
    release();
    await stopped;
    expect(await numberOf(answer)).toBe('A001');
    expect(await issueTicket()).toEqual({ ok: false, rejection: { code: 'StorageUnavailable' } });
    expect(await engine.read(({ queue: { tickets } }) => tickets.size)).toBe(1);
    expect(journal.appends.flatMap(({ events }) => typesOf(events))).toEqual(['DayOpened', 'TicketIssued']);
  });
});

describe('stopping the engine', () => {
  it.each([0, 1, 2, 3])('waits for a command %i turns of promises after the last answer', async (turns) => {
    const { engine, journal, issueTicket } = await running();
    const follower = issueTicket().then(async () => {
      for (let turn = 0; turn < turns; turn += 1) await null;
      return issueTicket();
    });
    const stopped = engine.stop();
    await stopped;
    const { length } = journal.appends;
    await follower;
    await settle();
    expect(journal.appends).toHaveLength(length);
  });
});

describe('a repeated request id', () => {
  it('gets the same ticket in the same turn of the event loop, later, and after a restart', async () => {
    const { engine, journal, machine, issueTicket } = await running();
    const requestId = randomUUID();
    const first = await issueTicket('civil', requestId);
    expect(await Promise.all([issueTicket('civil', requestId), issueTicket('civil', requestId)])).toEqual([
      first,
      first,
    ]);
    await engine.stop();

    const again = await running('08:00', { journal, machine });
    expect(await again.issueTicket('civil', requestId)).toEqual(first);
    expect(await numberOf(again.issueTicket())).toBe('A002');
  });

  it('leads to one ticket within one write', async () => {
    const { journal, issueTicket } = await running();
    const requestId = randomUUID();
    const [, first, second] = await Promise.all([
      issueTicket(),
      issueTicket('civil', requestId),
      issueTicket('civil', requestId),
    ]);
    expect(first).toEqual(second);
    expect(journal.appends.at(-1)?.events).toHaveLength(1);
  });

  it('is refused for another command', async () => {
    const { submit, issueTicket } = await running();
    const requestId = randomUUID();
    await issueTicket('civil', requestId);
    expect(await submit({ type: 'WithdrawTicket', ticketId: 'any' }, undefined, requestId)).toEqual({
      ok: false,
      rejection: { code: 'RequestIdReused' },
    });
  });

  it('is decided anew after a refusal', async () => {
    const { machine, issueTicket } = await running('07:29:59');
    const requestId = randomUUID();
    expect(await issueTicket('civil', requestId)).toMatchObject({ ok: false });
    machine.passTo('07:30');
    expect(await numberOf(issueTicket('civil', requestId))).toBe('A001');
  });
});
