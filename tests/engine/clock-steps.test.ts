// What happens to an office when somebody, or a dead battery, sets the machine's clock.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import type { Event, EventOf } from '../../server/queue/events.ts';
import { clockQuestionView } from '../../server/queue/views/clock.ts';
import type { Session } from '../../shared/office/office.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna, lan } from '../queue/given.ts';
import { ordinaryOffice, TODAY, time } from '../queue/office.ts';
import { Machine, numberOf, type Running, running, typesOf, WatchedJournal } from './running.ts';

const HOUR = 60 * MINUTE;
const allDay: Session[] = [{ from: '00:00', to: '24:00' }];
const neverClosed = {
  ...ordinaryOffice,
  hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
};
const question = ({ engine }: Running) => engine.read(({ queue }, at) => clockQuestionView(queue, at));
const now = ({ engine }: Running) => engine.read((_, at) => at);
const dayOf = ({ engine }: Running) => engine.read(({ queue }) => queue.day);
const lastOf = <Type extends Event['type']>(events: readonly Event[], type: Type) =>
  events.findLast((event): event is EventOf<Type> => event.type === type);

/** Three visitors, of whom one is called. */
async function busy(at: string): Promise<Running> {
  const office = await running(at);
  for (let visitor = 0; visitor < 3; visitor += 1) await office.issueTicket();
  await office.submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
  await office.submit({ type: 'CallNext', counterId: 'c1' }, anna);
  return office;
}

async function answer(office: Running, trust: 'machine' | 'office', actor = lan) {
  const asked = await question(office);
  const body: CommandBody = { type: 'AnswerClock', questionId: asked?.id ?? 0, trust };
  return office.submit(body, actor);
}

describe('a clock that leaps forward', () => {
  it('ends no ticket and starts no new numbers until a supervisor has said which time is right', async () => {
    const office = await busy('08:00');
    office.machine.setClock('2026-11-25 08:00');
    await office.engine.tick();
    office.machine.pass(MINUTE);
    await office.engine.tick();
    expect(await numberOf(office.issueTicket())).toBe('A004');
    expect(await office.submit({ type: 'StartServing', counterId: 'c1' }, anna)).toMatchObject({ ok: true });
    expect(await office.submit({ type: 'FinishTicket', counterId: 'c1' }, anna)).toMatchObject({ ok: true });
    expect(await office.journal.days()).toEqual([TODAY]);
    expect(office.engine.health().clock).toBe('ahead');
    expect(await question(office)).toMatchObject({
      officeTime: time('08:01'),
      machineTime: time('2026-11-25 08:01'),
      ends: { session: true, day: true, counters: 1 },
    });
    expect(office.logged.map(({ code }) => code)).toEqual(['clock-in-doubt']);
  });

  it('is forgotten when it lasted six seconds, although that was in 2036', async () => {
    const office = await busy('08:00');
    office.machine.setClock('2036-03-03 08:00');
    await office.engine.tick();
    office.machine.pass(6_000);
    await office.engine.tick();
    office.machine.setClock('08:00:06');
    await office.engine.tick();
    expect(await question(office)).toBeNull();
    expect(await office.journal.days()).toEqual([TODAY]);
    expect(await numberOf(office.issueTicket())).toBe('A004');
    const events = await office.journal.read(TODAY);
    expect(lastOf(events, 'ClockSettled')).toMatchObject({ because: 'machine-returned', trust: 'office', shift: 0 });
    expect(typesOf(events)).not.toContain('DayClosed');
    expect(office.engine.health().clock).toBe('ok');
  });

  it('is followed when a supervisor says so, and the log of the day names who', async () => {
    const office = await busy('08:00');
    office.machine.setClock('2026-11-25 08:00');
    await office.engine.tick();
    expect(await answer(office, 'machine')).toMatchObject({ ok: true });
    expect(await dayOf(office)).toBe('2026-11-25');
    const events = await office.journal.read(TODAY);
    expect(lastOf(events, 'ClockSettled')).toMatchObject({ by: 'staff:lan', because: 'supervisor', trust: 'machine' });
    expect(typesOf(events).filter((type) => type === 'TicketExpired')).toHaveLength(3);
    expect(await numberOf(office.issueTicket())).toBe('A001');
    expect(await answer(office, 'machine')).toEqual({ ok: false, rejection: { code: 'NoClockQuestion' } });
  });

  it('is not followed when a supervisor calls the office’s time right, and nobody is asked again', async () => {
    const office = await busy('08:00');
    office.machine.setClock('2026-11-25 08:00');
    await office.engine.tick();
    await answer(office, 'office');
    office.machine.pass(HOUR);
    await office.engine.tick();
    expect(await question(office)).toBeNull();
    expect(await now(office)).toBe(time('09:00'));
    expect(office.engine.health().clock).toBe('wrong');
    office.machine.setClock('09:00');
    await office.engine.tick();
    expect(office.engine.health().clock).toBe('ok');
  });

  it('within a session moves all moments, so that waits stay as long as they were', async () => {
    const office = await busy('08:00');
    office.machine.pass(10 * MINUTE);
    office.machine.setClock('09:10');
    await office.engine.tick();
    expect(await now(office)).toBe(time('09:10'));
    const times = await office.engine.read(({ queue }) => [...queue.tickets.values()].map(({ cameAt }) => cameAt));
    expect(times).toEqual([time('09:00'), time('09:00'), time('09:00')]);
    expect(lastOf(await office.journal.read(TODAY), 'ClockSettled')).toMatchObject({ because: 'ends-nothing' });
  });
});

