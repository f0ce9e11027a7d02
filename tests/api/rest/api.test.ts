import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { officeReply } from '../../../server/api/rest/office-routes.ts';
import { StorageError } from '../../../server/journal/journal.ts';
import { counterView } from '../../../shared/protocol/views/desk.ts';
import { envelope } from '../../../shared/protocol/views/event.ts';
import { displayView } from '../../../shared/protocol/views/hall.ts';
import { issuedTicket, ticketView } from '../../../shared/protocol/views/ticket.ts';
import { ADMIN, LAN } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { type RestServer, startRestServer } from './rest-server.ts';

const API = '/api/v1';

async function take({ send }: RestServer, serviceId = 'civil-status', id = requestId()) {
  const response = await send({ method: 'POST', path: `${API}/tickets`, body: { requestId: id, serviceId } });
  expect(response.status, response.text).toBe(201);
  return v.parse(issuedTicket, response.json);
}

/** Signs a clerk in; the result sends one verb to one counter. */
async function clerkAt({ send, cookie }: RestServer, counterId = 'counter-1') {
  const headers = await cookie(LAN);
  return (verb: string, more: object = {}) =>
    send({
      method: 'POST',
      path: `${API}/counters/${counterId}/${verb}`,
      headers,
      body: { requestId: requestId(), ...more },
    });
}

