import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { BODY_BYTES } from '../../../server/api/rest/json-body.ts';
import { ADMIN, LAN } from '../../server/office.ts';
import { requestId } from '../../server/screen.ts';
import { type RestResponse, type RestServer, sharedRestServer, startRestServer } from './rest-server.ts';
import { named, table } from './routes.ts';

const KNOWN_STATUS = new Set([400, 401, 403, 404, 405, 409, 413, 429]);
const withBody = named.filter(([, { body }]) => body);
const staffOnly = named.filter(([, { guard }]) => guard.security.length === 1);
const forScreens = named.filter(([, { guard }]) => guard.security.length > 1);
const api = named.filter(([, { path }]) => path.startsWith('/api/'));

/** Checks that the response is a problem with this status and code, and with a sentence for people. */
function expectProblem(response: RestResponse, status: number, code: string): void {
  expect(response.json, response.text).toMatchObject({ code, status });
  expect(response.status).toBe(status);
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(response.json).toHaveProperty('detail');
}

/** Checks that `act` adds no event to the journal. */
async function withoutEvents<Value>({ engine }: RestServer, act: () => Promise<Value>): Promise<Value> {
  const before = await engine.read(({ queue: { lastSeq } }) => lastSeq);
  const value = await act();
  expect(await engine.read(({ queue: { lastSeq } }) => lastSeq)).toBe(before);
  return value;
}

/** Sends text that no HTTP client would send, and returns the beginning of the response. */
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

describe.each(['malformed JSON', 'wrong types', 'prototype names', 'too large', 'too large in chunks', 'text/plain'])(
  'a request body (%s)',
  (kind) => {
    const shared = sharedRestServer();
    it.each(withBody)('is refused by %s', async (_, { method, address: path, bodyBytes = BODY_BYTES }) => {
      const server = shared();
      // A supervisor may send every request that a clerk may.
      const headers = await server.cookie(ADMIN);
      const send = (body: unknown, more: Record<string, string> = {}) =>
        withoutEvents(server, () => server.send({ method, path, body, headers: { ...headers, ...more } }));
      switch (kind) {
        case 'malformed JSON':
          for (const body of ['{', '', 'null x', '\u0000', '{"requestId":"request-1"']) {
            expectProblem(await send(body), 400, 'InvalidRequest');
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
            expectProblem(await send(body), 400, 'InvalidRequest');
          }
          expectProblem(await send(`${'['.repeat(8000)}${']'.repeat(8000)}`), 400, 'InvalidRequest');
          break;
        case 'prototype names':
          expectProblem(
            await send('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":1}'),
            400,
            'InvalidRequest',
          );
          expect({}).not.toHaveProperty('polluted');
          break;
        case 'too large':
          expectProblem(await send({ requestId: 'x'.repeat(bodyBytes) }), 413, 'RequestTooLarge');
          break;
        case 'too large in chunks':
          expectProblem(
            await send({ requestId: 'x'.repeat(10 * bodyBytes) }, { 'transfer-encoding': 'chunked' }),
            413,
            'RequestTooLarge',
          );
          break;
        default:
          expectProblem(
            await send({ requestId: requestId() }, { 'content-type': 'text/plain' }),
            400,
            'InvalidRequest',
          );
      }
      expect((await server.send({ path: '/healthz' })).status).toBe(200);
    });
  },
);

