import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { appointmentSlot, appointmentView, bookedAppointment } from '../../../shared/protocol/views/appointments.ts';
import { addDays, localTime } from '../../../shared/time.ts';
import { LAN, ZONE } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { type RestServer, sharedRestServer, startRestServer } from './rest-server.ts';

const APPOINTMENTS = '/api/v1/appointments';
// The office of the tests is open at any hour, so tomorrow has slots however late it is.
const tomorrow = addDays(localTime(Date.now(), ZONE).day, 1);

async function slots({ send }: RestServer, serviceId = 'land') {
  const response = await send({ path: `${APPOINTMENTS}/slots?serviceId=${serviceId}&day=${tomorrow}` });
  return v.parse(v.array(appointmentSlot), response.json);
}

const book = ({ send }: RestServer, startsAt: number, id = requestId()) =>
  send({ method: 'POST', path: APPOINTMENTS, body: { requestId: id, serviceId: 'land', startsAt } });

describe('appointments over REST', () => {
  it('are booked in a free slot until it is full, and only once for a repeated request', async () => {
    const server = await startRestServer();
    const [slot] = await slots(server);
    expect(slot).toMatchObject({ free: 2 });
    const startsAt = slot?.startsAt ?? 0;
    const id = requestId();
    const first = await book(server, startsAt, id);
    expect(first.status, first.text).toBe(201);
    expect(v.parse(bookedAppointment, first.json)).toMatchObject({ serviceId: 'land', startsAt, endsAt: slot?.endsAt });
    expect((await book(server, startsAt, id)).json).toEqual(first.json);
    expect((await slots(server))[0]).toMatchObject({ free: 1 });
    expect((await book(server, startsAt)).status).toBe(201);
    expect((await book(server, startsAt)).json).toMatchObject({ status: 409, code: 'SlotFull', startsAt });
    expect((await book(server, startsAt + 1)).json).toMatchObject({ status: 409, code: 'NoSuchSlot' });
  });

  it('are listed and cancelled by staff only', async () => {
    const server = await startRestServer();
    const [slot] = await slots(server);
    const { id, code } = v.parse(bookedAppointment, (await book(server, slot?.startsAt ?? 0)).json);
    const headers = await server.cookie(LAN);
    const path = `${APPOINTMENTS}?day=${tomorrow}`;
    expect((await server.send({ path })).status).toBe(401);
    const listed = v.parse(v.array(appointmentView), (await server.send({ path, headers })).json);
    expect(listed).toMatchObject([{ id, code, status: 'booked', number: null }]);
    const cancel = () => server.send({ method: 'DELETE', path: `${APPOINTMENTS}/${id}`, headers });
    expect(await cancel()).toMatchObject({ status: 204, text: '' });
    expect((await cancel()).json).toMatchObject({ status: 409, code: 'AppointmentWasCancelled' });
    expect((await server.send({ path, headers })).json).toMatchObject([{ id, status: 'cancelled' }]);
    expect((await slots(server))[0]).toMatchObject({ free: 2 });
  });

  it('are booked by staff from any machine', async () => {
    const server = await startRestServer();
    const [slot] = await slots(server);
    const headers = { ...(await server.cookie(LAN)), 'x-forwarded-for': '203.0.113.9' };
    const body = { requestId: requestId(), serviceId: 'land', startsAt: slot?.startsAt };
    expect((await server.send({ method: 'POST', path: APPOINTMENTS, headers, body })).status).toBe(201);
  });
});

describe('the REST API for appointments', () => {
  const server = sharedRestServer();

  it.each([
    '',
    'serviceId=land',
    `day=${tomorrow}`,
    'serviceId=land&day=tomorrow',
    'serviceId=land&day=2026-11-31',
    `serviceId=../etc&day=${tomorrow}`,
  ])('refuses to list slots for the query "%s"', async (query) => {
    const response = await server().send({ path: `${APPOINTMENTS}/slots?${query}` });
    expect(response.json).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  it('refuses slots of an unknown service, and lists none for a distant day or a service without appointments', async () => {
    const send = (serviceId: string, day: string) =>
      server().send({ path: `${APPOINTMENTS}/slots?serviceId=${serviceId}&day=${day}` });
    expect((await send('passport', tomorrow)).json).toMatchObject({ status: 404, code: 'UnknownService' });
    expect((await send('social', tomorrow)).json).toEqual([]);
    for (const day of ['0001-01-01', '2020-02-29', '9999-12-31']) expect((await send('land', day)).json).toEqual([]);
  });

  it.each([-1, 0.5, 1e300, '2026', null, [1]])('refuses a booking at %j, which is not a time', async (startsAt) => {
    const body = { requestId: requestId(), serviceId: 'land', startsAt };
    const response = await server().send({ method: 'POST', path: APPOINTMENTS, body });
    expect(response.json).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  it.each([0, 8.64e15])('finds no slot for a booking at %d, a time far away', async (startsAt) => {
    const body = { requestId: requestId(), serviceId: 'land', startsAt };
    const response = await server().send({ method: 'POST', path: APPOINTMENTS, body });
    expect(response.json).toMatchObject({ status: 409, code: 'NoSuchSlot' });
    expect(server().logged).toEqual([]);
  });
});
