import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Event, EventOf } from '../../server/queue/events.ts';
import type { Session } from '../../shared/office/office.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna } from '../queue/given.ts';
import { ordinaryOffice, TODAY, time } from '../queue/office.ts';
import { Machine, numberOf, type Running, running, settle, typesOf, WatchedJournal } from './running.ts';

const allDay: Session[] = [{ from: '00:00', to: '24:00' }];
const neverClosed = {
  ...ordinaryOffice,
  hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
};
const NEXT_DAY = '2026-11-24';

/** Nobody signs in after a start on a later day: then the clock is believed, and the day that was left open is closed. */
async function unattended({ engine, machine }: Running): Promise<void> {
  await engine.tick();
  machine.pass(5 * MINUTE);
  await engine.tick();
}

describe('a business day', () => {
  it('begins at midnight in the office’s time zone, 17:00 UTC, with its own sequence of numbers', async () => {
    const { journal, machine, issueTicket } = await running('23:59:59', { office: neverClosed });
    expect(await numberOf(issueTicket())).toBe('A001');
    expect(await numberOf(issueTicket())).toBe('A002');
    machine.passTo('2026-11-24 00:00');
    expect(new Date(machine.wall).toISOString()).toBe('2026-11-23T17:00:00.000Z');
    expect(await numberOf(issueTicket())).toBe('A001');
    expect(typesOf(await journal.read(NEXT_DAY))).toEqual(['DayOpened', 'TicketIssued']);
    expect((await journal.read(NEXT_DAY)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('expires the open tickets of the day before in that day’s own sequence and time', async () => {
    const { journal, machine, issueTicket, submit } = await running('23:00', { office: neverClosed });
    await issueTicket();
    await submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
    machine.passTo('2026-11-24 00:00');
    await issueTicket();
    const closing = (await journal.read(TODAY)).slice(-4);
    expect(typesOf(closing)).toEqual(['DayClosed', 'TicketExpired', 'CounterClosed', 'PrintAbandoned']);
    expect(closing.map(({ at }) => at)).toEqual(closing.map(() => time('2026-11-24 00:00') - 1));
  });

  it('ends in its own time however many days the power was off', async () => {
    const { engine, journal, issueTicket } = await running('16:00');
    await issueTicket();
    await engine.stop();
    await unattended(await running('2026-12-02 08:00', { journal }));
    const closing = (await journal.read(TODAY)).at(-1);
    expect([closing?.type, closing?.at]).toEqual(['PrintAbandoned', time('2026-11-24 00:00') - 1]);
    expect(await journal.days()).toEqual([TODAY, '2026-12-02']);
  });

  it('carries over to the next day although a power cut interrupted the opening of that day', async () => {
    const { engine, journal, machine, issueTicket, submit } = await running();
    await issueTicket();
    await submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
    await submit({ type: 'CallNext', counterId: 'c1' }, anna);
    await submit({ type: 'StartServing', counterId: 'c1' }, anna);
    machine.passTo('08:07');
    await submit({ type: 'FinishTicket', counterId: 'c1' }, anna);
    await engine.stop();
    // The day's file exists, but its only line was not written completely.
    vi.spyOn(journal, 'days').mockResolvedValueOnce([TODAY, NEXT_DAY]);
    await unattended(await running('2026-11-24 08:00', { journal }));
    const [opening] = await journal.read(NEXT_DAY);
    expect((opening as EventOf<'DayOpened'>).paces).toEqual({ civil: { mean: 7 * 60_000, variance: 0, seen: 1 } });
    expect(typesOf(await journal.read(TODAY))).toContain('DayClosed');
  });

  it('carries learned paces over to the next day', async () => {
    const { journal, machine, issueTicket, submit } = await running();
    await issueTicket();
    await submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
    await submit({ type: 'CallNext', counterId: 'c1' }, anna);
    await submit({ type: 'StartServing', counterId: 'c1' }, anna);
    machine.passTo('08:07');
    await submit({ type: 'FinishTicket', counterId: 'c1' }, anna);
    machine.passTo('2026-11-24 08:00');
    await issueTicket();
    const [opening] = await journal.read(NEXT_DAY);
    expect((opening as EventOf<'DayOpened'>).paces).toEqual({ civil: { mean: 7 * 60_000, variance: 0, seen: 1 } });
  });

  it('is closed by the tick when the grace time after the last session is over', async () => {
    const { engine, journal, machine, issueTicket } = await running('16:59');
    await issueTicket();
    machine.passTo('17:29:59');
    await engine.tick();
    expect(typesOf(await journal.read(TODAY))).not.toContain('DayClosed');
    machine.passTo('17:30');
    await engine.tick();
    await engine.tick();
    expect(typesOf(await journal.read(TODAY)).slice(2)).toEqual(['DayClosed', 'TicketExpired', 'PrintAbandoned']);
  });
});

describe('the tick', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('calls the listeners every five seconds, and goes on after the disk fails', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { engine, journal, machine, logged } = await running();
    const published: number[] = [];
    engine.subscribe((events) => published.push(events.length));
    vi.advanceTimersByTime(10_000);
    await settle();
    expect(published).toEqual([0, 0]);

    // The events of the day are gone, and nothing can be written.
    vi.spyOn(journal.memory, 'read').mockResolvedValue([]);
    journal.memory.failNext(100);
    machine.passTo('2026-11-24 08:00');
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    vi.advanceTimersByTime(20_000);
    await settle();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(logged.length).toBeGreaterThan(0);
  });
});

describe('a restart', () => {
  it('continues where the journal ends', async () => {
    const { engine, journal, issueTicket, submit } = await running();
    await issueTicket();
    await issueTicket();
    await submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
    await submit({ type: 'CallNext', counterId: 'c1' }, anna);
    await engine.stop();

    const again = await running('08:30', { journal });
    expect(
      await again.engine.read(({ queue: { counters } }) => [...counters.values()].map(({ clerkId }) => clerkId)),
    ).toEqual(['anna']);
    expect(await again.submit({ type: 'StartServing', counterId: 'c1' }, anna)).toMatchObject({ ok: true });
    expect(await numberOf(again.issueTicket())).toBe('A003');
  });

  it('with another set-up records the change once', async () => {
    const { engine, journal } = await running();
    await engine.stop();
    const office = { ...ordinaryOffice, hotline: '113' };
    await (await running('08:00', { journal, office })).engine.stop();
    const third = await running('08:00', { journal, office });
    expect(typesOf(await journal.read(TODAY))).toEqual(['DayOpened', 'OfficeChanged']);
    expect(await third.engine.read(({ queue: state }) => state.office.hotline)).toBe('113');
  });

  it('with the same set-up whose fields are in another order records nothing', async () => {
    const { engine, journal } = await running();
    await engine.stop();
    const { vi, en } = ordinaryOffice.name;
    await running('08:00', { journal, office: { ...ordinaryOffice, name: { en, vi } } });
    expect(typesOf(await journal.read(TODAY))).toEqual(['DayOpened']);
  });

  it('with longer hours reopens a closed day and continues its sequence of numbers', async () => {
    const { engine, journal, machine, issueTicket } = await running('16:59');
    await issueTicket();
    machine.passTo('17:30');
    await engine.tick();
    await engine.stop();

    const office = { ...ordinaryOffice, specialDays: { [TODAY]: [{ from: '07:30', to: '20:00' }] } };
    const again = await running('17:31', { journal, office });
    await again.engine.tick();
    expect(await numberOf(again.issueTicket())).toBe('A002');
    expect(await again.submit({ type: 'OpenCounter', counterId: 'c1' }, anna)).toMatchObject({ ok: true });
    again.machine.passTo('20:30');
    await again.engine.tick();
    expect(typesOf(await journal.read(TODAY)).slice(2)).toEqual([
      'DayClosed',
      'TicketExpired',
      'PrintAbandoned',
      'OfficeChanged',
      'DayReopened',
      'TicketIssued',
      'CounterOpened',
      'DayClosed',
      'TicketExpired',
      'CounterClosed',
      'PrintAbandoned',
    ]);
  });

  it('with the same hours and another text leaves a closed day closed', async () => {
    const { engine, journal, machine } = await running('17:00');
    machine.passTo('17:30');
    await engine.tick();
    await engine.stop();
    const again = await running('17:31', { journal, office: { ...ordinaryOffice, hotline: '113' } });
    await again.engine.tick();
    expect(typesOf(await journal.read(TODAY))).toEqual(['DayOpened', 'DayClosed', 'OfficeChanged']);
  });

  it('of a machine whose clock starts in the past continues from the last known time and reports the clock', async () => {
    const { engine, journal, issueTicket } = await running('10:00');
    await issueTicket();
    await engine.stop();

    const machine = new Machine('2026-01-01 07:00');
    const again = await running('', { journal, machine });
    expect(again.engine.health().clock).toBe('behind');
    machine.elapsed += 5 * 60_000;
    const answer = await again.issueTicket();
    expect(answer.ok && answer.value[0]?.at).toBe(time('10:05'));
    expect(await numberOf(Promise.resolve(answer))).toBe('A002');
    expect(await journal.days()).toEqual([TODAY]);
    machine.setClock('10:06');
    await again.engine.tick();
    expect(again.engine.health().clock).toBe('ok');
  });
});

describe('a clock that is set back', () => {
  it('never leads to an earlier time of events nor to an earlier day', async () => {
    const { engine, journal, machine, issueTicket } = await running('2026-11-24 08:00');
    await issueTicket();
    machine.setClock('2026-11-23 09:00');
    machine.elapsed += 60_000;
    await issueTicket();
    expect((await journal.read(NEXT_DAY)).map(({ at }) => at)).toEqual(
      ['08:00', '08:00', '08:01'].map((clock) => time(`2026-11-24 ${clock}`)),
    );
    expect(await journal.days()).toEqual([NEXT_DAY]);
    expect(engine.health().clock).toBe('behind');
  });
});

describe('a day with damaged lines', () => {
  /** An office that starts again after events were lost from the journal of its day. */
  async function restartedWithout(isLost: (event: Event) => boolean) {
    const intact = await running();
    for (let visitor = 0; visitor < 3; visitor += 1) await intact.issueTicket();
    for (const body of [
      { type: 'OpenCounter', counterId: 'c1' },
      { type: 'CallNext', counterId: 'c1' },
      { type: 'StartServing', counterId: 'c1' },
      { type: 'FinishTicket', counterId: 'c1' },
      { type: 'CloseCounter', counterId: 'c1' },
    ] as const)
      await intact.submit(body, anna);
    await intact.engine.stop();
    const journal = new WatchedJournal();
    const events = await intact.journal.read(TODAY);
    await journal.memory.append(TODAY, events);
    vi.spyOn(journal.memory, 'read').mockImplementation(async (day) =>
      day === TODAY ? events.filter((event) => !isLost(event)) : [],
    );
    return running('09:00', { journal });
  }

  it.each(['DayOpened', 'TicketIssued', 'CounterOpened', 'TicketCalled', 'ServingStarted', 'TicketFinished'])(
    'starts when %s is lost, issues tickets, and the next day opens',
    async (type) => {
      const { issueTicket, machine } = await restartedWithout((event) => event.type === type && event.seq < 12);
      expect(await issueTicket()).toMatchObject({ ok: true });
      machine.passTo('2026-11-24 08:00');
      expect(await numberOf(issueTicket())).toBe('A001');
    },
  );

  it('logs the events that no longer fit in one entry without stacks, once however often the day is read', async () => {
    const { engine, journal, logged, issueTicket } = await restartedWithout(({ seq }) => seq === 2);
    journal.memory.failNext();
    expect(await issueTicket()).toMatchObject({ ok: false });
    expect(logged.filter(({ code }) => code !== 'storage').map(({ text }) => text)).toEqual([
      {
        vi: expect.stringMatching(/^Nhật ký ngày 2026-11-23: 3 sự kiện .*/),
        en: expect.stringMatching(/^Journal of 2026-11-23: .*left out.*: 3 \(.*\)/),
      },
    ]);
    expect(logged).toHaveLength(2);
    expect(engine.journalDamage()).toEqual({ missing: 1, unfit: 3 });
  });
});
