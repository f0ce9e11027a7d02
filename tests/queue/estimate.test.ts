import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { estimateWait } from '../../server/queue/estimate/estimate.ts';
import type { Fact } from '../../server/queue/events.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna, binh, called, closed, Hall, issued, opened, paused, serving, ticket } from './given.ts';
import { time } from './office.ts';

const tenMinutes = Array.from({ length: 10 }, (_, index) => (8 + (index % 5)) * MINUTE);
const health = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;
const numbers = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => `A${String(from + index).padStart(3, '0')}`);

function estimateFor(hall: Hall, at: string, classId = REGULAR): { ahead: number; estimate: Estimate | null } {
  const place = {
    ticketId: 'new',
    serviceId: 'civil',
    classId,
    arrivedAt: time(at),
    order: hall.state.lastSeq + 1,
    dossiers: 1,
  };
  return estimateWait(hall.state, hall.state.office, place, time(at));
}

describe('a wait that cannot be estimated', () => {
  it('comes with the number ahead when fewer than three services were seen', () => {
    const hall = new Hall({}, { civil: tenMinutes.slice(0, 2) }).given('08:00', opened(1, anna), issued('A001'));
    expect(estimateFor(hall, '08:05')).toEqual({ ahead: 1, estimate: null });
  });

  it('comes with the number ahead while no counter is open for the service or every one is paused', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(2, anna), issued('A001'));
    expect(estimateFor(hall, '08:05')).toEqual({ ahead: 1, estimate: null });
    hall.given('08:05', closed(2), opened(1, anna), paused(1));
    expect(estimateFor(hall, '08:06')).toEqual({ ahead: 1, estimate: null });
  });
});

describe('the range of an estimate', () => {
  it('begins at 0 minutes when a counter is free and nobody is ahead', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna));
    expect(estimateFor(hall, '08:00')).toEqual({ ahead: 0, estimate: { fromMinutes: 0, toMinutes: 10 } });
  });

  it('is in steps of five minutes and contains the time that visitors ahead will take', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given(
      '08:00',
      opened(1, anna),
      ...numbers(6).map((number) => issued(number)),
    );
    const { ahead, estimate } = estimateFor(hall, '08:00');
    expect(ahead).toBe(6);
    expect(Number(estimate?.fromMinutes) % 5).toBe(0);
    expect(Number(estimate?.toMinutes) % 5).toBe(0);
    expect(estimate?.fromMinutes).toBeLessThan(60);
    expect(estimate?.toMinutes).toBeGreaterThan(60);
  });

  it('grows with every visitor ahead and shrinks when a counter opens', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna));
    let before = estimateFor(hall, '08:00').estimate;
    for (const number of numbers(40)) {
      hall.given('08:00', issued(number));
      const now = estimateFor(hall, '08:00').estimate;
      expect(now?.fromMinutes).toBeGreaterThanOrEqual(Number(before?.fromMinutes));
      expect(now?.toMinutes).toBeGreaterThanOrEqual(Number(before?.toMinutes));
      before = now;
    }
    hall.given('08:00', opened(3, binh));
    expect(estimateFor(hall, '08:00').estimate?.toMinutes).toBeLessThan(Number(before?.toMinutes) * 0.7);
  });

  it('counts less of a visit that is being served the longer it has lasted', () => {
    const hall = new Hall({}, { civil: tenMinutes })
      .given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1))
      .given('08:00', ...numbers(3, 2).map((number) => issued(number)));
    const [early, late] = ['08:01', '08:09'].map((at) => estimateFor(hall, at).estimate?.toMinutes);
    expect(late).toBeLessThan(Number(early));
  });

  it('is shorter with a priority reason, and longer when others have one', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given(
      '08:00',
      opened(1, anna),
      ...numbers(10).map((number) => issued(number)),
    );
    const regular = estimateFor(hall, '08:05');
    const elderly = estimateFor(hall, '08:05', 'elderly');
    expect(elderly.ahead).toBeLessThan(regular.ahead);
    expect(elderly.estimate?.toMinutes).toBeLessThan(Number(regular.estimate?.toMinutes));

    const pensionDay = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna));
    pensionDay.given('08:00', ...numbers(10).map((number) => issued(number, 'elderly')));
    expect(estimateFor(pensionDay, '08:05').estimate?.toMinutes).toBeGreaterThan(Number(regular.estimate?.toMinutes));
  });

  it('counts visitors who return to a clerk before all others', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given(
      '08:00',
      opened(1, anna),
      issued('A001'),
      ...serving('A001', 1),
    );
    hall.execute('08:05', { type: 'SendAway', counterId: 'c1' });
    const without = estimateFor(hall, '08:10');
    hall.execute('08:10', { type: 'ReturnTicket', ticketId: ticket('A001') });
    const withReturn = estimateFor(hall, '08:10');
    expect([without.ahead, withReturn.ahead]).toEqual([0, 1]);
    expect(withReturn.estimate?.toMinutes).toBeGreaterThan(Number(without.estimate?.toMinutes));
  });

  it('grows in proportion behind the tickets that are played one by one', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna));
    for (const number of numbers(59)) hall.given('08:00', issued(number));
    const played = estimateFor(hall, '08:00');
    for (const number of numbers(541, 60)) hall.given('08:00', issued(number));
    const beyond = estimateFor(hall, '08:00');
    expect([played.ahead, beyond.ahead]).toEqual([59, 600]);
    const middle = ({ estimate }: typeof played) => (Number(estimate?.fromMinutes) + Number(estimate?.toMinutes)) / 2;
    expect(middle(beyond) / middle(played)).toBeGreaterThan(9);
    expect(middle(beyond) / middle(played)).toBeLessThan(11);
  });
});

