import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anna, binh } from '../queue/given.ts';
import { numberOf, running, settle, typesOf } from './running.ts';

describe('the engine', () => {
  it('writes what comes in one turn with one append, a lone caller without waiting', async () => {
    const { journal, takes } = await running();
    journal.appends.length = 0;
    const numbers = await Promise.all(Array.from({ length: 100 }, () => numberOf(takes())));
    expect(new Set(numbers).size).toBe(100);
    expect(journal.appends.map(({ events }) => events.length)).toEqual([1, 99]);
  });

  it('writes what callers ask who were answered together with one append too', async () => {
    const { journal, takes } = await running();
    journal.appends.length = 0;
    const caller = async (_: unknown, steps: number) => {
      for (let round = 0; round < 3; round += 1) {
        await takes();
        // Some callers have more to do than others before they ask again.
        for (let step = 0; step < steps; step += 1) await null;
      }
    };
    await Promise.all(Array.from({ length: 50 }, caller));
    expect(journal.appends.map(({ events }) => events.length)).toEqual([1, 50, 50, 49]);
  });

  it('takes up what arrives during a write with the next one', async () => {
    const { journal, takes } = await running();
    const release = journal.hold();
    journal.appends.length = 0;
    const first = takes();
    await settle();
    const others = [takes(), takes(), takes()];
    await settle();
    release();
    expect(await Promise.all([first, ...others].map(numberOf))).toEqual(['A001', 'A002', 'A003', 'A004']);
    expect(journal.appends.map(({ events }) => events.length)).toEqual([1, 3]);
  });

  it('acknowledges and then publishes, both only when the facts are durable', async () => {
    const { engine, journal, takes } = await running();
    const heard: string[] = [];
    engine.subscribe((events) => heard.push(`published ${typesOf(events)}`));
    const release = journal.hold();
    const answer = takes().then(() => heard.push('acknowledged'));
    await settle();
    expect(heard).toEqual([]);
    release();
    await answer;
    await settle();
    expect(heard.sort()).toEqual(['acknowledged', 'published TicketIssued']);
    expect(journal.appends.at(-1)?.events).toHaveLength(1);
  });

  it('shows only durable facts to whoever reads', async () => {
    const { engine, journal, takes } = await running();
    const release = journal.hold();
    const answer = takes();
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

  it('passes an error of the reader on to the reader alone', async () => {
    const { engine, takes } = await running();
    const reading = engine.read(() => {
      throw new Error('a view is broken');
    });
    const answer = takes();
    await expect(reading).rejects.toThrow('a view is broken');
    expect(await numberOf(answer)).toBe('A001');
  });

  it('never gives one visitor to two clerks who press at the same moment', async () => {
    const { order, takes } = await running();
    await Promise.all([takes(), takes()]);
    await order({ type: 'OpenCounter', counterId: 'c1' }, anna);
    await order({ type: 'OpenCounter', counterId: 'c3' }, binh);
    const calls = await Promise.all([
      order({ type: 'CallNext', counterId: 'c1' }, anna),
      order({ type: 'CallNext', counterId: 'c3' }, binh),
    ]);
    const visitors = calls.map((call) => call.ok && 'ticketId' in (call.value[0] ?? {}) && call.value[0]);
    expect(new Set(visitors.map((event) => event && 'ticketId' in event && event.ticketId)).size).toBe(2);
  });

  it('refuses one command when its rule throws, and carries the others out', async () => {
    const { order, logged, takes } = await running();
    const answers = await Promise.all([takes(), order({ type: 'Nonsense' } as never), takes()]);
    expect(answers.map((answer) => (answer.ok ? typesOf(answer.value) : answer.rejection.code))).toEqual([
      ['TicketIssued'],
      'InternalError',
      ['TicketIssued'],
    ]);
    expect(logged).toHaveLength(1);
  });

  it('tells nobody of a refused command, and appends nothing', async () => {
    const { engine, journal, takes } = await running();
    const heard: unknown[] = [];
    engine.subscribe((events) => heard.push(events));
    journal.appends.length = 0;
    expect(await takes('passport')).toEqual({ ok: false, rejection: { code: 'UnknownService' } });
    expect([heard, journal.appends]).toEqual([[], []]);
  });

  it('reaches every listener when one of them throws, and none that has left', async () => {
    const { engine, logged, takes } = await running();
    const heard: string[] = [];
    engine.subscribe(() => {
      throw new Error('a screen is broken');
    });
    engine.subscribe((events) => heard.push(...typesOf(events)));
    const leave = engine.subscribe(() => heard.push('left'));
    leave();
    await takes();
    await settle();
    expect(heard).toEqual(['TicketIssued']);
    expect(logged).toMatchObject([{ code: 'bug', error: { message: 'a screen is broken' } }]);
  });

  it('finishes what is under way when it stops, and refuses what comes later', async () => {
    const { engine, journal, takes } = await running();
    const release = journal.hold();
    const answer = takes();
    await settle();
    const stopped = engine.stop();
    release();
    await stopped;
    expect(await numberOf(answer)).toBe('A001');
    expect(await takes()).toEqual({ ok: false, rejection: { code: 'StorageUnavailable' } });
    expect(await engine.read(({ queue: { tickets } }) => tickets.size)).toBe(1);
    expect(journal.appends.flatMap(({ events }) => typesOf(events))).toEqual(['DayOpened', 'TicketIssued']);
  });
});

describe('a stop', () => {
  it.each([0, 1, 2, 3])('waits for an order that comes %i turns of promises after the last answer', async (hops) => {
    const { engine, journal, takes } = await running();
    const follower = takes().then(async () => {
      for (let hop = 0; hop < hops; hop += 1) await null;
      return takes();
    });
    const stopped = engine.stop();
    await stopped;
    const { length } = journal.appends;
    await follower;
    await settle();
    expect(journal.appends).toHaveLength(length);
  });
});

describe('a request id that comes again', () => {
  it('gets the same ticket: in the same turn, later, and after a restart', async () => {
    const { engine, journal, machine, takes } = await running();
    const requestId = randomUUID();
    const first = await takes('civil', requestId);
    expect(await Promise.all([takes('civil', requestId), takes('civil', requestId)])).toEqual([first, first]);
    await engine.stop();

    const again = await running('08:00', { journal, machine });
    expect(await again.takes('civil', requestId)).toEqual(first);
    expect(await numberOf(again.takes())).toBe('A002');
  });

  it('twice in one write leads to one ticket', async () => {
    const { journal, takes } = await running();
    const requestId = randomUUID();
    const [, first, second] = await Promise.all([takes(), takes('civil', requestId), takes('civil', requestId)]);
    expect(first).toEqual(second);
    expect(journal.appends.at(-1)?.events).toHaveLength(1);
  });

  it('for something else is refused', async () => {
    const { order, takes } = await running();
    const requestId = randomUUID();
    await takes('civil', requestId);
    expect(await order({ type: 'WithdrawTicket', ticketId: 'any' }, undefined, requestId)).toEqual({
      ok: false,
      rejection: { code: 'RequestIdReused' },
    });
  });

  it('after a refusal is decided anew', async () => {
    const { machine, takes } = await running('07:29:59');
    const requestId = randomUUID();
    expect(await takes('civil', requestId)).toMatchObject({ ok: false });
    machine.says('07:30');
    expect(await numberOf(takes('civil', requestId))).toBe('A001');
  });
});
