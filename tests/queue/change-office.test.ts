// A change of the office's description while people wait: whom it touches, and what becomes of them.
import { describe, expect, it } from 'vitest';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { type Office, REGULAR } from '../../shared/office/office.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import type { ApplyChange, SetupEffect } from '../../shared/protocol/views/setup.ts';
import { anna, called, Hall, issued, kiosk, lan, missed, opened, serving, ticket } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const health: Health = { storage: 'ok', clock: 'ok', printer: 'ok' };
const { counters, services, ticketClasses, hours } = ordinaryOffice;
const withoutLand: Office = {
  ...ordinaryOffice,
  services: services.filter(({ id }) => id !== 'land'),
  counters: counters.map((counter) => ({ ...counter, services: counter.services.filter((id) => id !== 'land') })),
};
const landUnserved: Office = { ...ordinaryOffice, counters: withoutLand.counters };
const otherLetter: Office = {
  ...ordinaryOffice,
  services: services.map((service) => (service.id === 'land' ? { ...service, letter: 'H' } : service)),
};
const regularOnly: Office = { ...ordinaryOffice, ticketClasses: ticketClasses.filter(({ id }) => id === REGULAR) };
const morningOnly: Office = { ...ordinaryOffice, hours: { ...hours, mon: hours.mon.slice(0, 1) } };

/** Two people wait for land, one of them elderly; a third was missed, a fourth is being served for civil status. */
const hall = () =>
  new Hall().given(
    '08:00',
    opened(1, anna),
    issued('B001'),
    issued('B002', 'elderly'),
    issued('B003'),
    issued('A001'),
    called('B003', 1),
    missed('B003', 1),
    ...serving('A001', 1),
  );
const change = (office: Office, visitors: 'stay' | { moveTo: string | null }) =>
  ({ type: 'ChangeOffice', office, visitors }) as const;
const effect = (kind: SetupEffect['kind'], id: string | null, visitors: number, appointments = 0): Rejection => ({
  code: 'ChangeTouchesVisitors',
  effects: [{ kind, id, visitors, appointments, choices: CHOICES[kind] }],
});
const all: ApplyChange[] = ['next-day', 'stop-issuing', 'move'];
const CHOICES: Record<SetupEffect['kind'], ApplyChange[]> = {
  'service-removed': all,
  'service-not-served': all,
  'letter-changed': all,
  'class-removed': ['next-day', 'move'],
  'hours-shortened': ['next-day', 'stop-issuing'],
};

describe('a change that touches visitors', () => {
  it.each([
    ['removes a service', withoutLand, effect('service-removed', 'land', 3)],
    ['leaves a service without counters', landUnserved, effect('service-not-served', 'land', 3)],
    ['changes a letter', otherLetter, effect('letter-changed', 'land', 3)],
    ['removes a class', regularOnly, effect('class-removed', 'elderly', 1)],
    ['ends the day earlier', morningOnly, effect('hours-shortened', null, 4)],
  ])('is refused with their number when it %s', (_, office, refusal) => {
    hall().when('08:10', change(office, 'stay'), lan).isRefused(refusal);
  });

  it('is accepted when it touches nobody, and at the start without a question', () => {
    const renamed = { ...ordinaryOffice, hotline: '19001234' };
    hall().when('08:10', change(renamed, 'stay'), lan).gives({ type: 'OfficeChanged', office: renamed });
    const atStart = { type: 'ChangeOffice', office: regularOnly } as const;
    hall().when('08:10', atStart, lan).gives({ type: 'OfficeChanged', office: regularOnly });
    new Hall().when('08:10', change(withoutLand, 'stay'), lan).gives({ type: 'OfficeChanged', office: withoutLand });
  });

  it('no longer counts a missed visitor who may not come back any more', () => {
    hall()
      .when('09:00', change(withoutLand, 'stay'), lan)
      .isRefused(effect('service-removed', 'land', 2));
  });

  it('counts the bookings of a removed service, and those outside the new hours', () => {
    const booked = new Hall();
    const slot = { serviceId: 'civil', startsAt: time('14:00') };
    booked.execute('08:00', { type: 'BookAppointment', appointmentId: 'a-1', code: '111111', ...slot }, lan);
    const withoutCivil = {
      ...ordinaryOffice,
      counters: counters.map((counter) => ({ ...counter, services: ['social'] })),
    };
    booked.when('08:10', change(withoutCivil, 'stay'), lan).isRefused(effect('service-not-served', 'civil', 0, 1));
    booked.when('08:10', change(morningOnly, 'stay'), lan).isRefused(effect('hours-shortened', null, 0, 1));
    booked
      .when('08:10', change(withoutCivil, { moveTo: 'social' }), lan)
      .gives(
        { type: 'OfficeChanged', office: withoutCivil },
        { type: 'AppointmentMoved', appointmentId: 'a-1', serviceId: 'social' },
      );
  });
});

