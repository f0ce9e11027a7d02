import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { appointmentSlot, appointmentView, bookedAppointment } from '../../../shared/protocol/views/appointments.ts';
import { addDays, localTime } from '../../../shared/time.ts';
import { LAN, ZONE } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { type Door, openDoor, sharedDoor } from './rest-server.ts';

const APPOINTMENTS = '/api/v1/appointments';
// The office of the tests is open at any hour, so tomorrow has slots however late it is.
const tomorrow = addDays(localTime(Date.now(), ZONE).day, 1);

async function slots({ ask }: Door, serviceId = 'land') {
  const answer = await ask({ path: `${APPOINTMENTS}/slots?serviceId=${serviceId}&day=${tomorrow}` });
  return v.parse(v.array(appointmentSlot), answer.json);
}

const book = ({ ask }: Door, startsAt: number, id = requestId()) =>
  ask({ method: 'POST', path: APPOINTMENTS, body: { requestId: id, serviceId: 'land', startsAt } });

describe('appointments over the API', () => {
  it('are booked in a free slot, the same for the same request, until the slot is full', async () => {
    const door = await openDoor();
    const [slot] = await slots(door);
    expect(slot).toMatchObject({ free: 2 });
    const startsAt = slot?.startsAt ?? 0;
    const id = requestId();
    const first = await book(door, startsAt, id);
    expect(first.status, first.text).toBe(201);
    expect(v.parse(bookedAppointment, first.json)).toMatchObject({ serviceId: 'land', startsAt, endsAt: slot?.endsAt });
    expect((await book(door, startsAt, id)).json).toEqual(first.json);
    expect((await slots(door))[0]).toMatchObject({ free: 1 });
    expect((await book(door, startsAt)).status).toBe(201);
    expect((await book(door, startsAt)).json).toMatchObject({ status: 409, code: 'SlotFull', startsAt });
    expect((await book(door, startsAt + 1)).json).toMatchObject({ status: 409, code: 'NoSuchSlot' });
  });

  it('are listed and cancelled by staff only', async () => {
    const door = await openDoor();
    const [slot] = await slots(door);
    const { id, code } = v.parse(bookedAppointment, (await book(door, slot?.startsAt ?? 0)).json);
    const headers = await door.cookie(LAN);
    const path = `${APPOINTMENTS}?day=${tomorrow}`;
    expect((await door.ask({ path })).status).toBe(401);
    const listed = v.parse(v.array(appointmentView), (await door.ask({ path, headers })).json);
    expect(listed).toMatchObject([{ id, code, status: 'booked', number: null }]);
    const cancel = () => door.ask({ method: 'DELETE', path: `${APPOINTMENTS}/${id}`, headers });
    expect(await cancel()).toMatchObject({ status: 204, text: '' });
    expect((await cancel()).json).toMatchObject({ status: 409, code: 'AppointmentWasCancelled' });
    expect((await door.ask({ path, headers })).json).toMatchObject([{ id, status: 'cancelled' }]);
    expect((await slots(door))[0]).toMatchObject({ free: 2 });
  });

  it('may be booked by staff from any machine', async () => {
    const door = await openDoor();
    const [slot] = await slots(door);
    const headers = { ...(await door.cookie(LAN)), 'x-forwarded-for': '203.0.113.9' };
    const body = { requestId: requestId(), serviceId: 'land', startsAt: slot?.startsAt };
    expect((await door.ask({ method: 'POST', path: APPOINTMENTS, headers, body })).status).toBe(201);
  });
});

describe('a question about slots', () => {
  const shared = sharedDoor();

  it.each([
    '',
    'serviceId=land',
    `day=${tomorrow}`,
    'serviceId=land&day=tomorrow',
    'serviceId=land&day=2026-11-31',
    `serviceId=../etc&day=${tomorrow}`,
  ])('with the query "%s" is not valid', async (query) => {
    const answer = await shared().ask({ path: `${APPOINTMENTS}/slots?${query}` });
    expect(answer.json).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  it('names an unknown service, and has none for a day far off or a service without appointments', async () => {
    const ask = (serviceId: string, day: string) =>
      shared().ask({ path: `${APPOINTMENTS}/slots?serviceId=${serviceId}&day=${day}` });
    expect((await ask('passport', tomorrow)).json).toMatchObject({ status: 404, code: 'UnknownService' });
    expect((await ask('social', tomorrow)).json).toEqual([]);
    for (const day of ['0001-01-01', '2020-02-29', '9999-12-31']) expect((await ask('land', day)).json).toEqual([]);
  });

  it.each([-1, 0.5, 1e300, '2026', null, [1]])('cannot be booked at %j', async (startsAt) => {
    const body = { requestId: requestId(), serviceId: 'land', startsAt };
    const answer = await shared().ask({ method: 'POST', path: APPOINTMENTS, body });
    expect(answer.json).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  it.each([0, 8.64e15])('at the far end of time, %d, has no slot', async (startsAt) => {
    const body = { requestId: requestId(), serviceId: 'land', startsAt };
    const answer = await shared().ask({ method: 'POST', path: APPOINTMENTS, body });
    expect(answer.json).toMatchObject({ status: 409, code: 'NoSuchSlot' });
    expect(shared().logged).toEqual([]);
  });
});
