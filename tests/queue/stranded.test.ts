// A ticket that no counter can ever call: none is issued, and one that waits already is shown to staff and to its holder.
import { expect, it } from 'vitest';
import { counterView } from '../../server/queue/views/counter.ts';
import { deskView } from '../../server/queue/views/desk.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { heldTicket } from '../../server/queue/views/phone.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import {
  anna,
  binh,
  Hall,
  issued,
  kiosk,
  lan,
  missed,
  opened,
  paused,
  returned,
  sentAway,
  serving,
  ticket,
} from './given.ts';
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

it('lets any clerk call a visitor reserved for a clerk who has paused, and this clerk first after the pause', () => {
  const back = [...serving('B001', 1), sentAway('B001', 1, anna, '09:00'), returned('B001', anna)];
  const hall = new Hall().given('08:00', opened(1, anna), opened(2, binh), issued('B001'), ...back, issued('B002'));
  const shown = () =>
    deskView(hall.state, time('08:10'), health).waiting.map(({ id, reservedFor }) => [id, reservedFor]);
  expect([hall.next('08:10', 1), hall.next('08:10', 2, binh)]).toEqual(['B001', 'B002']);
  expect(shown()).toEqual([
    [ticket('B001'), 'anna'],
    [ticket('B002'), null],
  ]);
  hall.given('08:10', paused(1));
  expect(hall.next('08:10', 2, binh)).toBe('B001');
  expect(shown()).toEqual([
    [ticket('B001'), null],
    [ticket('B002'), null],
  ]);
  expect(counterView(hall.state, 'c2', time('08:10'))?.waiting).toBe(2);
  hall.given('08:11', { type: 'CounterResumed', counterId: 'c1' });
  expect(hall.next('08:11', 2, binh)).toBe('B002');
});

it('counts a visitor reserved for a paused clerk as stranded while no counter serves the service', () => {
  const back = [...serving('B001', 1), sentAway('B001', 1, anna, '09:00'), returned('B001', anna)];
  const hall = new Hall().given('08:00', opened(1, anna), issued('B001'), ...back, paused(1));
  hall.execute('08:05', { type: 'ChangeOffice', office: { ...ordinaryOffice, counters: withoutLand } }, lan);
  expect(deskView(hall.state, time('08:10'), health).stranded).toEqual({ count: 1, numbers: ['B001'] });
  expect(heldTicket(hall.state, ticket('B001'), time('08:10'))).toMatchObject({ stranded: true });
});

it('tells a visitor who missed the call the number of the counter', () => {
  const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), missed('A001', 1));
  expect(heldTicket(hall.state, ticket('A001'), time('08:10'))).toMatchObject({ status: 'missed', counterNumber: 1 });
});
