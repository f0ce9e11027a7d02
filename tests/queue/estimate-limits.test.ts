// Whom an estimate counts, and how far it reaches: not the visitors of other counters, and not beyond the end of the day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateWait, type WaitEstimate } from '../../server/queue/estimate/estimate.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { type Office, REGULAR } from '../../shared/office/office.ts';
import { type DurationMs, MINUTE } from '../../shared/time.ts';
import { anna, binh, closed, Hall, issued, opened, ticket } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const health = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;
const clerks = [anna, binh, ...['chi', 'dung'].map((id) => ({ kind: 'staff', id, name: id, role: 'clerk' }) as const)];
const times = (minutes: number): DurationMs[] => Array(20).fill(minutes * MINUTE);

const withCounters = (...services: string[][]): Partial<Office> => ({
  counters: services.map((served, index) => ({ id: `c${index + 1}`, number: index + 1, services: served })),
});
/** One counter for the long service, three for the short one. */
const APART = withCounters(['civil'], ['land'], ['land'], ['land']);
const PACES = { civil: times(12), land: times(3), social: times(6) };

function openHall(change: Partial<Office>, at = '08:00', paces: Record<string, DurationMs[]> = PACES): Hall {
  const hall = new Hall(change, paces);
  hall.state.office.counters.forEach(({ number }, index) => {
    const clerk = clerks[index];
    if (clerk) hall.given(at, opened(number, clerk));
  });
  return hall;
}

/** So many more tickets of the service with this letter. */
function wait(hall: Hall, at: string, letter: string, count: number, classId = REGULAR): Hall {
  const before = [...hall.state.byNumber.keys()].filter((number) => number.startsWith(letter)).length;
  for (let index = 1; index <= count; index += 1)
    hall.given(at, issued(`${letter}${String(before + index).padStart(3, '0')}`, classId));
  return hall;
}

function estimateFor({ state }: Hall, at: string, serviceId = 'civil', classId = REGULAR): WaitEstimate {
  const place = { ticketId: 'new', serviceId, classId, arrivedAt: time(at), order: state.lastSeq + 1, dossiers: 1 };
  return estimateWait(state, state.office, place, time(at));
}

const outlookOf = ({ state }: Hall, at: string, serviceId = 'civil') =>
  kioskView(state, time(at), health).services.find(({ id }) => id === serviceId);

