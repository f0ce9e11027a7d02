import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import type { Fact } from '../../server/queue/events.ts';
import { openDay } from '../../server/queue/rules/day.ts';
import { arrivalClock, slotsOn } from '../../server/queue/rules/slots.ts';
import type { State } from '../../server/queue/state.ts';
import { appointmentsOn } from '../../server/queue/views/appointments.ts';
import { deskView } from '../../server/queue/views/desk.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna, binh, called, clock, closed, emptyDay, Hall, issued, kiosk, opened, serving } from './given.ts';
import { ordinaryOffice, TODAY, time } from './office.ts';

const health = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;
const TUESDAY = '2026-11-24';

/** The code of an appointment, made from its time: 09:30 has the code 109300. */
const codeOf = (clock: string) => `1${clock.slice(-5).replace(':', '')}0`;
const booked = (clock: string, serviceId = 'civil', code = codeOf(clock)): Fact => ({
  type: 'AppointmentBooked',
  appointmentId: `a-${clock}`,
  code,
  serviceId,
  startsAt: time(clock),
  endsAt: time(clock) + 30 * MINUTE,
});
const book = (clock: string, serviceId = 'civil', code = codeOf(clock)): CommandBody => ({
  type: 'BookAppointment',
  appointmentId: `a-${clock}`,
  code,
  serviceId,
  startsAt: time(clock),
});
const cancel = (clock: string): CommandBody => ({ type: 'CancelAppointment', appointmentId: `a-${clock}` });
const checkIn = (clock: string, classId = REGULAR): CommandBody => ({
  type: 'CheckIn',
  code: codeOf(clock),
  ticketId: `t-${clock}`,
  classId,
});

const free = (hall: Hall, at: string, day = TODAY, serviceId = 'civil') =>
  slotsOn(hall.state, serviceId, day, time(at)).map(({ startsAt, free }) => [startsAt, free]);

describe('the slots of a service', () => {
  it('are those of the day that do not begin within the head start, each ending within its session', () => {
    const hall = new Hall();
    expect(slotsOn(hall.state, 'civil', TUESDAY, time('08:00'))).toHaveLength(8 + 7);
    expect(slotsOn(hall.state, 'civil', TUESDAY, time('08:00')).at(7)).toEqual({
      startsAt: time('2026-11-24 11:00'),
      endsAt: time('2026-11-24 11:30'),
      free: 2,
    });
    expect(free(hall, '16:00')).toEqual([[time('16:30'), 2]]);
    expect(free(hall, '16:30')).toEqual([]);
  });

  it('are none for a service without appointments, an unknown service, a day off, a past day or one too far ahead', () => {
    const hall = new Hall();
    expect(free(hall, '08:00', TODAY, 'land')).toEqual([]);
    expect(free(hall, '08:00', TODAY, 'passport')).toEqual([]);
    expect(free(hall, '08:00', '2026-11-28')).toEqual([]);
    expect(free(hall, '08:00', '2026-11-22')).toEqual([]);
    expect(free(hall, '08:00', '2026-12-07')).toHaveLength(15);
    expect(free(hall, '08:00', '2026-12-08')).toEqual([]);
    hall.given('09:00', { type: 'DayClosed' });
    expect(free(hall, '09:00')).toEqual([]);
  });

  it('count places that are not booked and those of cancelled appointments as free', () => {
    const hall = new Hall().given('07:00', booked('09:00'), booked('09:30'));
    hall.given('07:01', { ...booked('09:00', 'civil', '777777'), appointmentId: 'other' } as Fact);
    expect(free(hall, '08:30').slice(0, 2)).toEqual([
      [time('09:00'), 0],
      [time('09:30'), 1],
    ]);
    hall.given('08:00', { type: 'AppointmentCancelled', appointmentId: 'other' });
    expect(free(hall, '08:30')[0]).toEqual([time('09:00'), 1]);
  });

  it('count appointments that were booked before set-up changed the length of slots', () => {
    const hall = new Hall().given('07:00', booked('09:30'));
    const services = ordinaryOffice.services.map((service) => ({
      ...service,
      appointments: { slotMinutes: 60, perSlot: 1 },
    }));
    hall.given('07:01', { type: 'OfficeChanged', office: { ...ordinaryOffice, services } });
    // The sessions begin at half past.
    expect(free(hall, '07:00').slice(0, 3)).toEqual([
      [time('07:30'), 1],
      [time('08:30'), 1],
      [time('09:30'), 0],
    ]);
  });
});