describe('a single step of any size', () => {
  it('ends no ticket and gives no number twice while it is not answered, and is forgotten when the clock returns', async () => {
    const minutes = fc.oneof(fc.integer({ min: -1_440, max: 1_440 }), fc.integer({ min: -5_000_000, max: 5_000_000 }));
    await fc.assert(
      fc.asyncProperty(minutes, fc.array(fc.nat(90), { minLength: 1, maxLength: 20 }), async (step, passes) => {
        const office = await running('08:00', { office: neverClosed });
        office.clockCheck.deskClocks = () => [null];
        const numbers = [await numberOf(office.issueTicket())];
        office.machine.wall += step * MINUTE;
        for (const seconds of passes) {
          office.machine.pass(seconds * 1_000);
          await office.engine.tick();
          numbers.push(await numberOf(office.issueTicket()));
        }
        office.machine.wall -= step * MINUTE;
        await office.engine.tick();
        numbers.push(await numberOf(office.issueTicket()));
        expect(numbers).toEqual(numbers.map((_, index) => `A${String(index + 1).padStart(3, '0')}`));
        const tickets = await office.engine.read(({ queue }) => [...queue.tickets.values()]);
        expect(tickets.map(({ status }) => status)).toEqual(numbers.map(() => 'waiting'));
        expect(tickets.map(({ cameAt }) => cameAt)).toEqual(tickets.map(({ cameAt }) => cameAt).sort((a, b) => a - b));
        expect(await dayOf(office)).toBe(TODAY);
        expect(office.engine.health().clock).toBe('ok');
        await office.engine.stop();
      }),
      { numRuns: 60 },
    );
  });
});

