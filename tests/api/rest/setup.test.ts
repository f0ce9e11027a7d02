// The set-up of the office by REST: one truth on disk, changed while people wait.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Office } from '../../../shared/office/office.ts';
import { communeOffice } from '../../office.ts';
import { ADMIN } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { type RestRequest, type RestServer, startRestServer } from './rest-server.ts';

const SETUP = '/api/v1/setup';

async function opened(): Promise<{ server: RestServer; send: (request: RestRequest) => Promise<Answer> }> {
  const server = await startRestServer();
  const headers = await server.cookie(ADMIN);
  const send = async (request: RestRequest): Promise<Answer> => {
    const { status, json } = await server.send({ ...request, headers });
    return { status, body: json as Answer['body'] };
  };
  return { server, send };
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const put = (version: number, office: unknown, more: object = {}): RestRequest => ({
  method: 'PUT',
  path: SETUP,
  body: { version, office, requestId: requestId(), ...more },
});
const renamed = (hotline: string): Office => ({ ...communeOffice, hotline });
const withoutLand: Office = {
  ...communeOffice,
  services: communeOffice.services.filter(({ id }) => id !== 'land'),
  counters: communeOffice.counters
    .map((counter) => ({ ...counter, services: counter.services.filter((id) => id !== 'land') }))
    .filter(({ services }) => services.length > 0),
  screens: [{ ...communeOffice.screens[0], services: 'all' }],
};
const inForce = ({ engine }: RestServer) => engine.read(({ queue }) => queue.office);
const onDisk = async (server: RestServer): Promise<Office> =>
  JSON.parse(await readFile(join(server.folder, 'setup/office.json'), 'utf8')).data;
/** Two people wait for the land registry. */
async function twoWait(server: RestServer): Promise<void> {
  for (let visitor = 0; visitor < 2; visitor += 1) {
    const body = { requestId: requestId(), serviceId: 'land' };
    expect((await server.send({ method: 'POST', path: '/api/v1/tickets', body })).status).toBe(201);
  }
}
const waitingFor = (server: RestServer, serviceId: string) =>
  server.engine.read(
    ({ queue }) =>
      [...queue.tickets.values()].filter((ticket) => ticket.status === 'waiting' && ticket.serviceId === serviceId)
        .length,
  );

describe('a change of the set-up', () => {
  it('is in force, on disk and in the journal, under the name of its supervisor', async () => {
    const { server, send } = await opened();
    expect(await send({ path: SETUP })).toMatchObject({
      status: 200,
      body: { version: 1, by: null, takesEffect: null, office: communeOffice, warnings: [] },
    });
    expect(await send(put(1, renamed('19001234')))).toEqual({ status: 200, body: { version: 2 } });
    expect(await inForce(server)).toEqual(renamed('19001234'));
    expect(await onDisk(server)).toEqual(renamed('19001234'));
    const day = await server.engine.read(({ queue }) => queue.day);
    const changed = (await server.journal.read(day)).findLast(({ type }) => type === 'OfficeChanged');
    expect(changed).toMatchObject({ by: expect.stringMatching(/^staff:/), office: { hotline: '19001234' } });
    const versions = await send({ path: `${SETUP}/versions` });
    expect(versions.body).toMatchObject([
      { version: 2, by: expect.any(String) },
      { version: 1, by: null },
    ]);
  });

  it('is saved once when the request is repeated, and not at all when nothing differs', async () => {
    const { send } = await opened();
    const request = put(1, renamed('19001234'));
    expect((await send(request)).body).toEqual({ version: 2 });
    expect((await send(request)).body).toEqual({ version: 2 });
    expect((await send(put(2, renamed('19001234')))).body).toEqual({ version: 2 });
  });

  it('is refused with the name of the other supervisor when the description has changed meanwhile', async () => {
    const { server, send } = await opened();
    await send(put(1, renamed('19001234')));
    const second = await send(put(1, renamed('0123')));
    expect(second).toMatchObject({ status: 409, body: { code: 'SetupChanged', version: 2, by: expect.any(String) } });
    expect(await inForce(server)).toEqual(renamed('19001234'));
  });

  it('is made by one of two supervisors who save at the same time', async () => {
    const { send } = await opened();
    const answers = await Promise.all([send(put(1, renamed('111'))), send(put(1, renamed('222')))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is refused with each mistake at its place, and changes nothing', async () => {
    const { server, send } = await opened();
    const [first, ...others] = communeOffice.services;
    const wrong = { ...communeOffice, timeZone: 'Mars', services: [{ ...first, letter: 'Đ' }, ...others] };
    const refused = await send(put(1, wrong));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'SetupInvalid',
      problems: [{ path: ['timeZone'] }, { path: ['services', 0, 'letter'], text: { vi: expect.any(String) } }],
    });
    expect(await onDisk(server)).toEqual(communeOffice);
    expect(await send({ method: 'POST', path: `${SETUP}/check`, body: { office: wrong } })).toMatchObject({
      status: 200,
      body: { problems: [{ path: ['timeZone'] }, { path: ['services', 0, 'letter'] }], effects: [] },
    });
  });

  it('restores an earlier version as a new one', async () => {
    const { server, send } = await opened();
    await send(put(1, renamed('19001234')));
    const restore = { method: 'POST', path: `${SETUP}/restore` };
    const body = { to: 1, version: 2, requestId: requestId() };
    expect(await send({ ...restore, body })).toEqual({ status: 200, body: { version: 3 } });
    expect(await inForce(server)).toEqual(communeOffice);
    expect(await send({ path: `${SETUP}/versions/2` })).toMatchObject({ body: { office: { hotline: '19001234' } } });
    const unknown = await send({ ...restore, body: { ...body, to: 9, requestId: requestId() } });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'UnknownVersion' } });
  });

  it('keeps the last 30 versions', async () => {
    const { send } = await opened();
    for (let version = 1; version < 33; version += 1) await send(put(version, renamed(`${1000 + version}`)));
    const { body } = await send({ path: `${SETUP}/versions` });
    expect(body).toHaveLength(30);
    expect(body).toMatchObject({ 0: { version: 33 }, 29: { version: 4 } });
  });

  it('is for supervisors only', async () => {
    const { server } = await opened();
    expect((await server.send({ path: SETUP })).status).toBe(401);
    expect((await server.send({ path: SETUP, headers: await server.cookie() })).status).toBe(403);
  });
});

