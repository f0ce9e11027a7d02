// A ticket that no counter can ever call: none is issued, and one that waits already is shown to staff and to its holder.
import { expect, it } from 'vitest';
import { deskView } from '../../server/queue/views/desk.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { heldTicket } from '../../server/queue/views/phone.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import { anna, Hall, issued, kiosk, lan, missed, opened, returned, sentAway, serving, ticket } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const health: Health = { storage: 'ok', clock: 'ok', printer: 'ok' };
const { counters, services } = ordinaryOffice;
/** No counter serves "land". */
const withoutLand = counters.map((counter) => ({
  ...counter,
  services: counter.services.filter((id) => id !== 'land'),
}));
const issue = { ticketId: 't-new', serviceId: 'land', classId: REGULAR, dossiers: 1 } as const;

it('refuses every ticket of a service that no counter serves, and the kiosk says so', () => {
  const hall = new Hall({ counters: withoutLand }).given(
    '08:00',
    opened(1, anna),
    issued('A001'),
    ...serving('A001', 1),
  );
  hall.when('08:10', { type: 'IssueTicket', ...issue }, kiosk).isRefused({ code: 'ServiceNotServed' });
  hall.when('08:10', { type: 'IssueForNextSession', ...issue }, kiosk).isRefused({ code: 'ServiceNotServed' });
  hall
    .when('08:10', { type: 'TransferTicket', counterId: 'c1', serviceId: 'land' })
    .isRefused({ code: 'ServiceNotServed' });
  const tile = kioskView(hall.state, time('08:10'), health).services.find(({ id }) => id === 'land');
  expect(tile?.availability).toBe('not-served');
});

it('neither offers nor books appointments of a service that no counter serves, and refuses to check one in', () => {
  const counterless = counters.map((counter) => ({ ...counter, services: ['social'] }));
  const hall = new Hall();
  const slot = { serviceId: 'civil', startsAt: time('09:00') };
  hall.execute('08:00', { type: 'BookAppointment', appointmentId: 'a-1', code: '111111', ...slot }, lan);
  hall.given('08:05', { type: 'OfficeChanged', office: { ...ordinaryOffice, counters: counterless } });
  hall
    .when('08:10', { type: 'CheckIn', code: '111111', ticketId: 't-1', classId: REGULAR }, kiosk)
    .isRefused({ code: 'ServiceNotServed' });
  hall
    .when('08:10', { type: 'BookAppointment', appointmentId: 'a-2', code: '222222', ...slot }, lan)
    .isRefused({ code: 'ServiceNotServed' });
});

it.each([
  ['counter', { counters: withoutLand }],
  ['service', { services: services.filter(({ id }) => id !== 'land'), counters: withoutLand }],
])('shows staff and the holder a ticket that has lost its last %s while it waited', (_, change) => {
  const hall = new Hall().given('08:00', issued('B001'), issued('B002', 'elderly'), issued('A001'));
  hall.execute('08:05', { type: 'ChangeOffice', office: { ...ordinaryOffice, ...change } }, lan);
  const at = time('08:10');
  expect(deskView(hall.state, at, health).stranded).toEqual({ count: 2, numbers: ['B001', 'B002'] });
  const nothing = { status: 'waiting', stranded: true, ahead: null, estimate: null };
  expect(heldTicket(hall.state, ticket('B001'), at)).toMatchObject({ ...nothing, postponements: [] });
  expect(ticketView(hall.state, ticket('B001'), at)).toMatchObject(nothing);
  expect(heldTicket(hall.state, ticket('A001'), at)).toMatchObject({ stranded: false, ahead: 0 });
});

it('counts a postponed ticket of a removed service as stranded, and a ticket reserved for a clerk at a counter not', () => {
  const hall = new Hall().given('08:00', opened(1, anna), issued('B001'), issued('B002'));
  hall.execute('08:01', { type: 'PostponeTicket', ticketId: ticket('B002'), minutes: 20 }, kiosk);
  hall.given('08:02', ...serving('B001', 1), sentAway('B001', 1, anna, '09:00'), returned('B001', anna));
  hall.execute('08:05', { type: 'ChangeOffice', office: { ...ordinaryOffice, counters: withoutLand } }, lan);
  expect(deskView(hall.state, time('08:10'), health).stranded).toEqual({ count: 1, numbers: ['B002'] });
  expect(hall.next('08:10', 1)).toBe('B001');
});

it('tells a visitor who missed the call the number of the counter', () => {
  const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), missed('A001', 1));
  expect(heldTicket(hall.state, ticket('A001'), time('08:10'))).toMatchObject({ status: 'missed', counterNumber: 1 });
});
