import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as replies from '../../../server/api/rest/replies.ts';
import { StorageError } from '../../../server/journal/journal.ts';
import { envelope } from '../../../shared/protocol/views/event.ts';
import { counterView, displayView } from '../../../shared/protocol/views/hall.ts';
import { issuedTicket, ticketView } from '../../../shared/protocol/views/ticket.ts';
import { ADMIN, LAN } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { type Door, openDoor } from './rest-server.ts';

const API = '/api/v1';

async function take({ ask }: Door, serviceId = 'civil-status', id = requestId()) {
  const answer = await ask({ method: 'POST', path: `${API}/tickets`, body: { requestId: id, serviceId } });
  expect(answer.status, answer.text).toBe(201);
  return v.parse(issuedTicket, answer.json);
}

/** A clerk who is signed in and presses the buttons of one counter. */
async function clerkAt({ ask, cookie }: Door, counterId = 'counter-1') {
  const headers = await cookie(LAN);
  return (verb: string, more: object = {}) =>
    ask({
      method: 'POST',
      path: `${API}/counters/${counterId}/${verb}`,
      headers,
      body: { requestId: requestId(), ...more },
    });
}

describe('the public API', () => {
  it('tells the office, its services and whether it is open, anew each time', async () => {
    const { ask } = await openDoor();
    const answer = await ask({ path: `${API}/office` });
    expect(answer.headers['cache-control']).toBe('no-store');
    const office = v.parse(replies.office, answer.json);
    expect(office.services.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(office.opening).toEqual({ state: 'open', until: null });
  });

  it('gives a ticket, and the same ticket to the same request', async () => {
    const door = await openDoor();
    const id = requestId();
    const first = await take(door, 'land', id);
    expect(first).toMatchObject({ number: 'B001', serviceId: 'land', ahead: 0, estimate: null });
    expect(await take(door, 'land', id)).toEqual(first);
    expect(await take(door, 'land')).toMatchObject({ number: 'B002', ahead: 1 });
  });

  it('leads a visitor from the ticket to the rating', async () => {
    const door = await openDoor();
    const ticket = await take(door);
    const press = await clerkAt(door);
    const standing = async () => v.parse(ticketView, (await door.ask({ path: `${API}/tickets/${ticket.id}` })).json);

    expect(await standing()).toMatchObject({ status: 'waiting', ahead: 0, counter: null });
    expect((await press('open')).status).toBe(200);
    const called = v.parse(counterView, (await press('call-next')).json);
    expect(called).toMatchObject({ state: 'open', current: { number: 'A001', status: 'called' }, waiting: 0 });
    expect(await standing()).toMatchObject({ status: 'called', counter: 1 });
    expect((await press('recall')).json).toMatchObject({ current: { recalls: 1 } });
    expect((await press('start')).json).toMatchObject({ current: { status: 'serving' } });
    expect((await press('finish')).json).toMatchObject({ current: null });

    const body = { requestId: requestId(), number: 'a001', level: 5, reason: 'attitude' };
    expect(await door.ask({ method: 'POST', path: `${API}/ratings`, body })).toMatchObject({
      status: 201,
      json: { level: 5 },
    });
    const board = v.parse(displayView, (await door.ask({ path: `${API}/board` })).json);
    expect(board.satisfaction).toEqual({
      ratings: 1,
      satisfied: 1,
      levels: [0, 0, 0, 0, 1],
      anonymous: 0,
      visits: 1,
      month: { ratings: 1, satisfied: 1, visits: 1 },
    });
    expect(board.announcements.map(({ number, recall }) => [number, recall])).toEqual([
      ['A001', false],
      ['A001', true],
    ]);
  });

  it('does at a counter what each verb says', async () => {
    const door = await openDoor();
    const second = (await take(door)) && (await take(door));
    const press = await clerkAt(door);
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
    await take(door);
    await press('call-next');
    await press('start');
    expect((await press('away')).json).toMatchObject({ current: null });
    expect((await press('close')).json).toMatchObject({ state: 'closed', clerk: null });
    const headers = await door.cookie();
    expect((await door.ask({ path: `${API}/counters/counter-1`, headers })).json).toMatchObject({ state: 'closed' });
  });

  it('says in a problem what was refused, for programs and for people', async () => {
    const door = await openDoor();
    const press = await clerkAt(door);
    const refused = await press('call-next');
    expect(refused.status).toBe(409);
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(refused.json).toMatchObject({
      code: 'CounterClosed',
      status: 409,
      detail: expect.stringContaining('Quầy chưa mở'),
    });
    const english = await door.ask({
      path: `${API}/tickets/no-such`,
      headers: { 'accept-language': 'en-GB,vi;q=0.5' },
    });
    expect(english.json).toMatchObject({ code: 'UnknownTicket', status: 404 });
    expect(english.headers['content-language']).toBe('en');
  });

  it('carries the facts of a refusal', async () => {
    const door = await openDoor();
    await (await clerkAt(door, 'counter-1'))('open');
    const elsewhere = await (await clerkAt(door, 'counter-2'))('open');
    expect(elsewhere.json).toMatchObject({ code: 'ClerkElsewhere', counterNumber: 1 });
    const vote = () => door.ask({ method: 'POST', path: `${API}/ratings`, body: { requestId: requestId(), level: 4 } });
    expect((await vote()).status).toBe(201);
    const soon = await vote();
    expect(soon).toMatchObject({ status: 429, json: { code: 'RatedTooSoon' } });
    expect(Number(soon.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('answers 503 while the disk refuses, in health too, and works again afterwards', async () => {
    const door = await openDoor();
    expect(await door.ask({ path: '/healthz' })).toMatchObject({ status: 200, json: { status: 'ok', storage: 'ok' } });
    door.journal.failNext();
    const body = { requestId: requestId(), serviceId: 'land' };
    const refused = await door.ask({ method: 'POST', path: `${API}/tickets`, body });
    expect(refused).toMatchObject({
      status: 503,
      json: { code: 'StorageUnavailable' },
      headers: { 'retry-after': '5' },
    });
    expect(await door.ask({ path: '/healthz' })).toMatchObject({ status: 503, json: { status: 'unavailable' } });
    expect(await take(door, 'land')).toMatchObject({ number: 'B001' });
    expect((await door.ask({ path: '/healthz' })).status).toBe(200);
  });
});

describe('a session', () => {
  it('is a cookie that scripts and other sites cannot use, and ends with sign-out', async () => {
    const { ask } = await openDoor();
    const signedIn = await ask({ method: 'POST', path: `${API}/session`, body: ADMIN });
    expect(signedIn).toMatchObject({ status: 200, json: { userName: 'admin', role: 'supervisor' } });
    const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^den-luot-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await ask({ path: `${API}/counters/counter-1`, headers })).status).toBe(200);
    const signedOut = await ask({ method: 'DELETE', path: `${API}/session`, headers });
    expect(signedOut.status).toBe(204);
    expect(signedOut.headers['set-cookie']?.[0]).toMatch(/^den-luot-session=; Max-Age=0; Path=\//);
    expect(await ask({ path: `${API}/counters/counter-1`, headers })).toMatchObject({
      status: 401,
      json: { code: 'SignInRequired' },
    });
  });

  it('is refused for a wrong password, and after twenty of them still with a clear word', async () => {
    // However long the checks take, no time passes between them.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { ask } = await openDoor();
    const attempt = () => ask({ method: 'POST', path: `${API}/session`, body: { ...ADMIN, password: 'sai' } });
    expect(await attempt()).toMatchObject({ status: 401, json: { code: 'WrongPassword' } });
    const answers = await Promise.all(Array.from({ length: 19 }, attempt));
    const throttled = answers.filter(({ status }) => status === 429);
    expect(throttled).toHaveLength(15);
    expect(throttled[0]).toMatchObject({ json: { code: 'TooManyAttempts' }, headers: { 'retry-after': '1' } });
    expect(answers.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
  });
});

describe('the promised waits of today', () => {
  it('are counted for the supervisor when their visitors are called', async () => {
    const door = await openDoor();
    const press = await clerkAt(door);
    const headers = await door.cookie(ADMIN);
    const estimates = async () => (await door.ask({ path: `${API}/estimates`, headers })).json;
    expect(await estimates()).toMatchObject({ inside: 0, early: 0, late: 0, coverage: null });
    await press('open');
    for (let visit = 0; visit < 3; visit += 1) {
      await take(door);
      for (const verb of ['call-next', 'start', 'finish']) await press(verb);
    }
    expect(await take(door)).toMatchObject({ estimate: { fromMinutes: 0, toMinutes: 5 } });
    await press('call-next');
    expect(await estimates()).toMatchObject({ inside: 1, early: 0, late: 0, coverage: 1 });
  });
});

describe("the day's facts", () => {
  it('come to a supervisor in order, one JSON object per line, from the asked number on', async () => {
    const door = await openDoor();
    for (let count = 0; count < 300; count += 1) await take(door);
    const headers = await door.cookie(ADMIN);
    const all = await door.ask({ path: `${API}/events`, headers });
    expect(all.headers['content-type']).toBe('application/x-ndjson');
    const events = all.text
      .trimEnd()
      .split('\n')
      .map((line) => v.parse(envelope, JSON.parse(line)));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'TicketIssued')).toHaveLength(300);
    const rest = await door.ask({ path: `${API}/events?from=${events.length}`, headers });
    expect(rest.text.split('\n').filter(Boolean)).toHaveLength(1);
    expect((await door.ask({ path: `${API}/events?day=2020-01-01`, headers })).text).toBe('');
  });

  it('are refused with a problem when the day cannot be read', async () => {
    const door = await openDoor({
      // biome-ignore lint/correctness/useYield: it fails before the first fact.
      async *events() {
        throw new StorageError({ vi: 'Mất ổ đĩa.', en: 'The disk is gone.' });
      },
    });
    const answer = await door.ask({ path: `${API}/events`, headers: await door.cookie(ADMIN) });
    expect(answer).toMatchObject({ status: 503, json: { code: 'StorageUnavailable' } });
    expect(door.logged).toHaveLength(1);
  });

  it('break off, rather than end, when the disk fails in the middle', async () => {
    const door = await openDoor({
      async *events() {
        for (let seq = 1; seq <= 1000; seq += 1) {
          yield { seq, at: 1, by: 'system:clock', requestId: `r-${'x'.repeat(60)}`, type: 'DayClosed' } as const;
        }
        throw new Error('the disk is gone');
      },
    });
    const headers = await door.cookie(ADMIN);
    await expect(door.ask({ path: `${API}/events`, headers })).rejects.toThrow(/aborted|hang up|reset/);
  });
});