describe('a clock that was hours ahead and is set right', () => {
  it('does not keep the office closed, and the day goes on with its numbers', async () => {
    const office = await running('15:00');
    await office.issueTicket();
    office.machine.passTo('17:30');
    await office.engine.tick();
    expect(typesOf(await office.journal.read(TODAY))).toContain('DayClosed');
    office.machine.setClock('10:30');
    await office.engine.tick();
    await office.engine.tick();
    expect(await now(office)).toBe(time('10:30'));
    expect(await numberOf(office.issueTicket())).toBe('A002');
  });

  it('leaves the visitors who wait in their order, before those who come later', async () => {
    const office = await busy('15:00');
    office.machine.setClock('08:00');
    await office.engine.tick();
    expect(await question(office)).toBeNull();
    office.machine.pass(MINUTE);
    await office.issueTicket();
    await office.submit({ type: 'MissTicket', counterId: 'c1' }, anna);
    const called = await office.submit({ type: 'CallNext', counterId: 'c1' }, anna);
    const order = await office.engine.read(({ queue }) =>
      [...queue.tickets.values()].map(({ arrivedAt }) => arrivedAt),
    );
    expect(order).toEqual([time('08:00'), time('08:00'), time('08:00'), time('08:01')]);
    expect(called.ok && called.value[0]).toMatchObject({ type: 'TicketCalled', at: time('08:01') });
  });

  it('is asked about when the right time lies before the office opens', async () => {
    const office = await busy('13:30');
    office.machine.setClock('06:30');
    await office.engine.tick();
    expect(await question(office)).toMatchObject({ ends: { session: true, day: false, tickets: 0 } });
    expect(await numberOf(office.issueTicket())).toBe('A004');
  });
});

describe('an office that once was in 2036', () => {
  it('comes back by itself when nothing is open there, and works in the present day as before', async () => {
    const office = await running('08:00');
    await office.issueTicket();
    await office.submit({ type: 'WithdrawTicket', ticketId: await firstTicket(office) });
    office.machine.setClock('2036-03-03 08:00');
    await office.engine.tick();
    expect(await dayOf(office)).toBe('2036-03-03');
    office.machine.setClock('08:05');
    await office.engine.tick();
    await office.engine.tick();
    expect(await dayOf(office)).toBe(TODAY);
    expect(await numberOf(office.issueTicket())).toBe('A002');
  });

  it('starts in the present without moving files, also days later', async () => {
    const journal = new WatchedJournal();
    const ahead = await running('2036-03-03 08:00', { journal });
    await ahead.engine.stop();
    const present = await running('08:00', { journal });
    expect(await dayOf(present)).toBe(TODAY);
    expect(await numberOf(present.issueTicket())).toBe('A001');
    await present.submit({ type: 'WithdrawTicket', ticketId: await firstTicket(present) });
    await present.engine.stop();
    const later = await running('2026-11-24 08:00', { journal });
    expect(await dayOf(later)).toBe('2026-11-24');
    expect(later.engine.health().clock).toBe('ok');
    await later.engine.stop();
    expect(await journal.days()).toEqual([TODAY, '2026-11-24', '2036-03-03']);
  });

  it('asks when tickets are open there, also after a restart', async () => {
    const ahead = await busy('2036-03-03 08:00');
    await ahead.engine.stop();
    const { journal } = ahead;
    const first = await running('08:00', { journal });
    expect(await question(first)).toMatchObject({ ends: { day: true, tickets: 3, counters: 1 } });
    await first.engine.stop();
    const second = await running('08:10', { journal });
    expect(await question(second)).toMatchObject({ machineTime: time('08:10') });
    await answer(second, 'machine');
    expect(await dayOf(second)).toBe(TODAY);
  });

  it('asks again when the machine starts with the same wrong date a second time, among open tickets', async () => {
    const ahead = await busy('2026-11-26 08:00');
    await ahead.engine.stop();
    const { journal } = ahead;
    const present = await running('08:00', { journal });
    await answer(present, 'machine');
    expect(await dayOf(present)).toBe(TODAY);
    expect(await numberOf(present.issueTicket())).toBe('A001');
    await present.engine.stop();
    const again = await running('2026-11-26 08:10', { journal });
    expect(await question(again)).toMatchObject({
      machineTime: time('2026-11-26 08:10'),
      ends: { day: true, tickets: 1 },
    });
    expect([await dayOf(again), await numberOf(again.issueTicket())]).toEqual([TODAY, 'A002']);
  });

  it('continues the numbers of a day that it comes to a second time', async () => {
    const office = await running('2026-11-24 08:00');
    await office.issueTicket();
    await office.submit({ type: 'WithdrawTicket', ticketId: await firstTicket(office) });
    office.machine.setClock('2026-11-23 08:00');
    await office.engine.tick();
    expect([await dayOf(office), await numberOf(office.issueTicket())]).toEqual([TODAY, 'A001']);
    office.machine.passTo('17:30');
    await office.engine.tick();
    office.machine.passTo('2026-11-24 08:00');
    expect([await dayOf(office), await numberOf(office.issueTicket())]).toEqual(['2026-11-24', 'A002']);
    await office.engine.stop();
    const again = await running('2026-11-24 08:01', { journal: office.journal });
    expect(await numberOf(again.issueTicket())).toBe('A003');
  });
});

