import { describe, expect, it } from 'vitest';
import { inOrder } from '../../desk/counter/line.ts';
import type { Fact } from '../../server/queue/events.ts';
import { boardView, hallBoard, signOf } from '../../server/queue/views/board.ts';
import { counterView } from '../../server/queue/views/counter.ts';
import { deskView, muchPriority } from '../../server/queue/views/desk.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { paperOf } from '../../server/queue/views/paper.ts';
import { heldTicket } from '../../server/queue/views/phone.ts';
import { ratingView } from '../../server/queue/views/rating.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { FIRST_SCREENS, type Notice, REGULAR } from '../../shared/office/office.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import {
  anna,
  binh,
  called,
  closed,
  finished,
  Hall,
  issued,
  missed,
  opened,
  paused,
  rated,
  returned,
  sentAway,
  serving,
  ticket,
} from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const health: Health = { storage: 'ok', clock: 'ok', printer: 'ok' };
const visits = (...numbers: string[]) =>
  numbers.flatMap((number) => [issued(number), ...serving(number, 1), finished(number, 1)]);

describe('the lobby TV', () => {
  it('shows the tickets at the counters, latest call first, and the state of each counter', () => {
    const hall = new Hall().given('08:00', opened(1, anna), opened(2, binh), issued('A001'), issued('B001'));
    hall.given('08:05', ...serving('A001', 1)).given('08:06', called('B001', 2));
    const board = boardView(hall.state, time('08:07'), health);
    expect(board.calls).toEqual([
      { number: 'B001', counterNumber: 2, calledAt: time('08:06'), status: 'called' },
      { number: 'A001', counterNumber: 1, calledAt: time('08:05'), status: 'serving' },
    ]);
    expect(board.counters).toEqual([
      { number: 1, services: ['civil', 'land'], state: 'open', pausedUntil: null, current: 'A001' },
      { number: 2, services: ['land', 'social'], state: 'open', pausedUntil: null, current: 'B001' },
      { number: 3, services: ['civil'], state: 'closed', pausedUntil: null, current: null },
    ]);
    expect(board.announcements).toEqual([]);
    // A TV does not play an announcement that is older than 30 s.
    const announced = boardView(hall.state, time('08:06'), health).announcements;
    expect(announced.map(({ number }) => number)).toEqual(['B001']);
  });

  it.each([
    [5, { satisfied: 0.5, levels: [1, 0, 1, 1, 1] }],
    [3, { satisfied: 0.5, levels: [1, 0, 1] }],
  ] as const)(
    'counts the top two of %i levels as satisfied, and votes without a ticket of an old day apart',
    (ratingLevels, satisfaction) => {
      const hall = new Hall({ rules: { ...ordinaryOffice.rules, ratingLevels } }).given('08:00', opened(1, anna));
      hall.given('08:00', ...visits('A001', 'A002', 'A003', 'A004', 'A005'));
      const votes = ratingLevels === 5 ? [1, 3, 4, 5] : [1, 3];
      hall.given('08:10', ...votes.map((level, index) => rated(`A00${index + 1}`, level)), rated(null, 1));
      expect(boardView(hall.state, time('08:11'), health).satisfaction).toEqual({
        ...satisfaction,
        ratings: votes.length,
        anonymous: 1,
        visits: 5,
        shown: {
          votes: votes.length,
          satisfied: null,
          levels: satisfaction.levels.map(() => 0),
          order: 'worst-first',
        },
        month: { ratings: votes.length, satisfied: 0.5, visits: 5 },
      });
    },
  );

  it('keeps the share of satisfied votes when the office changes the number of levels, and changes it back', () => {
    const hall = new Hall().given('08:00', opened(1, anna), ...visits('A001', 'A002', 'A003', 'A004', 'A005', 'A006'));
    const scale = (ratingLevels: 3 | 5): Fact => ({
      type: 'OfficeChanged',
      office: { ...ordinaryOffice, rules: { ...ordinaryOffice.rules, ratingLevels } },
    });
    const shown = () => boardView(hall.state, time('08:11'), health).satisfaction;
    hall.given('08:05', rated('A001', 2), rated('A002', 3), rated('A003', 4), rated('A004', 5));
    hall.given('08:06', scale(3));
    expect(shown()).toMatchObject({ ratings: 4, satisfied: 0.5, levels: [2, 1, 1], month: { satisfied: 0.5 } });
    hall.given('08:07', rated('A005', 2), rated('A006', 1));
    expect(shown()).toMatchObject({ ratings: 6, satisfied: 0.5, levels: [3, 2, 1] });
    hall.given('08:08', scale(5));
    expect(shown()).toMatchObject({ ratings: 6, satisfied: 0.5, levels: [3, 0, 0, 2, 1] });
  });

  describe('below 20 votes', () => {
    const numbers = Array.from({ length: 21 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);
    const hallOf = () => new Hall().given('08:00', opened(1, anna), ...visits(...numbers));
    const shown = (hall: Hall, at: string) => boardView(hall.state, time(at), health).satisfaction.shown;
    const vote = (hall: Hall, at: string, index: number, level: number) =>
      hall.given(at, rated(numbers[index] ?? '', level));

    it('shows each vote in the number at once, and in share and levels only with every fifth', () => {
      const hall = hallOf();
      for (const index of [0, 1, 2, 3]) vote(hall, '08:10', index, 5);
      expect(shown(hall, '08:11')).toMatchObject({ votes: 4, satisfied: null, levels: [0, 0, 0, 0, 0] });
      vote(hall, '08:12', 4, 1);
      expect(shown(hall, '08:12')).toMatchObject({ votes: 5, satisfied: 0.8, levels: [1, 0, 0, 0, 4] });
      for (const index of [5, 6, 7, 8]) vote(hall, '08:13', index, 1);
      expect(shown(hall, '08:14')).toMatchObject({ votes: 9, satisfied: 0.8, levels: [1, 0, 0, 0, 4] });
      vote(hall, '08:15', 9, 1);
      expect(shown(hall, '08:15')).toMatchObject({ votes: 10, satisfied: 0.4, levels: [6, 0, 0, 0, 4] });
      for (let index = 10; index < 20; index += 1) vote(hall, '08:16', index, 5);
      expect(shown(hall, '08:16')).toMatchObject({ votes: 20, satisfied: 0.7 });
      vote(hall, '08:17', 20, 1);
      expect(shown(hall, '08:17')).toMatchObject({ votes: 21, levels: [7, 0, 0, 0, 14] });
    });

    it('shows the votes of a session from its end on, and those of the next one only with the next fifth', () => {
      const hall = hallOf();
      for (const index of [0, 1, 2, 3, 4]) vote(hall, '11:00', index, 5);
      vote(hall, '11:10', 5, 1);
      expect(shown(hall, '11:29')).toMatchObject({ votes: 6, satisfied: 1 });
      expect(shown(hall, '11:30').levels).toEqual([1, 0, 0, 0, 5]);
      vote(hall, '13:40', 6, 1);
      expect(shown(hall, '13:41')).toMatchObject({ votes: 7, levels: [1, 0, 0, 0, 5] });
    });
  });

  it('adds the earlier days of the month to the figures of the month', () => {
    const hall = new Hall().given('08:00', opened(1, anna), ...visits('A001', 'A002'), rated('A001', 2));
    hall.state.month = { ratings: 3, satisfied: 3, visits: 8 };
    const { satisfied, month } = boardView(hall.state, time('08:11'), health).satisfaction;
    expect([satisfied, month]).toEqual([0, { ratings: 4, satisfied: 0.75, visits: 10 }]);
  });

  it('shows the waits of the kiosk, and keeps them for two seconds so that a call is not delayed', () => {
    const hall = new Hall().given('08:00', opened(1, anna), opened(2, binh), issued('A001'), issued('A002'));
    const onKiosk = (at: number) => kioskView(hall.state, at, health).services.map(({ estimate }) => estimate);
    const onTv = (at: number) => boardView(hall.state, at, health).waits.map(({ estimate }) => estimate);
    const before = onKiosk(time('08:01'));
    expect(onTv(time('08:01'))).toEqual(before);
    hall.given('08:01', ...['A003', 'A004', 'A005', 'A006', 'A007', 'A008', 'A009'].map((number) => issued(number)));
    const after = onKiosk(time('08:01'));
    expect(after).not.toEqual(before);
    expect(onTv(time('08:01') + 2_000)).toEqual(before);
    expect(onTv(time('08:01') + 2_001)).toEqual(onKiosk(time('08:01') + 2_001));
  });

  it('shows no share before the first vote', () => {
    expect(boardView(new Hall().state, time('08:00'), health).satisfaction).toMatchObject({
      ratings: 0,
      satisfied: null,
    });
  });

  it('lists who missed the call at a counter that set-up has removed, with another counter of the service', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), called('A001', 1), missed('A001', 1));
    const counters = ordinaryOffice.counters.filter(({ id }) => id !== 'c1');
    hall.execute('08:05', { type: 'ChangeOffice', office: { ...ordinaryOffice, counters } });
    expect(boardView(hall.state, time('08:06'), health).missed).toMatchObject([{ number: 'A001', counterNumber: 3 }]);
  });

  it('lists who missed the call, the earliest end first, until the visitor is back or the time is over', () => {
    const hall = new Hall().given('08:00', opened(1, anna), opened(2, binh), issued('A001'), issued('B001'));
    const shown = (at: string) => boardView(hall.state, time(at), health).missed;
    hall.given('08:05', called('B001', 2), missed('B001', 2)).given('08:06', called('A001', 1), missed('A001', 1));
    const landVisitor = { number: 'B001', counterNumber: 2, until: time('08:35') };
    const civilVisitor = { number: 'A001', counterNumber: 1, until: time('08:36') };
    expect(shown('08:07')).toEqual([landVisitor, civilVisitor]);
    expect(shown('08:35')).toEqual([civilVisitor]);
    hall.given('08:20', returned('A001'));
    expect(shown('08:21')).toEqual([landVisitor]);
    expect(signOf(hallBoard(hall.state, time('08:21'), health), '2').missed).toEqual([]);
  });

  describe('of some services', () => {
    const [first] = FIRST_SCREENS;
    const screen = { ...first, id: 'hall-2', services: ['land'], calls: 'below' as const };
    const hall = new Hall({ screens: [first, screen] })
      .given('08:00', opened(1, anna), opened(2, binh), issued('A001'), issued('B001'), issued('C001'))
      .given('08:05', called('A001', 1), called('B001', 2));

    it('shows and announces only calls, counters and lines of these services', () => {
      const board = boardView(hall.state, time('08:05'), health, screen);
      expect(board.layout).toEqual({ orientation: 'auto', calls: 'below', theme: 'light', darkHours: null });
      expect(board.services.map(({ id }) => id)).toEqual(['land']);
      expect(board.calls.map(({ number }) => number)).toEqual(['B001']);
      expect(board.announcements.map(({ number }) => number)).toEqual(['B001']);
      expect(board.counters).toEqual([
        { number: 1, services: ['land'], state: 'busy', pausedUntil: null, current: null },
        { number: 2, services: ['land'], state: 'open', pausedUntil: null, current: 'B001' },
      ]);
      expect(JSON.stringify(board)).not.toMatch(/A001|social/);
      expect(boardView(hall.state, time('08:06'), health).calls).toHaveLength(2);
    });

    it('differs from the sign of a counter, which shows its own ticket of any service and no others', () => {
      const sign = signOf(hallBoard(hall.state, time('08:06'), health), '1');
      expect(sign.calls.map(({ number }) => number)).toEqual(['A001']);
      expect(sign.services.map(({ id }) => id)).toEqual(['civil', 'land']);
      expect(sign.counters).toMatchObject([{ number: 1, state: 'open', current: 'A001' }]);
      expect(sign.announcements).toEqual([]);
      expect(JSON.stringify(sign)).not.toContain('B001');
    });
  });

  it('shows the notices that are due, with the addresses of their files', () => {
    const schedule = { from: null, until: null, hours: null, seconds: 10 };
    const notice = (id: string, more: Partial<Pick<Notice, keyof typeof schedule>> = {}) => ({
      ...schedule,
      ...{ id, kind: 'text' as const, text: { vi: id, en: id } },
      ...more,
    });
    const hall = new Hall({
      notices: [
        notice('always'),
        notice('over', { until: '2026-11-22' }),
        notice('today', { from: '2026-11-23', until: '2026-11-23' }),
        notice('to come', { from: '2026-11-24' }),
        notice('morning', { hours: { from: '07:30', to: '11:30' } }),
        { ...notice('film'), kind: 'video', file: 'Lễ hội 2026.mp4' },
      ],
    });
    const shown = (at: string) => boardView(hall.state, time(at), health).notices.map(({ id }) => id);
    expect(shown('07:29')).toEqual(['always', 'today', 'film']);
    expect(shown('07:30')).toEqual(['always', 'today', 'morning', 'film']);
    expect(shown('11:30')).toEqual(['always', 'today', 'film']);
    expect(boardView(hall.state, time('08:00'), health).notices.at(-1)).toMatchObject({
      kind: 'video',
      src: '/notices/L%E1%BB%85%20h%E1%BB%99i%202026.mp4',
    });
  });

  it('shows nothing about a visitor but number, counter and time', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001', 'elderly'), called('A001', 1, 'Có hẹn'));
    const said = JSON.stringify(boardView(hall.state, time('08:01'), health));
    for (const secret of [ticket('A001'), 'elderly', 'Có hẹn', 'Anna']) expect(said).not.toContain(secret);
  });
});