describe('the public API', () => {
  it('returns the office with its services and opening, and forbids caching', async () => {
    const { send } = await startRestServer();
    const response = await send({ path: `${API}/office` });
    expect(response.headers['cache-control']).toBe('no-store');
    const office = v.parse(officeReply, response.json);
    expect(office.services.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(office.opening).toEqual({ state: 'open', until: null });
  });

  it('issues a ticket, and returns the same ticket when the request is repeated', async () => {
    const server = await startRestServer();
    const id = requestId();
    const first = await take(server, 'land', id);
    expect(first).toMatchObject({ number: 'B001', serviceId: 'land', ahead: 0, estimate: null });
    expect(await take(server, 'land', id)).toEqual(first);
    expect(await take(server, 'land')).toMatchObject({ number: 'B002', ahead: 1 });
  });

  it('takes a visitor from the ticket through call, service and finish to the rating', async () => {
    const server = await startRestServer();
    const ticket = await take(server);
    const press = await clerkAt(server);
    const standing = async () => v.parse(ticketView, (await server.send({ path: `${API}/tickets/${ticket.id}` })).json);

    expect(await standing()).toMatchObject({ status: 'waiting', ahead: 0, counter: null });
    expect((await press('open')).status).toBe(200);
    const called = v.parse(counterView, (await press('call-next')).json);
    expect(called).toMatchObject({ state: 'open', current: { number: 'A001', status: 'called' }, waiting: 0 });
    expect(await standing()).toMatchObject({ status: 'called', counter: 1 });
    expect((await press('recall')).json).toMatchObject({ current: { recalls: 1 } });
    expect((await press('start')).json).toMatchObject({ current: { status: 'serving' } });
    expect((await press('finish')).json).toMatchObject({ current: null });

    const body = { requestId: requestId(), number: 'a001', level: 5, reason: 'attitude' };
    expect(await server.send({ method: 'POST', path: `${API}/ratings`, body })).toMatchObject({
      status: 201,
      json: { level: 5, voteId: body.requestId },
    });
    const board = v.parse(displayView, (await server.send({ path: `${API}/board` })).json);
    expect(board.satisfaction).toMatchObject({
      ratings: 1,
      satisfied: 1,
      levels: [0, 0, 0, 0, 1],
      anonymous: 0,
      visits: 1,
      month: { ratings: 1, satisfied: 1, visits: 1 },
    });
    const vote = `${API}/ratings/${body.requestId}`;
    expect((await server.send({ method: 'DELETE', path: vote })).status).toBe(204);
    const after = v.parse(displayView, (await server.send({ path: `${API}/board` })).json);
    expect(after.satisfaction).toMatchObject({ ratings: 0, visits: 1 });
    expect(board.announcements.map(({ number, recall }) => [number, recall])).toEqual([
      ['A001', false],
      ['A001', true],
    ]);
  });

  it('pauses, resumes, calls out of order, misses, transfers, sends away and closes at a counter', async () => {
    const server = await startRestServer();
    const second = (await take(server)) && (await take(server));
    const press = await clerkAt(server);
    await press('open');
    expect((await press('pause', { reason: 'Nghỉ trưa' })).json).toMatchObject({
      state: 'paused',
      pauseReason: 'Nghỉ trưa',
    });
    expect((await press('resume')).json).toMatchObject({ state: 'open' });
    expect((await press('call', { ticketId: second.id, reason: 'Người đi cấp cứu' })).json).toMatchObject({
      current: { number: 'A002' },
    });
    expect((await press('miss')).json).toMatchObject({ current: null });
    await press('call-next');
    await press('start');
    expect((await press('transfer', { serviceId: 'land' })).json).toMatchObject({ current: null });
    await take(server);
    await press('call-next');
    await press('start');
    expect((await press('away')).json).toMatchObject({ current: null });
    expect((await press('close')).json).toMatchObject({ state: 'closed', clerk: null });
    const headers = await server.cookie();
    expect((await server.send({ path: `${API}/counters/counter-1`, headers })).json).toMatchObject({ state: 'closed' });
  });

  it('refuses with a problem that has a code for programs and a sentence in the preferred language', async () => {
    const server = await startRestServer();
    const press = await clerkAt(server);
    const refused = await press('call-next');
    expect(refused.status).toBe(409);
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(refused.json).toMatchObject({
      code: 'CounterClosed',
      status: 409,
      detail: expect.stringContaining('Quầy chưa mở'),
    });
    const english = await server.send({
      path: `${API}/tickets/no-such`,
      headers: { 'accept-language': 'en-GB,vi;q=0.5' },
    });
    expect(english.json).toMatchObject({ code: 'UnknownTicket', status: 404 });
    expect(english.headers['content-language']).toBe('en');
  });

  it('includes the facts of a refusal in the problem', async () => {
    const server = await startRestServer();
    await (await clerkAt(server, 'counter-1'))('open');
    const elsewhere = await (await clerkAt(server, 'counter-2'))('open');
    expect(elsewhere.json).toMatchObject({ code: 'ClerkElsewhere', counterNumber: 1 });
    const vote = () =>
      server.send({ method: 'POST', path: `${API}/ratings`, body: { requestId: requestId(), level: 4 } });
    expect((await vote()).status).toBe(201);
    const soon = await vote();
    expect(soon).toMatchObject({ status: 429, json: { code: 'RatedTooSoon' } });
    expect(Number(soon.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('answers 503 for tickets and health while the journal cannot be written, and works again afterwards', async () => {
    const server = await startRestServer();
    expect(await server.send({ path: '/healthz' })).toMatchObject({
      status: 200,
      json: { status: 'ok', storage: 'ok' },
    });
    server.journal.failNext();
    const body = { requestId: requestId(), serviceId: 'land' };
    const refused = await server.send({ method: 'POST', path: `${API}/tickets`, body });
    expect(refused).toMatchObject({
      status: 503,
      json: { code: 'StorageUnavailable' },
      headers: { 'retry-after': '5' },
    });
    expect(await server.send({ path: '/healthz' })).toMatchObject({ status: 503, json: { status: 'unavailable' } });
    expect(await take(server, 'land')).toMatchObject({ number: 'B001' });
    expect((await server.send({ path: '/healthz' })).status).toBe(200);
  });
});

describe('a staff session over REST', () => {
  it('is a cookie that scripts and other sites cannot use, and ends with sign-out', async () => {
    const { send } = await startRestServer();
    const signedIn = await send({ method: 'POST', path: `${API}/session`, body: ADMIN });
    expect(signedIn).toMatchObject({ status: 200, json: { userName: 'admin', role: 'supervisor' } });
    const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^den-luot-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await send({ path: `${API}/counters/counter-1`, headers })).status).toBe(200);
    const signedOut = await send({ method: 'DELETE', path: `${API}/session`, headers });
    expect(signedOut.status).toBe(204);
    expect(signedOut.headers['set-cookie']?.[0]).toMatch(/^den-luot-session=; Max-Age=0; Path=\//);
    expect(await send({ path: `${API}/counters/counter-1`, headers })).toMatchObject({
      status: 401,
      json: { code: 'SignInRequired' },
    });
  });

  it('is refused with 401 for a wrong password, and with 429 after too many of them', async () => {
    // The throttle must not count the time that the password checks take.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { send } = await startRestServer();
    const attempt = () => send({ method: 'POST', path: `${API}/session`, body: { ...ADMIN, password: 'sai' } });
    expect(await attempt()).toMatchObject({ status: 401, json: { code: 'WrongPassword' } });
    const responses = await Promise.all(Array.from({ length: 19 }, attempt));
    const throttled = responses.filter(({ status }) => status === 429);
    expect(throttled).toHaveLength(15);
    expect(throttled[0]).toMatchObject({ json: { code: 'TooManyAttempts' }, headers: { 'retry-after': '1' } });
    expect(responses.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
  });
});

describe("today's estimates over REST", () => {
  it('are counted as inside, early or late when their visitors are called', async () => {
    const server = await startRestServer();
    const press = await clerkAt(server);
    const headers = await server.cookie(ADMIN);
    const estimates = async () => (await server.send({ path: `${API}/estimates`, headers })).json;
    expect(await estimates()).toMatchObject({ inside: 0, early: 0, late: 0, coverage: null });
    await press('open');
    for (let visit = 0; visit < 3; visit += 1) {
      await take(server);
      for (const verb of ['call-next', 'start', 'finish']) await press(verb);
    }
    expect(await take(server)).toMatchObject({ estimate: { fromMinutes: 0, toMinutes: 5 } });
    await press('call-next');
    expect(await estimates()).toMatchObject({ inside: 4, early: 0, late: 0, coverage: 1 });
  });
});

describe('the events of a day over REST', () => {
  it('are sent to a supervisor in order, one JSON object per line, from the requested sequence number on', async () => {
    const server = await startRestServer();
    for (let count = 0; count < 300; count += 1) await take(server);
    const headers = await server.cookie(ADMIN);
    const all = await server.send({ path: `${API}/events`, headers });
    expect(all.headers['content-type']).toBe('application/x-ndjson');
    const events = all.text
      .trimEnd()
      .split('\n')
      .map((line) => v.parse(envelope, JSON.parse(line)));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'TicketIssued')).toHaveLength(300);
    const rest = await server.send({ path: `${API}/events?from=${events.length}`, headers });
    expect(rest.text.split('\n').filter(Boolean)).toHaveLength(1);
    expect((await server.send({ path: `${API}/events?day=2020-01-01`, headers })).text).toBe('');
  });

  it('are refused with a problem when the journal cannot be read', async () => {
    const server = await startRestServer({
      // biome-ignore lint/correctness/useYield: it fails before the first event.
      async *events() {
        throw new StorageError({ vi: 'Mất ổ đĩa.', en: 'The disk is gone.' });
      },
    });
    const response = await server.send({ path: `${API}/events`, headers: await server.cookie(ADMIN) });
    expect(response).toMatchObject({ status: 503, json: { code: 'StorageUnavailable' } });
    expect(server.logged).toHaveLength(1);
  });

  it('end with a connection reset when the journal fails in the middle, so that the list does not seem complete', async () => {
    const server = await startRestServer({
      async *events() {
        for (let seq = 1; seq <= 1000; seq += 1) {
          yield { seq, at: 1, by: 'system:clock', requestId: `r-${'x'.repeat(60)}`, type: 'DayClosed' } as const;
        }
        throw new Error('the disk is gone');
      },
    });
    const headers = await server.cookie(ADMIN);
    await expect(server.send({ path: `${API}/events`, headers })).rejects.toThrow(/aborted|hang up|reset/);
  });
});
