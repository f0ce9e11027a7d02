import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { beforeAll, onTestFinished } from 'vitest';
import { httpApp } from '../../../server/api/rest/app.ts';
import type { RestDependencies } from '../../../server/api/rest/dependencies.ts';
import { SetupChanges } from '../../../server/api/setup-changes.ts';
import { followOffice, startOfficeEngine } from '../../../server/engine/office-engine.ts';
import { MemoryJournal } from '../../../server/journal/memory-journal.ts';
import type { LogEntry } from '../../../server/log.ts';
import type { Event } from '../../../server/queue/events.ts';
import { OfficeFiles } from '../../../server/setup/office/office-files.ts';
import { openSetup } from '../../../server/setup/setup.ts';
import { ClipLibrary, SHIPPED_CLIPS } from '../../../server/voice/clip-library.ts';
import { OfficeVoice } from '../../../server/voice/voice.ts';
import type { Health } from '../../../shared/protocol/views/common.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { followed } from '../../clock.ts';
import { writeOffice } from '../../data-folder.ts';
import { ADMIN, LAN } from '../../server/office.ts';
import type { Account } from '../../server/rest.ts';

export interface RestResponse {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body parsed as JSON; undefined when it is not JSON. */
  json: unknown;
}

export interface RestRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string is sent unchanged. */
  body?: unknown;
}

/** Starts a real HTTP server with a real engine on a free port, until the test ends; only the journal is in memory. */
export async function startRestServer(changed: Partial<RestDependencies> = {}) {
  const { close, ...server } = await open(changed);
  onTestFinished(close);
  return server;
}

/** Starts one server for all tests of a `describe`; for tests that change nothing. */
export function sharedRestServer(): () => RestServer {
  let server: RestServer | undefined;
  beforeAll(async () => {
    const { close, ...opened } = await open({});
    server = opened;
    return close;
  });
  return () => {
    if (!server) throw new Error('the server starts before the first test, not while tests are collected');
    return server;
  };
}

async function open(changed: Partial<RestDependencies>) {
  const folder = await mkdtemp(join(tmpdir(), 'den-luot-http-'));
  await writeOffice(folder);
  const setup = await openSetup(join(folder, 'setup'), {
    log: () => undefined,
    now: Date.now,
    firstPassword: ADMIN.password,
  });
  await setup.accounts.staff.add({
    userName: LAN.username,
    name: 'Nguyễn Thị Lan',
    role: 'clerk',
    password: LAN.password,
  });
  const journal = new MemoryJournal<Event>();
  const clips = join(folder, 'voice');
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry): void => void logged.push(entry);
  let skipped: DurationMs = 0;
  const clock = followed(() => Date.now() + skipped);
  const skip = (time: DurationMs): void => {
    skipped += time;
  };
  const engine = await startOfficeEngine({ journal, clock, office: setup.office, log });
  const office = await followOffice(engine);
  const changes = new SetupChanges(engine, setup.store, log);
  const endChanges = await changes.start();
  const printer: Health['printer'] = 'ok';
  const dependencies: RestDependencies = {
    engine,
    accounts: setup.accounts,
    setup: changes,
    office,
    health: () => ({ ...engine.health(), printer }),
    async *events(day, from) {
      const wanted = day ?? (await engine.read(({ queue: state }) => state.day));
      yield* (await journal.read(wanted)).filter(({ seq }) => seq >= from);
    },
    paper: async (id) => (id === 'paper-1' ? new Uint8Array([0x89, 0x50, 0x4e, 0x47]) : null),
    files: new OfficeFiles(folder, office),
    address: () => 'http://192.168.1.5:8080',
    voice: new OfficeVoice(new ClipLibrary(SHIPPED_CLIPS, clips), clips, office, log),
    pages: join(folder, 'no-build'),
    log,
    ...changed,
  };
  const server = createServer(getRequestListener(httpApp(dependencies).fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    endChanges();
    await engine.stop();
    await setup.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const send = (sent: RestRequest): Promise<RestResponse> => sendTo(port, sent);
  const cookie = (account = LAN) => cookieOf(send, account);
  return { close, send, engine, setup, journal, logged, port, folder, skip, cookie };
}

export type RestServer = Omit<Awaited<ReturnType<typeof open>>, 'close'>;

async function cookieOf(
  send: (sent: RestRequest) => Promise<RestResponse>,
  account: Account,
): Promise<{ cookie: string }> {
  const response = await send({ method: 'POST', path: '/api/v1/session', body: account });
  const [cookie = ''] = response.headers['set-cookie'] ?? [];
  return { cookie: cookie.split(';')[0] ?? '' };
}

function sendTo(port: number, { method = 'GET', path, headers = {}, body }: RestRequest): Promise<RestResponse> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const framed = headers['transfer-encoding'] ? {} : { 'content-length': String(Buffer.byteLength(text ?? '')) };
  const type = text === undefined ? {} : { 'content-type': 'application/json', ...framed };
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path, headers: { ...type, ...headers } }, (response) => {
      let received = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        received += chunk;
      });
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, text: received, json: jsonOf(received) });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