describe('a REST caller without permission', () => {
  const server = sharedRestServer();
  const valid = { requestId: 'request-0001' };

  it.each(staffOnly)('must sign in for %s', async (_, { method, address: path }) => {
    expectProblem(
      await withoutEvents(server(), () => server().send({ method, path, body: valid })),
      401,
      'SignInRequired',
    );
    const headers = { cookie: 'den-luot-session=made-up' };
    expectProblem(await server().send({ method, path, headers, body: valid }), 401, 'SignInRequired');
  });

  it.each(forScreens)('is refused as unpaired on another machine: %s', async (_, { method, address: path }) => {
    const unpaired: Record<string, string>[] = [
      { 'x-forwarded-for': '203.0.113.9' },
      { host: 'queue.evil.example' },
      { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer made-up' },
    ];
    for (const headers of unpaired) {
      const response = await withoutEvents(server(), () => server().send({ method, path, headers, body: valid }));
      expectProblem(response, 401, 'NotPaired');
      expect(response.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it.each(api)(
    'is refused when a page of another origin sends the request: %s',
    async (_, { method, address: path }) => {
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'null' },
      ]) {
        const sent = { ...headers, ...(await server().cookie(ADMIN)) };
        expectProblem(
          await withoutEvents(server(), () => server().send({ method, path, headers: sent, body: valid })),
          403,
          'ForeignOrigin',
        );
      }
    },
  );

  it('is refused the events of the day when it is a clerk', async () => {
    const response = await server().send({ path: '/api/v1/events', headers: await server().cookie(LAN) });
    expectProblem(response, 403, 'SupervisorOnly');
  });

  it('cannot use the token of a TV as a kiosk or a rating pad', async () => {
    const codes: string[] = [];
    const tokens: string[] = [];
    server().setup.accounts.devices.request('display', '203.0.113.9', {
      show: (code) => codes.push(code),
      paired: (token) => tokens.push(token),
    });
    await server().setup.accounts.devices.accept(codes[0] ?? '', 'TV');
    const headers = { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${tokens[0]}` };
    expect((await server().send({ path: '/api/v1/board', headers })).status).toBe(200);
    expect((await server().send({ path: '/api/v1/office', headers })).status).toBe(200);
    const body = { requestId: requestId(), serviceId: 'land' };
    expectProblem(await server().send({ method: 'POST', path: '/api/v1/tickets', headers, body }), 401, 'NotPaired');
    const vote = { requestId: requestId(), level: 5 };
    expectProblem(
      await server().send({ method: 'POST', path: '/api/v1/ratings', headers, body: vote }),
      401,
      'NotPaired',
    );
  });
});

describe('a wrong URL', () => {
  const server = sharedRestServer();

  it.each(named)(
    'is refused with 405 and the allowed methods when only the path is that of %s',
    async (_, { path, address }) => {
      const methods = table.filter((other) => other.path === path).map(({ method }) => String(method));
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
        (name) => !methods.includes(name),
      )) {
        const response = await withoutEvents(server(), () => server().send({ method, path: address, body: {} }));
        expectProblem(response, 405, 'UnknownRequest');
        expect(response.headers.allow).toBe(methods.join(', '));
      }
    },
  );

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
  ])('is answered with a problem instead of a page: %s', async (path) => {
    const response = await withoutEvents(server(), () => server().send({ path }));
    expect(response.status).toBe(404);
    expect(response.json).toMatchObject({ code: 'NotFound' });
  });

  it.each([
    '/api/v1/tickets/__proto__',
    '/api/v1/tickets/constructor',
    '/api/v1/tickets/%00',
    '/api/v1/tickets/..%2f..%2fetc%2fpasswd',
    `/api/v1/tickets/${'x'.repeat(4000)}`,
  ])('is refused as an unknown ticket: %s', async (path) => {
    expectProblem(await server().send({ path }), 404, 'UnknownTicket');
  });

  it('is refused as an unknown counter when staff request it', async () => {
    const headers = await server().cookie();
    for (const id of ['counter-9', '__proto__', 'constructor']) {
      expectProblem(await server().send({ path: `/api/v1/counters/${id}`, headers }), 404, 'UnknownCounter');
      const body = { requestId: requestId() };
      const path = `/api/v1/counters/${id}/open`;
      expectProblem(
        await withoutEvents(server(), () => server().send({ method: 'POST', path, headers, body })),
        404,
        'UnknownCounter',
      );
    }
  });

  it.each(['from=-1', 'from=1e9', 'from=x', 'from=99999999999999999999', 'day=yesterday', 'day=../../etc', 'day='])(
    'is refused with the name of the wrong field for events with the query %s',
    async (query) => {
      const response = await server().send({ path: `/api/v1/events?${query}`, headers: await server().cookie(ADMIN) });
      expectProblem(response, 400, 'InvalidRequest');
      expect(response.json).toHaveProperty('invalid', expect.stringMatching(/^(from|day): /));
    },
  );
});

describe('malformed input', () => {
  it.each([
    ['a request line that is not HTTP', 'GARBAGE\r\n\r\n'],
    [
      'a Content-Length that is not a number',
      'POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Length: zz\r\n\r\n{}',
    ],
    [
      'two different Content-Length headers',
      'POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    ],
    ['a header of 40 kB', `GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['a missing Host header', 'GET /api/v1/office HTTP/1.1\r\n\r\n'],
    ['an invalid Host header', 'GET /api/v1/office HTTP/1.1\r\nHost: a b c\r\n\r\n'],
  ])('is refused and does not stop the server: %s', async (_, text) => {
    const server = await startRestServer();
    expect(await raw(server.port, text)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await server.send({ path: '/healthz' })).status).toBe(200);
    expect(server.logged).toEqual([]);
  });

  it('gets a known status from every operation for arbitrary JSON bodies', async () => {
    const server = await startRestServer();
    const headers = await server.cookie(ADMIN);
    const bodies = [
      {},
      [[]],
      { requestId: 'short' },
      { requestId: requestId(), serviceId: '../etc', level: 1e99, reason: {} },
    ];
    for (const [, { method, address: path, body }] of withBody) {
      expect(body).toBeDefined();
      for (const sent of bodies) {
        const response = await server.send({ method, path, headers, body: sent });
        expect(KNOWN_STATUS.has(response.status), `${path}: ${response.text}`).toBe(true);
      }
    }
    expect(server.logged).toEqual([]);
  });
});

it('refuses a request whose sender is removed while its body arrives', async () => {
  const server = await startRestServer();
  const body = JSON.stringify({ requestId: requestId() });
  const json = { 'content-type': 'application/json', 'content-length': String(body.length) };
  const headers = { ...(await server.cookie()), ...json };
  const { sessions } = server.setup.accounts;
  const authenticate = sessions.authenticate.bind(sessions);
  const authenticated = new Promise<void>((resolve) => {
    vi.spyOn(sessions, 'authenticate').mockImplementationOnce((token) => {
      resolve();
      return authenticate(token);
    });
  });
  const sent = request({ port: server.port, method: 'POST', path: '/api/v1/counters/counter-1/open', headers });
  const answered = once(sent, 'response');
  sent.write(body.slice(0, 5));
  await authenticated;
  const clerk = server.setup.accounts.staff.list().find(({ userName }) => userName === LAN.username);
  await server.setup.accounts.staff.remove(clerk?.id ?? '');
  sent.end(body.slice(5));
  const [response] = await answered;
  expect(response.statusCode).toBe(401);
  expect(await server.engine.read(({ queue: { counters } }) => counters.size)).toBe(0);
  response.destroy();
});
