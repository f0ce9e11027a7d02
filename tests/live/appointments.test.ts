import { expect, it } from 'vitest';
import { addDays, instantOf, localTime, MINUTE } from '../../shared/time.ts';
import { LAN, openOffice, type RunningOffice } from '../server/office.ts';
import { granted, requestId, type Screen } from '../server/screen.ts';
import { withoutTicks } from './without-ticks.ts';

withoutTicks();

/** Where it is about noon now, so that the next half hour is today; the office of the tests is open at any hour. */
const timeZone = ((): string => {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
})();
const HALF_AN_HOUR = 30 * MINUTE;
const soon = (): number => (Math.floor((Date.now() + MINUTE) / HALF_AN_HOUR) + 1) * HALF_AN_HOUR;
const tomorrowMorning = (): number => instantOf(addDays(localTime(Date.now(), timeZone).day, 1), 9 * 60, timeZone);

async function screens(office: RunningOffice): Promise<{ desk: Screen<'desk'>; kiosk: Screen<'kiosk'> }> {
  const headers = await office.cookie(LAN);
  return { desk: await office.inside('desk', { headers }), kiosk: await office.inside('kiosk') };
}

it('is booked at the desk and confirmed at the kiosk, which gives the same ticket to the same request', async () => {
  const office = await openOffice({ office: { timeZone } });
  const { desk, kiosk } = await screens(office);
  expect(kiosk.shown.appointments).toBe(true);
  const startsAt = soon();
  const { code } = granted(await desk.ask('appointment:book', { requestId: requestId(), serviceId: 'land', startsAt }));
  expect(code).toMatch(/^[1-9]\d{5}$/);
  const id = requestId();
  const ticket = granted(await kiosk.ask('appointment:check-in', { requestId: id, code }));
  expect(ticket).toMatchObject({ number: 'B001', serviceId: 'land', dossiers: 1, appointmentAt: startsAt });
  expect(granted(await kiosk.ask('appointment:check-in', { requestId: id, code }))).toEqual(ticket);
  const { view } = await desk.view(({ waiting }) => waiting.length > 0);
  expect(view.waiting).toMatchObject([{ number: 'B001', appointmentAt: startsAt }]);
});

it('is refused with the reason, and nothing has happened', async () => {
  const office = await openOffice({ office: { timeZone } });
  const { desk, kiosk } = await screens(office);
  const startsAt = tomorrowMorning();
  const book = { serviceId: 'land', startsAt };
  const { id, code } = granted(await desk.ask('appointment:book', { requestId: requestId(), ...book }));
  const checkIn = async (typed: string) =>
    kiosk.ask('appointment:check-in', { requestId: requestId(), code: typed, ticketClass: 'regular' });
  const facts = await office.facts();
  expect(await checkIn(code)).toEqual({ ok: false, rejection: { code: 'AppointmentOnAnotherDay', startsAt } });
  expect(await checkIn(code === '100000' ? '100001' : '100000')).toEqual({
    ok: false,
    rejection: { code: 'UnknownAppointment' },
  });
  expect(await office.facts()).toBe(facts);
  granted(await desk.ask('appointment:cancel', { requestId: requestId(), appointmentId: id }));
  expect(await checkIn(code)).toEqual({ ok: false, rejection: { code: 'AppointmentWasCancelled' } });
  expect(desk.shown.waitingTotal).toBe(0);
});