describe('booking on the spot', () => {
  it('is refused for a slot that begins within the head start, which is left out of the slots offered', () => {
    const hall = new Hall();
    expect(free(hall, '08:30')[0]?.[0]).toBe(time('09:00'));
    expect(free(hall, '08:31')[0]?.[0]).toBe(time('09:30'));
    hall.when('08:30', book('09:00')).gives(booked('09:00'));
    hall.when('08:31', book('09:00')).isRefused({ code: 'NoSuchSlot' });
  });

  it('never lets a visitor wait as if having come before the booking, whatever the head start', () => {
    for (const appointmentHeadStartMinutes of [0, 10, 30, 60, 120]) {
      const hall = new Hall({ rules: { ...ordinaryOffice.rules, appointmentHeadStartMinutes } });
      for (const at of ['07:45', '08:30', '08:59', '13:31']) {
        const [startsAt = 0] = free(hall, at)[0] ?? [];
        expect(arrivalClock(startsAt, time(at), hall.state.office.rules)).toBeGreaterThanOrEqual(time(at));
      }
    }
  });
});

describe('booking', () => {
  it('takes a place and gets a code that no other appointment has', () => {
    new Hall().when('08:00', book('09:30')).gives(booked('09:30'));
    const hall = new Hall().given('07:00', booked('09:00', 'civil', '999999'), booked('10:00', 'civil', '100000'));
    hall.when('08:00', book('09:30', 'civil', '999999')).gives({ type: 'AppointmentBooked', code: '100001' });
  });

  it('is refused for a full slot, a time that is no slot and an unknown service', () => {
    const hall = new Hall().given('07:00', booked('09:00'));
    hall.given('07:00', { ...booked('09:00', 'civil', '777777'), appointmentId: 'other' } as Fact);
    hall.when('08:00', book('09:00')).isRefused({ code: 'SlotFull', startsAt: time('09:00') });
    hall.when('08:00', book('09:10')).isRefused({ code: 'NoSuchSlot' });
    hall.when('08:00', book('07:30')).isRefused({ code: 'NoSuchSlot' });
    hall.when('08:00', book('09:30', 'land')).isRefused({ code: 'NoSuchSlot' });
    hall.when('08:00', book('09:30', 'passport')).isRefused({ code: 'UnknownService' });
  });

  it('can be cancelled until the visitor has come', () => {
    const hall = new Hall().given('07:00', booked('09:00'));
    hall.when('08:00', cancel('09:00')).gives({ type: 'AppointmentCancelled', appointmentId: 'a-09:00' });
    hall.when('08:00', cancel('09:30')).isRefused({ code: 'UnknownAppointment' });
    hall.execute('08:50', checkIn('09:00'), kiosk);
    hall.when('08:51', cancel('09:00')).isRefused({ code: 'AppointmentUsed', number: 'A001' });
    hall.given('09:00', booked('10:00')).execute('09:00', cancel('10:00'));
    hall.when('09:01', cancel('10:00')).isRefused({ code: 'AppointmentWasCancelled' });
  });

  it('is carried over to the following days until its day is over', () => {
    const hall = new Hall().given('07:00', booked('09:00'), booked(`${TUESDAY} 09:30`), booked('2026-11-25 10:00'));
    hall.execute('08:00', cancel('2026-11-25 10:00'));
    const next = (day: string, before: State): State => {
      const opened = emptyDay(ordinaryOffice, day);
      opened.record([openDay(day, ordinaryOffice, before)], {
        at: time(`${day} 07:00`),
        requestId: 'open',
        actor: clock,
      });
      return opened.states.queue;
    };
    const tuesday = next(TUESDAY, hall.state);
    expect([...tuesday.appointments.keys()]).toEqual([`a-${TUESDAY} 09:30`]);
    expect(next('2026-11-26', tuesday).appointments.size).toBe(0);
  });

  it('is listed by day and time for staff, with the ticket number once the visitor has come', () => {
    const hall = new Hall().given('07:00', booked('10:00'), booked('09:00'), booked(`${TUESDAY} 09:30`));
    hall.execute('08:55', checkIn('09:00'), kiosk);
    hall.execute('08:56', cancel('10:00'));
    const listed = appointmentsOn(hall.state, TODAY).map(({ id, status, number }) => [id, status, number]);
    expect(listed).toEqual([
      ['a-09:00', 'arrived', 'A001'],
      ['a-10:00', 'cancelled', null],
    ]);
    expect(appointmentsOn(hall.state, TUESDAY)).toHaveLength(1);
  });
});