describe('a start', () => {
  it('with the time of yesterday evening, set right in the morning, is a new day without a question', async () => {
    const yesterday = await busy('16:50');
    yesterday.machine.passTo('17:30');
    await yesterday.engine.tick();
    await yesterday.engine.stop();
    const machine = new Machine('17:31');
    const office = await running('', { journal: yesterday.journal, machine });
    machine.setClock('2026-11-24 07:10');
    await office.engine.tick();
    expect(await dayOf(office)).toBe('2026-11-24');
    expect(await question(office)).toBeNull();
  });

  it.each([
    ['with the counter closed', '16:50', ['CloseCounter']],
    ['with the counter left open', '16:50', []],
    ['with the counter closed early in the afternoon', '14:00', ['CloseCounter']],
  ] as const)(
    'after an evening %s and one missed visitor opens the new day without a question',
    async (_, at, last) => {
      const evening = await running(at);
      await evening.submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
      await evening.issueTicket();
      for (const type of ['CallNext', 'MissTicket', ...last] as const)
        await evening.submit({ type, counterId: 'c1' }, anna);
      await evening.engine.stop();
      const morning = await running('2026-11-24 07:15', { journal: evening.journal });
      expect(await question(morning)).toBeNull();
      morning.machine.passTo('2026-11-24 07:31');
      expect([await dayOf(morning), await numberOf(morning.issueTicket())]).toEqual(['2026-11-24', 'A001']);
      expect(typesOf(await evening.journal.read(TODAY))).toContain('TicketExpired');
    },
  );

  it('asks which time is right when a visitor still waits late in the day, or a counter is open in the middle of it', async () => {
    const late = await running('16:50');
    await late.issueTicket();
    const midday = await running('14:00');
    await midday.submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
    for (const { engine, journal } of [late, midday]) {
      await engine.stop();
      expect(await question(await running('2026-11-24 07:15', { journal }))).not.toBeNull();
    }
  });

  it('after the power failed among open tickets goes on by the old time, and keeps the question over another restart', async () => {
    const before = await busy('10:00');
    await before.engine.stop();
    const { journal } = before;
    const first = await running('2026-11-24 09:00', { journal });
    expect(await question(first)).toMatchObject({ officeTime: time('10:00'), ends: { day: true, tickets: 3 } });
    await first.engine.stop();
    const second = await running('2026-11-24 09:01', { journal });
    expect(await question(second)).toMatchObject({ machineTime: time('2026-11-24 09:01') });
  });

  it('with a question that cannot be stored succeeds, and the question is asked when the disk works again', async () => {
    const before = await busy('10:00');
    await before.engine.stop();
    before.journal.memory.failNext();
    const office = await running('2026-11-24 09:00', { journal: before.journal });
    expect(await question(office)).toBeNull();
    await office.engine.tick();
    expect(await question(office)).toMatchObject({ ends: { tickets: 3 } });
  });

  it('within the session needs no question, and the waits have really lasted as long as the server was off', async () => {
    const before = await busy('08:00');
    await before.engine.stop();
    const office = await running('09:00', { journal: before.journal });
    expect(await question(office)).toBeNull();
    expect(await office.engine.read(({ queue }) => [...queue.tickets.values()][0]?.cameAt)).toBe(time('08:00'));
    expect(typesOf(await before.journal.read(TODAY))).not.toContain('ClockSettled');
  });
});