describe('the kiosk', () => {
  it('shows how many wait, which service is full and how many counters are open for each', () => {
    const services = ordinaryOffice.services.map((service) => ({
      ...service,
      dailyLimit: service.id === 'land' ? 1 : null,
    }));
    const hall = new Hall({ services }).given('08:00', opened(3, anna), issued('A001'), issued('B001'));
    expect(kioskView(hall.state, time('08:05'), health).services).toMatchObject([
      { letter: 'A', waiting: 1, openCounters: 1, availability: 'available' },
      { letter: 'B', waiting: 1, openCounters: 0, availability: 'limit-reached' },
      { letter: 'C', waiting: 0, openCounters: 0, availability: 'available' },
    ]);
    hall.given('08:06', paused(3));
    expect(kioskView(hall.state, time('08:07'), health).services[0]).toMatchObject({ openCounters: 0 });
  });

  it('shows the outcome of the print jobs', () => {
    const hall = new Hall().given('08:00', issued('A001'), issued('A002'));
    hall.given(
      '08:01',
      { type: 'PrintStarted', jobId: 2 },
      { type: 'TicketPrinted', jobId: 2 },
      { type: 'PrintAbandoned', jobId: 3 },
    );
    expect(kioskView(hall.state, time('08:02'), health).prints).toEqual([
      { number: 'A001', state: 'printed' },
      { number: 'A002', state: 'failed' },
    ]);
  });
});