describe('a visitor with an appointment who comes', () => {
  const comes = (at: string, clock = '09:30', hall = new Hall().given('07:00', booked(clock))) => {
    const [fact] = hall.execute(at, checkIn(clock), kiosk);
    return fact?.type === 'TicketIssued' ? fact : undefined;
  };

  it('gets a ticket of the booked service with the time of the appointment', () => {
    expect(comes('09:20')).toMatchObject({
      number: 'A001',
      serviceId: 'civil',
      dossiers: 1,
      appointment: { id: 'a-09:30', startsAt: time('09:30') },
    });
  });

  it.each([
    ['08:00', '09:00'],
    ['09:20', '09:00'],
    ['09:30', '09:00'],
    ['09:40', '09:10'],
    ['09:40:01', '09:40:01'],
    ['11:00', '11:00'],
  ])('at %s for 09:30 counts as waiting since %s', (at, since) => {
    expect(comes(at)?.arrivedAt).toBe(time(since));
  });

  it('is refused with the reason why the code is not valid', () => {
    const hall = new Hall().given('07:00', booked('09:30'), booked(`${TUESDAY} 10:00`), booked('11:00'));
    hall.when('08:00', checkIn('08:30'), kiosk).isRefused({ code: 'UnknownAppointment' });
    hall
      .when('08:00', checkIn(`${TUESDAY} 10:00`), kiosk)
      .isRefused({ code: 'AppointmentOnAnotherDay', startsAt: time(`${TUESDAY} 10:00`) });
    hall.execute('09:20', checkIn('09:30'), kiosk);
    hall.when('09:21', checkIn('09:30'), kiosk).isRefused({ code: 'AppointmentUsed', number: 'A001' });
    hall.execute('09:22', cancel('11:00'));
    hall.when('09:23', checkIn('11:00'), kiosk).isRefused({ code: 'AppointmentWasCancelled' });
    hall.when('12:00', checkIn(`${TUESDAY} 10:00`), kiosk).isRefused({
      code: 'AppointmentOnAnotherDay',
      startsAt: time(`${TUESDAY} 10:00`),
    });
  });

  it('is refused while the office is closed and with an unknown class', () => {
    const hall = new Hall().given('07:00', booked('13:30'));
    hall.when('12:00', checkIn('13:30'), kiosk).isRefused({ code: 'OfficeClosed', opensAt: time('13:30') });
    hall.when('11:00', checkIn('13:30', 'vip'), kiosk).isRefused({ code: 'UnknownTicketClass' });
  });

  it('gets a ticket although the daily limit is reached, and without counting for the burst rule', () => {
    const services = ordinaryOffice.services.map((service) => ({ ...service, dailyLimit: 1 }));
    const rules = { ...ordinaryOffice.rules, burst: { tickets: 1, seconds: 60, pauseSeconds: 20 } };
    const hall = new Hall({ services, rules }).given('08:00', issued('A001'), booked('09:00'), booked('09:30'));
    hall.execute('08:50', checkIn('09:00'), kiosk);
    hall.when('08:50', checkIn('09:30'), kiosk).gives({ type: 'TicketIssued', number: 'A003' });
  });

  it('is shown on the desk with the time of arrival and the booked time', () => {
    const hall = new Hall().given('07:00', booked('09:30'));
    comes('08:00', '09:30', hall);
    const [row] = deskView(hall.state, time('08:10'), health).waiting;
    expect(row).toMatchObject({
      arrivedAt: time('08:00'),
      appointmentAt: time('09:30'),
      countsFrom: time('09:00'),
    });
  });
});