describe('an expected visitor with an appointment', () => {
  const bookings = (clock: string, count = 3): Fact[] =>
    Array.from({ length: count }, (_, index) => ({
      type: 'AppointmentBooked',
      appointmentId: `${clock}-${index}`,
      code: `${100_000 + index}`,
      serviceId: 'civil',
      startsAt: time(clock),
      endsAt: time(clock) + 30 * MINUTE,
    }));
  const busy = (...more: Fact[]) =>
    new Hall({}, { civil: tenMinutes }).given(
      '08:00',
      opened(1, anna),
      ...numbers(3).map((number) => issued(number)),
      ...more,
    );
  const to = (hall: Hall, at = '08:05', classId = REGULAR) =>
    Number(estimateFor(hall, at, classId).estimate?.toMinutes);

  it('adds to the wait of visitors who come within the head start before the appointment', () => {
    expect(to(busy(...bookings('08:30')))).toBeGreaterThanOrEqual(to(busy()) + 25);
    expect(estimateFor(busy(...bookings('08:30')), '08:05').ahead).toBe(3);
  });

  it('adds nothing for visitors who come before that or whose wait is over by then', () => {
    expect(to(busy(...bookings('09:00')))).toBe(to(busy()));
    const alone = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna), ...bookings('08:30'));
    expect(estimateFor(alone, '08:05').estimate).toEqual({ fromMinutes: 0, toMinutes: 10 });
  });

  it('adds less to the wait of a visitor with a priority reason', () => {
    const more = (classId: string) => to(busy(...bookings('08:30')), '08:05', classId) - to(busy(), '08:05', classId);
    expect(more('elderly')).toBeLessThan(more(REGULAR));
  });

  it('counts as long as the visitor can be on time, and not after a cancellation', () => {
    const hall = busy(...bookings('08:00'));
    expect(to(hall, '08:09')).toBeGreaterThan(to(busy(), '08:09'));
    expect(to(hall, '08:11')).toBe(to(busy(), '08:11'));
    const cancelled = busy(...bookings('08:30'));
    for (const index of [0, 1, 2])
      cancelled.given('08:01', { type: 'AppointmentCancelled', appointmentId: `08:30-${index}` });
    expect(to(cancelled)).toBe(to(busy()));
  });

  it('who comes early gets a range that lets everybody go first who comes until the own arrival time', () => {
    const hall = busy(...bookings('09:30', 1));
    const checkIn: CommandBody = { type: 'CheckIn', code: '100000', ticketId: 'early', classId: REGULAR };
    const [early] = hall.execute('08:05', checkIn);
    expect(early?.type === 'TicketIssued' && early.estimate?.toMinutes).toBeGreaterThanOrEqual(to(busy()) + 55);
  });

  it('adds nothing when another counter is free to serve the appointment', () => {
    // Counter 2 serves land and social, counter 1 civil and land: idle counter 2 takes the booked visitor for land.
    const booked = bookings('08:30', 1).map((fact) => ({ ...fact, serviceId: 'land' }) as Fact);
    const hall = busy(...booked, opened(2, binh));
    expect(to(hall)).toBe(to(busy(opened(2, binh))));
  });
});