it('shows on a telephone whether no counter calls for the service', () => {
  const hall = new Hall().given('08:00', issued('A001'));
  const shown = (at: string) => heldTicket(hall.state, ticket('A001'), time(at));
  expect(shown('08:01')).toMatchObject({ status: 'waiting', ahead: 0, noClerk: true });
  hall.given('08:02', opened(1, anna));
  expect(shown('08:03')).toMatchObject({ noClerk: false });
  hall.given('08:04', paused(1));
  expect(shown('08:05')).toMatchObject({ noClerk: true });
});

describe('the desk', () => {
  it('lists waiting tickets in the order of calls, those returned to their clerk first', () => {
    const hall = new Hall()
      .given('08:00', opened(1, anna), issued('A001'), issued('A002'))
      .given('08:10', issued('A003', 'elderly'), issued('C001'))
      .given('08:10', ...serving('A002', 1), sentAway('A002', 1, anna, '09:10'), returned('A002', anna));
    const numbersAt = (at: string) => deskView(hall.state, time(at), health).waiting.map(({ number }) => number);
    expect(numbersAt('08:15')).toEqual(['A002', 'A001', 'A003', 'C001']);
    expect(numbersAt('08:30')).toEqual(['A002', 'A003', 'A001', 'C001']);
    expect(deskView(hall.state, time('08:15'), health)).toMatchObject({ waitingTotal: 4 });
    expect(counterView(hall.state, 'c1', time('08:15'))).toMatchObject({ waiting: 3, clerk: { id: 'anna' } });
    expect(counterView(hall.state, 'c3', time('08:15'))).toMatchObject({ waiting: 2, clerk: null, state: 'closed' });
    expect(counterView(hall.state, 'c9', time('08:15'))).toBeNull();
  });

  it('gives the page what it needs to know the order of calls until the next view', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    hall.given('08:10', issued('A003', 'elderly'), issued('C001')).given('08:12', issued('B001', 'elderly'));
    const numbers = (waiting: readonly { number: string }[]) => waiting.map(({ number }) => number);
    const view = deskView(hall.state, time('08:15'), health);
    expect(view.classes.map(({ id, weight }) => [id, weight])).toEqual([
      ['regular', 1],
      ['elderly', 2],
    ]);
    for (const later of ['08:15', '08:20', '08:21', '08:24', '08:30', '09:30']) {
      expect(numbers(inOrder(view, time(later)))).toEqual(numbers(deskView(hall.state, time(later), health).waiting));
    }
    expect(numbers(inOrder(view, time('08:15')))).not.toEqual(numbers(inOrder(view, time('08:30'))));
  });

  it('shows the usual time of a turn from the third visit on, for as many dossiers as the turn takes', () => {
    const hall = new Hall().given(
      '08:00',
      opened(1, anna),
      opened(3, binh),
      issued('A004'),
      issued('A005', REGULAR, 5),
    );
    const usual = (counter: number) => counterView(hall.state, `c${counter}`, time('08:30'))?.current;
    for (const [index, number] of ['A001', 'A002', 'A003'].entries()) {
      if (index === 2) {
        hall.given('08:12', ...serving('A004', 3));
        expect(usual(3)).toMatchObject({ number: 'A004', usualMinutes: null });
      }
      hall.given(`08:${12 + index * 6}`, issued(number), ...serving(number, 1));
      hall.given(`08:${17 + index * 6}`, finished(number, 1));
    }
    expect(usual(3)).toMatchObject({ number: 'A004', usualMinutes: 5 });
    hall.given('08:30', ...serving('A005', 1));
    expect(usual(1)).toMatchObject({ number: 'A005', usualMinutes: 15 });
  });

  it('lists the next tickets of every service, however many wait longer for a service without a counter', () => {
    const numbers = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(3, '0')}`);
    const hall = new Hall().given('08:00', ...numbers('C', 100).map((number) => issued(number)));
    hall.given('09:00', opened(1, anna), ...numbers('A', 12).map((number) => issued(number)));
    const { waiting } = deskView(hall.state, time('09:05'), health);
    expect(waiting.map(({ number }) => number)).toEqual([...numbers('C', 60), ...numbers('A', 10)]);
  });

  it('lists missed and away tickets with the time until which they may return', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    hall.given('08:05', called('A001', 1), missed('A001', 1));
    hall.given('08:10', ...serving('A002', 1), sentAway('A002', 1, anna, '09:10'));
    expect(deskView(hall.state, time('08:15'), health).returnable).toMatchObject([
      { number: 'A002', status: 'away', counterNumber: 1, since: time('08:10'), until: time('09:10') },
      { number: 'A001', status: 'missed', counterNumber: 1, since: time('08:05'), until: time('08:35') },
    ]);
  });

  it('leaves out overdue tickets first when more are missed and away than the list has places', () => {
    const numbers = Array.from({ length: 21 }, (_, index) => `A0${index + 10}`);
    const hall = new Hall().given('08:00', opened(1, anna), issued('B001'), ...numbers.map((number) => issued(number)));
    hall.given('08:05', ...serving('B001', 1), sentAway('B001', 1, anna, '09:05'));
    for (const number of numbers) hall.given('08:10', called(number, 1), missed(number, 1));
    const shown = deskView(hall.state, time('08:45'), health).returnable.map(({ number }) => number);
    expect(shown).toEqual([...numbers.slice(2).reverse(), 'B001']);
  });

  it('shows no counter number for a ticket whose counter was removed from set-up', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'));
    hall.given('08:10', ...serving('A001', 1), sentAway('A001', 1, anna, '09:10'), closed(1));
    const counters = ordinaryOffice.counters.filter(({ number }) => number !== 1);
    hall.given('08:15', { type: 'OfficeChanged', office: { ...ordinaryOffice, counters } });
    expect(deskView(hall.state, time('08:16'), health).returnable).toMatchObject([
      { number: 'A001', counterNumber: null },
    ]);
    const slip = hall.state.latestPrints.at(-1);
    expect(slip && paperOf(hall.state, slip, 'http://192.168.1.5:8080')).toMatchObject({ counterNumber: null });
  });

  it('lists and counts tickets whose service was removed from set-up', () => {
    const hall = new Hall().given('08:00', issued('A001'), issued('C001'));
    const services = ordinaryOffice.services.filter(({ letter }) => letter !== 'C');
    hall.given('08:05', { type: 'OfficeChanged', office: { ...ordinaryOffice, services } });
    const { waiting, waitingTotal } = deskView(hall.state, time('08:06'), health);
    expect([waiting.map(({ number }) => number), waitingTotal]).toEqual([['A001', 'C001'], 2]);
  });

  it('shows a waiting print job only when the printer fails or ten seconds have passed', () => {
    const hall = new Hall().given('08:00', issued('A001'));
    const shown = (at: string, printer: Health['printer']) =>
      deskView(hall.state, time(at), { ...health, printer }).prints.map(({ state }) => state);
    expect(shown('08:00:05', 'ok')).toEqual([]);
    expect(shown('08:00:05', 'paper-low')).toEqual([]);
    expect(shown('08:00:05', 'paper-out')).toEqual(['waiting']);
    expect(shown('08:00:15', 'ok')).toEqual(['waiting']);
  });
});

describe('a supervisor', () => {
  const tickets = (regular: number, elderly: number) =>
    Array.from({ length: regular + elderly }, (_, index) =>
      issued(`A00${index + 1}`, index < regular ? 'regular' : 'elderly'),
    );

  it.each([
    [1, 3, null],
    [2, 3, null],
    [2, 4, { priority: 4, waiting: 6 }],
    [0, 5, { priority: 5, waiting: 5 }],
  ])('sees whether most of those waiting have priority: %i regular, %i elderly', (regular, elderly, seen) => {
    const hall = new Hall().given('08:00', ...tickets(regular, elderly));
    expect(muchPriority(hall.state)).toEqual(seen);
  });

  it('does not see that where every class has the same weight', () => {
    const ticketClasses = ordinaryOffice.ticketClasses.map((ticketClass) => ({ ...ticketClass, weight: 1 as const }));
    expect(muchPriority(new Hall({ ticketClasses }).given('08:00', ...tickets(0, 6)).state)).toBeNull();
  });
});

describe('the rating pad', () => {
  it('lists the last visits that are not rated, latest first', () => {
    const hall = new Hall().given('08:00', opened(1, anna), ...visits('A001', 'A002', 'A003'), rated('A002', 5));
    const view = ratingView(hall.state, time('08:11'), health);
    expect(view).toMatchObject({
      levels: 5,
      order: 'worst-first',
      letters: ['A', 'B', 'C'],
      opening: { state: 'open' },
    });
    expect(view.visits.map(({ number }) => number)).toEqual(['A003', 'A001']);
  });

  it('shows the figures of today exactly as the lobby TV shows them at that moment', () => {
    const hall = new Hall().given('08:00', opened(1, anna), ...visits('A001', 'A002'), rated('A001', 5));
    const at = time('08:11');
    expect(ratingView(hall.state, at, health).satisfaction).toEqual(boardView(hall.state, at, health).satisfaction);
  });
});

describe('the view of a ticket', () => {
  it('counts only visitors before it in the line of its clerk, and is null on another day', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    for (const number of ['A001', 'A002'])
      hall.given('08:10', ...serving(number, 1), sentAway(number, 1, anna, '09:10'), returned(number, anna));
    expect(ticketView(hall.state, ticket('A002'), time('08:20'))).toMatchObject({ status: 'waiting', ahead: 1 });
    expect(ticketView(hall.state, 'yesterday', time('08:20'))).toBeNull();
  });
});
