import { expect, it } from 'vitest';
import { officeClock } from '../../../server/engine/clock.ts';
import { MINUTE } from '../../../shared/time.ts';
import { LAN, openOffice, type RunningOffice } from '../../server/office.ts';
import { granted, requestId, type Screen } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const HALF_AN_HOUR = 30 * MINUTE;
const NINE = Date.parse('2026-11-23T09:00:00+07:00');
/** An office whose clock stands at nine. */
const open = () =>
  openOffice({
    clock: officeClock(
      () => NINE,
      () => 0,
    ),
  });

async function screens(office: RunningOffice): Promise<{ desk: Screen<'desk'>; kiosk: Screen<'kiosk'> }> {
  const headers = await office.cookie(LAN);
  return { desk: await office.connect('desk', { headers }), kiosk: await office.connect('kiosk') };
}

it('books an appointment at the desk and checks it in at the kiosk, with the same ticket for a repeated request', async () => {
  const office = await open();
  const { desk, kiosk } = await screens(office);
  expect(kiosk.shown.appointments).toBe(true);
  const startsAt = NINE + HALF_AN_HOUR;
  const { code } = granted(await desk.ask('appointment:book', { requestId: requestId(), serviceId: 'land', startsAt }));
  expect(code).toMatch(/^[1-9]\d{5}$/);
  const id = requestId();
  const ticket = granted(await kiosk.ask('appointment:check-in', { requestId: id, code }));
  expect(ticket).toMatchObject({ number: 'B001', serviceId: 'land', dossiers: 1, appointmentAt: startsAt });
  expect(granted(await kiosk.ask('appointment:check-in', { requestId: id, code }))).toEqual(ticket);
  const { view } = await desk.view(({ waiting }) => waiting.length > 0);
  expect(view.waiting).toMatchObject([{ number: 'B001', appointmentAt: startsAt }]);
});

it('finds an appointment before it is used, and refuses a code in the words of a check-in, without an event', async () => {
  const office = await open();
  const { desk, kiosk } = await screens(office);
  const startsAt = NINE + HALF_AN_HOUR;
  const booked = granted(await desk.ask('appointment:book', { requestId: requestId(), serviceId: 'land', startsAt }));
  const { code } = booked;
  const events = await office.eventCount();
  expect(granted(await kiosk.ask('appointment:find', { code }))).toEqual({ code, serviceId: 'land', startsAt });
  expect(await kiosk.ask('appointment:find', { code: code === '100000' ? '100001' : '100000' })).toEqual({
    ok: false,
    rejection: { code: 'UnknownAppointment' },
  });
  expect(await office.eventCount()).toBe(events);
  const { number } = granted(await kiosk.ask('appointment:check-in', { requestId: requestId(), code }));
  expect(await kiosk.ask('appointment:find', { code })).toEqual({
    ok: false,
    rejection: { code: 'AppointmentUsed', number },
  });
});

it('refuses to check in an appointment of another day, an unknown or a cancelled one, without an event', async () => {
  const office = await open();
  const { desk, kiosk } = await screens(office);
  const startsAt = NINE + 24 * 60 * MINUTE;
  const book = { serviceId: 'land', startsAt };
  const { id, code } = granted(await desk.ask('appointment:book', { requestId: requestId(), ...book }));
  const checkIn = async (typed: string) =>
    kiosk.ask('appointment:check-in', { requestId: requestId(), code: typed, ticketClass: 'regular' });
  const events = await office.eventCount();
  expect(await checkIn(code)).toEqual({ ok: false, rejection: { code: 'AppointmentOnAnotherDay', startsAt } });
  expect(await checkIn(code === '100000' ? '100001' : '100000')).toEqual({
    ok: false,
    rejection: { code: 'UnknownAppointment' },
  });
  expect(await office.eventCount()).toBe(events);
  granted(await desk.ask('appointment:cancel', { requestId: requestId(), appointmentId: id }));
  expect(await checkIn(code)).toEqual({ ok: false, rejection: { code: 'AppointmentWasCancelled' } });
  expect(desk.shown.waitingTotal).toBe(0);
});