describe('the estimate of a ticket', () => {
  const issue: CommandBody = {
    type: 'IssueTicket',
    ticketId: 'new',
    serviceId: 'civil',
    classId: REGULAR,
    dossiers: 1,
  };

  it('is the same on the kiosk before the issue and in the journal with the ticket', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    const tile = kioskView(hall.state, time('08:05'), health).services.find(({ id }) => id === 'civil');
    expect(tile?.estimate).not.toBeNull();
    hall.when('08:05', issue).gives({ type: 'TicketIssued', ahead: 2, estimate: tile?.estimate ?? null });
  });

  it('is updated in the view of the ticket until it is called', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    expect(ticketView(hall.state, ticket('A002'), time('08:05'))).toMatchObject({ ahead: 1, counter: null });
    hall.given('08:05', called('A001', 1));
    expect(ticketView(hall.state, ticket('A002'), time('08:05'))).toMatchObject({ status: 'waiting', ahead: 0 });
    expect(ticketView(hall.state, ticket('A001'), time('08:05'))).toMatchObject({
      status: 'called',
      ahead: null,
      estimate: null,
      counter: 1,
    });
  });

  it('leads to a warning when the session may end before the turn comes', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('10:30', opened(1, anna), issued('A001'), issued('A002'));
    const thisSession = (at: string) =>
      kioskView(hall.state, time(at), health).services.find(({ id }) => id === 'civil')?.thisSession;
    expect(['10:31', '11:00', '11:29'].map(thisSession)).toEqual(['likely', 'uncertain', 'unlikely']);
  });

  it('is shown on the kiosk for visitors with priority by their own wait', () => {
    const line = numbers(6).map((number) => issued(number));
    const hall = new Hall({}, { civil: tenMinutes }).given('10:20', opened(1, anna), ...line);
    const tile = kioskView(hall.state, time('10:25'), health).services.find(({ id }) => id === 'civil');
    const take = { type: 'IssueTicket', ticketId: 'new', serviceId: 'civil', classId: 'elderly', dossiers: 1 } as const;
    hall.when('10:25', take).gives({ type: 'TicketIssued', estimate: tile?.outlooks[2]?.estimate ?? null });
    const [own, regular] = [tile?.outlooks[2], tile];
    expect(own?.estimate?.toMinutes).toBeLessThan(Number(regular?.estimate?.toMinutes));
    expect([own?.thisSession, regular?.thisSession]).toEqual(['likely', 'uncertain']);
  });

  it('is shown once for all classes of the same weight', () => {
    const classOf = (id: string, weight: number) => ({ id, name: { vi: id, en: id }, weight });
    const ticketClasses = [classOf('regular', 1), classOf('elderly', 2), classOf('disabled', 2), classOf('child', 1)];
    const hall = new Hall({ ticketClasses }, { civil: tenMinutes }).given('10:20', opened(1, anna));
    const { services, classes } = kioskView(hall.state, time('10:25'), health);
    expect(services.map(({ outlooks }) => Object.keys(outlooks))).toEqual(services.map(() => ['2']));
    expect(classes.map(({ weight }) => weight)).toEqual([1, 2, 2, 1]);
  });
});