describe('people who wait only for services of other counters', () => {
  it.each([
    [14, 45],
    [15, 60],
    [41, 90],
  ])('do not shorten the wait of a visitor behind %i others: %i', (own, others) => {
    const alone = wait(openHall(APART), '08:48', 'A', own);
    const before = estimateFor(alone, '08:48');
    const crowded = wait(alone, '08:48', 'B', others);
    expect(estimateFor(crowded, '08:48')).toEqual(before);
    expect(before.ahead).toBe(own);
    expect(outlookOf(crowded, '08:48')?.thisSession).toBe(own === 41 ? 'unlikely' : 'uncertain');
  });

  it('do not shorten a wait behind a long pause', () => {
    const hall = openHall(APART);
    hall.execute('08:00', { type: 'PauseCounter', counterId: 'c1', reason: 'Họp', minutes: 200 });
    const before = estimateFor(hall, '08:01');
    expect(estimateFor(wait(hall, '08:01', 'B', 120), '08:01')).toEqual(before);
    expect(before.estimate?.toMinutes).toBeGreaterThan(200);
  });

  it('hardly change the wait where another service, for which none waits, connects the counters', () => {
    const connected = withCounters(['civil', 'social'], ['land', 'social'], ['land', 'social'], ['land', 'social']);
    const hall = wait(openHall(connected), '07:31', 'A', 15);
    const before = estimateFor(hall, '07:31').estimate;
    const { ahead, estimate } = estimateFor(wait(hall, '07:31', 'B', 200), '07:31');
    expect(ahead).toBe(15);
    expect(Math.abs(Number(estimate?.fromMinutes) - Number(before?.fromMinutes))).toBeLessThanOrEqual(10);
    expect(Math.abs(Number(estimate?.toMinutes) - Number(before?.toMinutes))).toBeLessThanOrEqual(10);
  });

  const waiting = fc.record({
    own: fc.nat(90),
    elderly: fc.nat(20),
    others: fc.nat(150),
    minutes: fc.integer({ min: 1, max: 20 }),
  });

  it('never change an estimate or the people ahead at counters that share no service with theirs', () => {
    fc.assert(
      fc.property(waiting, ({ own, elderly, others, minutes }) => {
        const hall = openHall(APART, '07:30', { civil: times(minutes), land: times(3) });
        wait(wait(hall, '07:30', 'A', own), '07:35', 'A', elderly, 'elderly');
        const before = ['civil', 'land'].map((id) => estimateFor(hall, '07:40', id));
        const mine = estimateFor(wait(hall, '07:40', 'B', others), '07:40');
        expect(mine).toEqual(before[0]);
        expect(estimateFor(hall, '07:40', 'land').ahead).toBe(others);
      }),
      { numRuns: 60 },
    );
  });

  it('hardly shorten an estimate where a third service connects their counters', () => {
    const connected = withCounters(['civil', 'social'], ['land', 'social'], ['civil']);
    fc.assert(
      fc.property(waiting, fc.nat(60), ({ own, elderly, others, minutes }, shared) => {
        const hall = openHall(connected, '07:30', { ...PACES, civil: times(minutes) });
        wait(wait(hall, '07:30', 'A', own), '07:35', 'A', elderly, 'elderly');
        wait(hall, '07:36', 'C', shared);
        const before = estimateFor(hall, '07:40');
        const after = estimateFor(wait(hall, '07:40', 'B', others), '07:40');
        // A visit more elsewhere may change who is called where; the steps of five minutes add up to ten.
        const least = 0.9 * Number(before.estimate?.toMinutes) - Math.max(6, minutes) - 10;
        expect(after.estimate?.toMinutes).toBeGreaterThanOrEqual(least);
        expect(after.ahead).toBeGreaterThanOrEqual(before.ahead - 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the end of the day', () => {
  it('ends the range of a visitor who will not be called: the last session, and the grace time after it', () => {
    const hall = wait(openHall(APART), '08:48', 'A', 60);
    // The last session ends at 17:00, and tickets expire at 17:30.
    expect(estimateFor(hall, '08:48').estimate).toEqual({ fromMinutes: 490, toMinutes: 522 });
    expect(outlookOf(hall, '08:48')).toMatchObject({ estimate: { toMinutes: 522 }, thisSession: 'unlikely' });
  });

  it('ends the range of a visitor who comes in the last minute, also with an office that learned to be late', () => {
    const hall = openHall(APART, '16:00', { civil: times(45) });
    hall.state.intervalWidth = { below: 6, above: 6 };
    expect(estimateFor(hall, '16:59').estimate).toEqual({ fromMinutes: 0, toMinutes: 31 });
    expect(outlookOf(hall, '16:59')?.thisSession).toBe('uncertain');
  });

  it('does not make a turn likely that was uncertain before the range was cut, in an office without grace time', () => {
    const rules = { ...ordinaryOffice.rules, closingGraceMinutes: 0 };
    const hall = wait(openHall({ ...APART, rules }, '16:00'), '16:30', 'A', 2);
    expect(estimateFor(hall, '16:30').estimate?.toMinutes).toBe(30);
    expect(outlookOf(hall, '16:30')?.thisSession).toBe('uncertain');
  });

  it('is midnight in an office that never closes, because all tickets expire then', () => {
    const always = [{ from: '00:00', to: '24:00' }];
    const hours = { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always };
    const hall = wait(openHall({ ...APART, hours }, '23:00'), '23:20', 'A', 2);
    expect(outlookOf(hall, '23:20')).toMatchObject({ estimate: { toMinutes: 40 }, thisSession: 'uncertain' });
    const behindTen = outlookOf(wait(hall, '23:20', 'A', 8), '23:20');
    expect(behindTen).toMatchObject({ estimate: { fromMinutes: 10, toMinutes: 40 }, thisSession: 'unlikely' });
    expect(outlookOf(hall, '23:20', 'land')?.thisSession).toBe('likely');
  });

  it('bounds every range, however many wait and whatever the office has learned', () => {
    const minute = fc.integer({ min: 7 * 60 + 30, max: 17 * 60 });
    fc.assert(
      fc.property(minute, fc.nat(300), fc.constantFrom(0.5, 6), (at, count, above) => {
        const clock = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
        const hall = wait(openHall(APART, '07:30'), clock, 'A', count);
        hall.state.intervalWidth = { below: 1, above };
        const { estimate } = estimateFor(hall, clock);
        expect(time(clock) + Number(estimate?.toMinutes) * MINUTE).toBeLessThanOrEqual(time('17:30'));
        expect(estimate?.fromMinutes).toBeLessThan(Number(estimate?.toMinutes));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the people ahead', () => {
  it('are the same while no counter is open and when one opens', () => {
    const hall = wait(new Hall({}, { social: times(6) }), '07:31', 'C', 5);
    wait(hall, '07:32', 'C', 5, 'elderly');
    const ahead = () => ticketView(hall.state, ticket('C005'), time('07:33'))?.ahead;
    const before = ahead();
    hall.given('07:33', opened(2, binh));
    expect([before, ahead()]).toEqual([9, 9]);
    hall.given('07:33', closed(2));
    expect(ahead()).toBe(9);
  });

  it('are as many behind a line that is too long to be played visitor by visitor', () => {
    const ahead = (regular: number) => {
      const hall = wait(openHall(APART, '07:30', { civil: times(1) }), '07:31', 'A', regular);
      wait(hall, '07:32', 'A', 30, 'elderly');
      const last = `A${String(regular).padStart(3, '0')}`;
      return Number(ticketView(hall.state, ticket(last), time('07:33'))?.ahead) - regular;
    };
    expect([ahead(25), ahead(35), ahead(100)]).toEqual([29, 29, 29]);
  });

  it('include a visitor who asked to be called later and will be called before, already before that time', () => {
    const hall = new Hall({}, { civil: times(10) });
    hall.given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    wait(hall, '08:01', 'A', 6);
    hall.execute('08:02', { type: 'PostponeTicket', ticketId: ticket('A002'), minutes: 10 }, anna);
    const at = (clock: string) => estimateFor(hall, clock);
    expect([at('08:11').ahead, at('08:12').ahead]).toEqual([8, 8]);
    const [before, due] = [at('08:11'), at('08:12')].map(({ estimate }) => Number(estimate?.toMinutes));
    expect(Math.abs(Number(before) - Number(due))).toBeLessThanOrEqual(5);
  });

  it('leave out a visitor who asked to be called later and will be called after', () => {
    const hall = new Hall({}, { civil: times(10) }).given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    hall.execute('08:02', { type: 'PostponeTicket', ticketId: ticket('A002'), minutes: 30 }, anna);
    expect(estimateFor(hall, '08:05').ahead).toBe(1);
  });
});
