import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { estimateWait } from '../../server/queue/estimate/estimate.ts';
import type { Fact } from '../../server/queue/events.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import { MINUTE } from '../../shared/time.ts';
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
  serving,
  ticket,
} from './given.ts';
import { ordinaryOffice, TODAY, time } from './office.ts';

const tenMinutes = Array.from({ length: 10 }, (_, index) => (8 + (index % 5)) * MINUTE);
const allDay = [{ from: '00:00', to: '24:00' }];
/** Without a break and with time for many visits. */
const longDay = { ...ordinaryOffice, specialDays: { [TODAY]: allDay } };
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
  it('comes with the number ahead while no counter is open for the service', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(2, anna), issued('A001'));
    expect(estimateFor(hall, '08:05')).toEqual({ ahead: 1, estimate: null });
    hall.given('08:05', opened(1, anna), closed(1));
    expect(estimateFor(hall, '08:06')).toEqual({ ahead: 1, estimate: null });
  });

  it('comes with the number ahead when the only clerk has paused for over an hour without naming an end', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna), issued('A001'), paused(1));
    expect(estimateFor(hall, '09:00').estimate).not.toBeNull();
    expect(estimateFor(hall, '09:01').estimate).toBeNull();
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
    const hall = new Hall(longDay, { civil: tenMinutes }).given('08:00', opened(1, anna));
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
    const hall = new Hall(longDay, { civil: Array(10).fill(MINUTE) }).given('08:00', opened(1, anna));
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

describe('the range of an estimate that cannot rest on services seen and open counters alone', () => {
  const middle = ({ estimate }: ReturnType<typeof estimateFor>) =>
    (Number(estimate?.fromMinutes) + Number(estimate?.toMinutes)) / 2;

  it('uses ten minutes per service on the first morning of an office, and then the mean of its services', () => {
    const first = new Hall().given('08:00', opened(1, anna), ...numbers(3).map((number) => issued(number)));
    expect(middle(estimateFor(first, '08:00'))).toBeGreaterThanOrEqual(30);
    const others = new Hall({}, { land: Array(20).fill(4 * MINUTE) }).given('08:00', opened(1, anna));
    others.given('08:00', ...numbers(3).map((number) => issued(number)));
    expect(middle(estimateFor(others, '08:00'))).toBeLessThan(middle(estimateFor(first, '08:00')));
  });

  it('begins after the announced end of a pause when the only clerk pauses', () => {
    const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna), issued('A001'));
    hall.execute('08:01', { type: 'PauseCounter', counterId: 'c1', reason: 'Họp', minutes: 45 });
    const { estimate } = estimateFor(hall, '08:05');
    expect(estimate?.toMinutes).toBeGreaterThan(50);
    expect(estimate?.fromMinutes).toBeLessThanOrEqual(50);
  });

  it('exists in the morning before the clerk of yesterday has come, for half an hour', () => {
    const office = { ...ordinaryOffice };
    const hall = new Hall(office, { civil: tenMinutes });
    hall.state.staffed.before.add('c1');
    expect(estimateFor(hall, '07:35').estimate).not.toBeNull();
    expect(estimateFor(hall, '08:01').estimate).toBeNull();
  });

  it('is about the same for a short and a long service behind the same line', () => {
    const times = {
      civil: Array(30).fill(4 * MINUTE),
      land: Array.from({ length: 30 }, (_, i) => (10 + (i % 5) * 8) * MINUTE),
    };
    const land = Array.from({ length: 4 }, (_, index) => issued(`B00${index + 1}`));
    const hall = new Hall({}, times).given('08:00', opened(1, anna), ...land);
    const place = (serviceId: string) => ({
      ticketId: 'new',
      serviceId,
      classId: REGULAR,
      arrivedAt: time('08:00'),
      order: 99,
      dossiers: 1,
    });
    const [civil, own] = ['civil', 'land'].map(
      (id) => estimateWait(hall.state, hall.state.office, place(id), time('08:00')).estimate,
    );
    const width = (estimate: Estimate | null | undefined) =>
      Number(estimate?.toMinutes) - Number(estimate?.fromMinutes);
    expect(width(civil) / width(own)).toBeGreaterThan(0.8);
    expect(width(civil) / width(own)).toBeLessThan(1.25);
  });

  it('goes on after lunch, at both ends', () => {
    // The morning session ends at 11:30, the afternoon session begins at 13:30.
    const hall = new Hall({}, { civil: tenMinutes }).given(
      '11:00',
      opened(1, anna),
      ...numbers(9).map((number) => issued(number)),
    );
    const { estimate } = estimateFor(hall, '11:05');
    expect(estimate?.toMinutes).toBeGreaterThan(85 + 120);
    expect(estimate?.fromMinutes).toBeGreaterThan(120);
  });

  it('hardly changes by a visit that the clerk forgot to finish before lunch', () => {
    const upTo = (finish: string) => {
      const hall = new Hall({}, { civil: tenMinutes }).given('08:00', opened(1, anna), issued('A001'));
      hall.given('11:20', ...serving('A001', 1)).given(finish, finished('A001', 1));
      hall.given('13:30', ...numbers(4, 2).map((number) => issued(number)));
      return estimateFor(hall, '13:30').estimate?.toMinutes;
    };
    expect(upTo('13:30')).toBe(upTo('11:30'));
  });

  it('leaves room for visitors with priority who will come as often as lately', () => {
    const hall = (classId: string) => {
      const morning = new Hall({}, { civil: tenMinutes }).given('07:30', opened(1, anna));
      for (const minute of ['08:00', '08:06', '08:12', '08:18', '08:24', '08:30']) {
        const number = `A${String(morning.state.tickets.size + 1).padStart(3, '0')}`;
        morning.given(minute, issued(number, classId), called(number, 1), missed(number, 1));
      }
      return morning.given('08:40', ...numbers(4, 20).map((number) => issued(number)));
    };
    const to = (classId: string) => estimateFor(hall(classId), '08:41').estimate?.toMinutes;
    expect(to('elderly')).toBeGreaterThan(Number(to(REGULAR)));
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
    const classOf = (id: string, weight: number) => ({
      id,
      name: { vi: id, en: id },
      condition: null,
      pictogram: null,
      weight,
    });
    const ticketClasses = [classOf('regular', 1), classOf('elderly', 2), classOf('disabled', 2), classOf('child', 1)];
    const hall = new Hall({ ticketClasses }, { civil: tenMinutes }).given('10:20', opened(1, anna));
    const { services, classes } = kioskView(hall.state, time('10:25'), health);
    expect(services.map(({ outlooks }) => Object.keys(outlooks))).toEqual(services.map(() => ['2']));
    expect(classes.map(({ weight }) => weight)).toEqual([1, 2, 2, 1]);
  });
});