describe('the order of calls with appointments', () => {
  const hallWith = (...appointments: string[]) =>
    new Hall().given('07:00', opened(1, anna), ...appointments.map((clock) => booked(clock)));

  it('puts punctual visitors before all who came less than the head start before the appointment', () => {
    const hall = hallWith('09:30').given('08:59', issued('A001')).given('09:01', issued('A002'));
    hall.execute('09:25', checkIn('09:30'), kiosk);
    expect(hall.next('09:30', 1)).toBe('A001');
    hall.given('09:30', ...serving('A001', 1), { type: 'TicketFinished', ticketId: 't-A001', counterId: 'c1' });
    expect(hall.next('09:40', 1)).toBe('A003');
  });

  it('puts early visitors behind everybody who has waited, and calls them at once when nobody has', () => {
    const alone = hallWith('09:30');
    alone.execute('08:00', checkIn('09:30'), kiosk);
    expect(alone.next('08:01', 1)).toBe('A001');
    expect(alone.given('08:10', issued('A002')).next('08:10', 1)).toBe('A002');
  });

  it('counts a priority reason among early visitors too', () => {
    const hall = hallWith('09:30', '10:00');
    hall.execute('08:00', checkIn('09:30'), kiosk);
    hall.execute('08:01', checkIn('10:00', 'elderly'), kiosk);
    // They count as waiting since 09:00 and since 09:30.
    expect(hall.next('08:10', 1)).toBe('A002');
    expect(hall.next('09:10', 1)).toBe('A001');
    expect(hall.next('10:01', 1)).toBe('A002');
  });

  it.each([
    ['is transferred', { type: 'TransferTicket', counterId: 'c1', serviceId: 'land' }, 'B'],
    ['misses the call and is back', { type: 'MissTicket', counterId: 'c1' }, 'A'],
    ['is back from fixing papers after the clerk has left', { type: 'SendAway', counterId: 'c1' }, 'A'],
  ] as const)('lets an early visitor who was called and %s wait since the real arrival', (_, leave, letter) => {
    const hall = new Hall().given('08:00', booked('16:00'), opened(1, anna), opened(3, binh));
    hall.execute('08:00', checkIn('16:00'), kiosk);
    hall.execute('08:01', { type: 'CallNext', counterId: 'c1' });
    if (leave.type !== 'MissTicket') hall.execute('08:02', { type: 'StartServing', counterId: 'c1' });
    hall.execute('08:03', leave);
    hall.given('08:10', issued(`${letter}050`), closed(1));
    if (letter === 'B') hall.given('08:11', opened(2, anna));
    if (letter === 'A') hall.execute('08:11', { type: 'ReturnTicket', ticketId: 't-16:00' });
    expect(letter === 'A' ? hall.next('08:30', 3, binh) : hall.next('08:30', 2)).toBe('A001');
  });

  it('puts late visitors behind everybody who was there before', () => {
    const hall = hallWith('09:30').given('09:45', issued('A001'));
    hall.execute('09:50', checkIn('09:30'), kiosk);
    expect(hall.next('10:00', 1)).toBe('A001');
    hall.given('10:00', called('A001', 1));
  });
});