describe('a change that touches visitors', () => {
  const effect = { kind: 'service-removed', id: 'land', visitors: 2, choices: ['next-day', 'stop-issuing', 'move'] };

  it('is refused with their number until the request says what becomes of them', async () => {
    const { server, send } = await opened();
    await twoWait(server);
    expect(await send({ method: 'POST', path: `${SETUP}/check`, body: { office: withoutLand } })).toMatchObject({
      body: { problems: [], effects: [effect] },
    });
    const refused = await send(put(1, withoutLand));
    expect(refused).toMatchObject({ status: 409, body: { code: 'ChangeTouchesVisitors', effects: [effect] } });
    expect(await onDisk(server)).toEqual(communeOffice);
    expect((await send(put(1, withoutLand, { apply: 'move' }))).status).toBe(409);
    expect((await send(put(1, withoutLand, { apply: 'move', moveTo: 'land' }))).status).toBe(409);
  });

  it('moves them to another service', async () => {
    const { server, send } = await opened();
    await twoWait(server);
    const moveTo = withoutLand.services[0]?.id ?? '';
    expect((await send(put(1, withoutLand, { apply: 'move', moveTo }))).status).toBe(200);
    expect(await waitingFor(server, moveTo)).toBe(2);
    expect(await onDisk(server)).toEqual(withoutLand);
  });

  it('stops issuing now and comes into force tomorrow', async () => {
    const { server, send } = await opened();
    await twoWait(server);
    expect((await send(put(1, withoutLand, { apply: 'stop-issuing' }))).body).toEqual({ version: 2 });
    expect(await onDisk(server)).toEqual(communeOffice);
    const latest = await send({ path: SETUP });
    expect(latest.body).toMatchObject({
      version: 2,
      takesEffect: expect.stringMatching(/^\d{4}-/),
      office: withoutLand,
    });
    const body = { requestId: requestId(), serviceId: 'land' };
    const issued = await server.send({ method: 'POST', path: '/api/v1/tickets', body });
    expect(issued).toMatchObject({ status: 409, json: { code: 'IssuingStopped' } });
    expect(await waitingFor(server, 'land')).toBe(2);
    const resume = { method: 'POST', path: '/api/v1/services/land/resume-issuing', body: { requestId: requestId() } };
    expect((await send(resume)).status).toBe(204);
    const again = { ...body, requestId: requestId() };
    expect((await server.send({ method: 'POST', path: '/api/v1/tickets', body: again })).status).toBe(201);
  });

  it('from tomorrow, comes into force when the next day opens', async () => {
    const { server, send } = await opened();
    await twoWait(server);
    expect((await send(put(1, withoutLand, { apply: 'next-day' }))).body).toEqual({ version: 2 });
    // A further change is made from the one that waits.
    const both = { ...withoutLand, hotline: '19001234' };
    expect((await send(put(2, both, { apply: 'next-day' }))).body).toEqual({ version: 3 });
    expect(await inForce(server)).toEqual(communeOffice);
    server.skip(24 * 60 * 60_000);
    // Opens the next day, as the clock of the engine would within a minute.
    const body = { requestId: requestId(), serviceId: 'civil-status' };
    await server.send({ method: 'POST', path: '/api/v1/tickets', body });
    await expect
      .poll(async () => (await inForce(server)).services.length, { timeout: 5_000 })
      .toBe(withoutLand.services.length);
    expect(await inForce(server)).toEqual(both);
    await expect.poll(() => onDisk(server)).toEqual(both);
    expect((await send({ path: SETUP })).body).toMatchObject({ version: 3, takesEffect: null });
  });
});