describe('the clocks of signed-in desks', () => {
  it('that agree with the new time lead to it without a question', async () => {
    const office = await busy('08:00');
    office.machine.setClock('2026-11-25 08:00');
    office.clockCheck.deskClocks = () => [null, office.machine.wall + 30_000];
    await office.engine.tick();
    expect(await dayOf(office)).toBe('2026-11-25');
    expect(lastOf(await office.journal.read(TODAY), 'ClockSettled')).toMatchObject({ because: 'desks-agree' });
  });

  it('on the server’s own machine prove nothing', async () => {
    const office = await busy('08:00');
    office.machine.setClock('2026-11-25 08:00');
    office.clockCheck.deskClocks = () => [null];
    await office.engine.tick();
    for (let minute = 0; minute < 10; minute += 1) {
      office.machine.pass(MINUTE);
      await office.engine.tick();
    }
    expect(await dayOf(office)).toBe(TODAY);
  });
});

describe('tickets that were taken while the question was open', () => {
  it('go on in the new day with their numbers, which are not given a second time', async () => {
    const before = await busy('10:00');
    await before.engine.stop();
    const office = await running('2026-11-24 07:30', { journal: before.journal });
    expect(await numberOf(office.issueTicket())).toBe('A004');
    expect(await numberOf(office.issueTicket())).toBe('A005');
    office.machine.pass(MINUTE);
    expect(await question(office)).toMatchObject({ ends: { tickets: 3 } });
    office.clockCheck.deskClocks = () => [office.machine.wall];
    await office.engine.tick();
    expect(await dayOf(office)).toBe('2026-11-24');
    const waiting = await office.engine.read(({ queue }) =>
      [...queue.tickets.values()].map(({ number, status, cameAt }) => [number, status, cameAt]),
    );
    expect(waiting).toEqual([
      ['A004', 'waiting', time('2026-11-24 07:30')],
      ['A005', 'waiting', time('2026-11-24 07:30')],
    ]);
    const numbers: string[] = [];
    for (let visitor = 0; visitor < 4; visitor += 1) numbers.push(await numberOf(office.issueTicket()));
    expect(numbers).toEqual(['A001', 'A002', 'A003', 'A006']);
    await office.submit({ type: 'OpenCounter', counterId: 'c1' }, anna);
    const called = await office.submit({ type: 'CallNext', counterId: 'c1' }, anna);
    expect(called.ok && called.value[0]).toMatchObject({ ticketId: await firstTicket(office) });
    await office.engine.stop();
    const again = await running('2026-11-24 07:32', { journal: office.journal });
    expect(await again.engine.read(({ queue }) => [...queue.byNumber.keys()])).toEqual([
      ...['A004', 'A005', 'A001', 'A002', 'A003', 'A006'],
    ]);
  });
});

describe('without anybody signed in', () => {
  it('tickets of an earlier day are closed after five minutes of the new time’s opening hours, and the fact says so', async () => {
    const office = await busy('16:00');
    office.machine.setClock('2026-11-24 07:20');
    await office.engine.tick();
    for (const at of ['2026-11-24 07:29:59', '2026-11-24 07:30', '2026-11-24 07:34:59']) {
      office.machine.passTo(at);
      await office.engine.tick();
      expect(await dayOf(office)).toBe(TODAY);
    }
    office.machine.passTo('2026-11-24 07:35');
    await office.engine.tick();
    expect(await dayOf(office)).toBe('2026-11-24');
    expect(lastOf(await office.journal.read(TODAY), 'ClockSettled')).toMatchObject({ because: 'nobody-signed-in' });
    expect(await numberOf(office.issueTicket())).toBe('A001');
  });
});

async function firstTicket({ engine }: Running): Promise<string> {
  return engine.read(({ queue }) => [...queue.tickets.keys()][0] ?? '');
}
