import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { ADMIN, LAN } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { type Answer, type Door, openDoor, sharedDoor } from './rest-server.ts';
import { named, table } from './routes.ts';

const KNOWN_STATUS = new Set([400, 401, 403, 404, 405, 409, 413, 429]);
const withBody = named.filter(([, { body }]) => body);
const staffOnly = named.filter(([, { guard }]) => guard.security.length === 1);
const forScreens = named.filter(([, { guard }]) => guard.security.length > 1);
const api = named.filter(([, { path }]) => path.startsWith('/api/'));

/** A clear typed refusal: a problem with a code and words, and not one new fact in the journal. */
function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer.json, answer.text).toMatchObject({ code, status });
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.json).toHaveProperty('detail');
}

async function unchanged<Value>({ engine }: Door, act: () => Promise<Value>): Promise<Value> {
  const before = await engine.read(({ queue: { lastSeq } }) => lastSeq);
  const value = await act();
  expect(await engine.read(({ queue: { lastSeq } }) => lastSeq)).toBe(before);
  return value;
}

/** The beginning of what a raw connection gets back, for what no proper client would send. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data));
    });
    socket.once('error', reject);
  });
}

describe.each(['malformed', 'wrong types', 'polluting', 'too large', 'too large in pieces', 'no JSON'])(
  'a body that is %s',
  (kind) => {
    const shared = sharedDoor();
    it.each(withBody)('is refused by %s', async (_, { method, address: path }) => {
      const door = shared();
      const headers = await door.cookie(LAN);
      const ask = (body: unknown, more: Record<string, string> = {}) =>
        unchanged(door, () => door.ask({ method, path, body, headers: { ...headers, ...more } }));
      switch (kind) {
        case 'malformed':
          for (const body of ['{', '', 'null x', '\u0000', '{"requestId":"request-1"']) {
            expectProblem(await ask(body), 400, 'InvalidRequest');
          }
          break;
        case 'wrong types':
          for (const body of [
            null,
            [],
            7,
            '"text"',
            { requestId: 7 },
            { requestId: { $ne: null } },
            { username: ['admin'] },
          ]) {
            expectProblem(await ask(body), 400, 'InvalidRequest');
          }
          expectProblem(await ask(`${'['.repeat(8000)}${']'.repeat(8000)}`), 400, 'InvalidRequest');
          break;
        case 'polluting':
          expectProblem(
            await ask('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":1}'),
            400,
            'InvalidRequest',
          );
          expect({}).not.toHaveProperty('polluted');
          break;
        case 'too large':
          expectProblem(await ask({ requestId: 'x'.repeat(20_000) }), 413, 'RequestTooLarge');
          break;
        case 'too large in pieces':
          expectProblem(
            await ask({ requestId: 'x'.repeat(200_000) }, { 'transfer-encoding': 'chunked' }),
            413,
            'RequestTooLarge',
          );
          break;
        default:
          expectProblem(await ask({ requestId: requestId() }, { 'content-type': 'text/plain' }), 400, 'InvalidRequest');
      }
      expect((await door.ask({ path: '/healthz' })).status).toBe(200);
    });
  },
);

describe('a caller without the right', () => {
  const shared = sharedDoor();
  const valid = { requestId: 'request-0001' };

  it.each(staffOnly)('is asked to sign in by %s', async (_, { method, address: path }) => {
    expectProblem(await unchanged(shared(), () => shared().ask({ method, path, body: valid })), 401, 'SignInRequired');
    const headers = { cookie: 'den-luot-session=made-up' };
    expectProblem(await shared().ask({ method, path, headers, body: valid }), 401, 'SignInRequired');
  });

  it.each(forScreens)('gets nothing from another machine unpaired: %s', async (_, { method, address: path }) => {
    const strangers: Record<string, string>[] = [
      { 'x-forwarded-for': '203.0.113.9' },
      { host: 'queue.evil.example' },
      { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer made-up' },
    ];
    for (const headers of strangers) {
      const answer = await unchanged(shared(), () => shared().ask({ method, path, headers, body: valid }));
      expectProblem(answer, 401, 'NotPaired');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it.each(api)('is stopped when a page of another origin sends it: %s', async (_, { method, address: path }) => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const sent = { ...headers, ...(await shared().cookie(ADMIN)) };
      expectProblem(
        await unchanged(shared(), () => shared().ask({ method, path, headers: sent, body: valid })),
        403,
        'ForeignOrigin',
      );
    }
  });

  it('is no supervisor when a clerk wants the facts', async () => {
    const answer = await shared().ask({ path: '/api/v1/events', headers: await shared().cookie(LAN) });
    expectProblem(answer, 403, 'SupervisorOnly');
  });

  it('uses a screen of one kind for another', async () => {
    const codes: string[] = [];
    const tokens: string[] = [];
    shared().setup.accounts.devices.request('display', '203.0.113.9', {
      show: (code) => codes.push(code),
      paired: (token) => tokens.push(token),
    });
    await shared().setup.accounts.devices.accept(codes[0] ?? '', 'TV');
    const headers = { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${tokens[0]}` };
    expect((await shared().ask({ path: '/api/v1/board', headers })).status).toBe(200);
    expect((await shared().ask({ path: '/api/v1/office', headers })).status).toBe(200);
    const body = { requestId: requestId(), serviceId: 'land' };
    expectProblem(await shared().ask({ method: 'POST', path: '/api/v1/tickets', headers, body }), 401, 'NotPaired');
    const vote = { requestId: requestId(), level: 5 };
    expectProblem(
      await shared().ask({ method: 'POST', path: '/api/v1/ratings', headers, body: vote }),
      401,
      'NotPaired',
    );
  });
});

describe('a wrong address', () => {
  const shared = sharedDoor();

  it.each(named)('or method is named as such near %s', async (_, { path, address }) => {
    const methods = table.filter((other) => other.path === path).map(({ method }) => String(method));
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
      (name) => !methods.includes(name),
    )) {
      const answer = await unchanged(shared(), () => shared().ask({ method, path: address, body: {} }));
      expectProblem(answer, 405, 'UnknownRequest');
      expect(answer.headers.allow).toBe(methods.join(', '));
    }
  });

  it.each([
    '/api/v1/nothing',
    '/api/v2/office',
    '/api/v1/counters/counter-1/explode',
    '/api/v1/tickets/../office/..',
    '/api/v1/tickets/a/b',
    '/api/v1/%2e%2e/office',
    '/api/v1/office%00',
    '/api/v1//office',
    '/api/%ff%fe',
  ])('%s is a problem, not a page', async (path) => {
    const answer = await unchanged(shared(), () => shared().ask({ path }));
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ code: 'NotFound' });
  });

  it.each([
    '/api/v1/tickets/__proto__',
    '/api/v1/tickets/constructor',
    '/api/v1/tickets/%00',
    '/api/v1/tickets/..%2f..%2fetc%2fpasswd',
    `/api/v1/tickets/${'x'.repeat(4000)}`,
  ])('%s is no ticket', async (path) => {
    expectProblem(await shared().ask({ path }), 404, 'UnknownTicket');
  });

  it('of a counter is told to whoever may know', async () => {
    const headers = await shared().cookie();
    for (const id of ['counter-9', '__proto__', 'constructor']) {
      expectProblem(await shared().ask({ path: `/api/v1/counters/${id}`, headers }), 404, 'UnknownCounter');
      const body = { requestId: requestId() };
      const path = `/api/v1/counters/${id}/open`;
      expectProblem(
        await unchanged(shared(), () => shared().ask({ method: 'POST', path, headers, body })),
        404,
        'UnknownCounter',
      );
    }
  });

  it.each(['from=-1', 'from=1e9', 'from=x', 'from=99999999999999999999', 'day=yesterday', 'day=../../etc', 'day='])(
    'asks for facts with %s in vain',
    async (query) => {
      const answer = await shared().ask({ path: `/api/v1/events?${query}`, headers: await shared().cookie(ADMIN) });
      expectProblem(answer, 400, 'InvalidRequest');
      expect(answer.json).toHaveProperty('invalid', expect.stringMatching(/^(from|day): /));
    },
  );
});

describe('nonsense on the wire', () => {
  it.each([
    ['no HTTP', 'GARBAGE\r\n\r\n'],
    [
      'a body shorter than promised',
      'POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Length: zz\r\n\r\n{}',
    ],
    [
      'two lengths',
      'POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    ],
    ['headers without end', `GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['no host', 'GET /api/v1/office HTTP/1.1\r\n\r\n'],
    ['a nonsense host', 'GET /api/v1/office HTTP/1.1\r\nHost: a b c\r\n\r\n'],
  ])('like %s is refused and the server lives on', async (_, text) => {
    const door = await openDoor();
    expect(await raw(door.port, text)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await door.ask({ path: '/healthz' })).status).toBe(200);
    expect(door.logged).toEqual([]);
  });

  it('gives a typed refusal for every made-up body of every call', async () => {
    const door = await openDoor();
    const headers = await door.cookie(ADMIN);
    const bodies = [
      {},
      [[]],
      { requestId: 'short' },
      { requestId: requestId(), serviceId: '../etc', level: 1e99, reason: {} },
    ];
    for (const [, { method, address: path, body }] of withBody) {
      expect(body).toBeDefined();
      for (const sent of bodies) {
        const answer = await door.ask({ method, path, headers, body: sent });
        expect(KNOWN_STATUS.has(answer.status), `${path}: ${answer.text}`).toBe(true);
      }
    }
    expect(door.logged).toEqual([]);
  });
});

it('does nothing for a caller who was let in, and may not be in any more when the body has come', async () => {
  const door = await openDoor();
  const body = JSON.stringify({ requestId: requestId() });
  const json = { 'content-type': 'application/json', 'content-length': String(body.length) };
  const headers = { ...(await door.cookie()), ...json };
  const { sessions } = door.setup.accounts;
  const authenticate = sessions.authenticate.bind(sessions);
  const looked = new Promise<void>((resolve) => {
    vi.spyOn(sessions, 'authenticate').mockImplementationOnce((token) => {
      resolve();
      return authenticate(token);
    });
  });
  const sent = request({ port: door.port, method: 'POST', path: '/api/v1/counters/counter-1/open', headers });
  const answered = once(sent, 'response');
  sent.write(body.slice(0, 5));
  await looked;
  const clerk = door.setup.accounts.staff.list().find(({ userName }) => userName === LAN.username);
  await door.setup.accounts.staff.remove(clerk?.id ?? '');
  sent.end(body.slice(5));
  const [response] = await answered;
  expect(response.statusCode).toBe(401);
  expect(await door.engine.read(({ queue: { counters } }) => counters.size)).toBe(0);
  response.destroy();
});