describe('a change that moves visitors', () => {
  it('gives them the other service with their numbers and their places', () => {
    const moving = hall();
    moving.execute('08:10', change(withoutLand, { moveTo: 'social' }), lan);
    const { tickets } = moving.state;
    expect([tickets.get(ticket('B001')), tickets.get(ticket('B003'))]).toMatchObject([
      { number: 'B001', serviceId: 'social', status: 'waiting', arrivedAt: time('08:00') },
      { number: 'B003', serviceId: 'social', status: 'missed' },
    ]);
    expect(tickets.get(ticket('A001'))).toMatchObject({ serviceId: 'civil', status: 'serving' });
  });

  it('makes visitors of a removed class regular', () => {
    const moving = hall();
    moving.execute('08:10', change(regularOnly, { moveTo: null }), lan);
    expect(moving.state.tickets.get(ticket('B002'))).toMatchObject({ classId: REGULAR, arrivedAt: time('08:00') });
  });

  it.each([
    ['no service', null],
    ['a removed service', 'land'],
    ['an unknown service', 'passport'],
  ])('is refused when it leads to %s', (_, moveTo) => {
    hall().when('08:10', change(withoutLand, { moveTo }), lan).isRefused({ code: 'ServiceNotServed' });
  });
});

describe('a service that stops issuing', () => {
  const issue = { serviceId: 'land', classId: REGULAR, dossiers: 1, ticketId: 't-new' };

  it('gives no more tickets today, calls those who wait, and can go on', () => {
    const stopped = hall();
    stopped.execute('08:10', { type: 'StopIssuing', serviceId: 'land' }, lan);
    stopped.when('08:11', { type: 'IssueTicket', ...issue }, kiosk).isRefused({ code: 'IssuingStopped' });
    stopped.when('08:11', { type: 'IssueForNextSession', ...issue }, kiosk).isRefused({ code: 'IssuingStopped' });
    const tile = () => kioskView(stopped.state, time('08:11'), health).services.find(({ id }) => id === 'land');
    expect(tile()?.availability).toBe('limit-reached');
    stopped.execute('08:11', { type: 'FinishTicket', counterId: 'c1' }, anna);
    stopped.execute('08:12', { type: 'CallNext', counterId: 'c1' }, anna);
    expect([...stopped.state.counters.values()][0]?.current).toBe(ticket('B002'));
    stopped.execute('08:13', { type: 'ResumeIssuing', serviceId: 'land' }, lan);
    expect(tile()?.availability).toBe('available');
  });

  it('takes no effect twice, and must be a service of the office', () => {
    const stopped = hall();
    stopped.execute('08:10', { type: 'StopIssuing', serviceId: 'land' }, lan);
    stopped.when('08:11', { type: 'StopIssuing', serviceId: 'land' }, lan).gives();
    stopped.when('08:11', { type: 'ResumeIssuing', serviceId: 'civil' }, lan).gives();
    stopped.when('08:11', { type: 'StopIssuing', serviceId: 'passport' }, lan).isRefused({ code: 'UnknownService' });
  });
});
