import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LogEntry } from '../../server/log.ts';
import { type RunningServer, type ServerOptions, start } from '../../server/server.ts';
import type { Office } from '../../shared/office/office.ts';
import type { Audience } from '../../shared/protocol/protocol.ts';
import { localTime } from '../../shared/time.ts';
import { writeOffice } from '../data-folder.ts';
import { communeOffice } from '../office.ts';
import { type Account, cookieOf, rest } from './rest.ts';
import { FROM_LAN, granted, requestId, Screen, type ScreenOptions } from './screen.ts';

export const ADMIN: Account = { username: 'admin', password: 'mật khẩu đầu tiên' };
export const LAN: Account = { username: 'lan', password: 'quầy số một' };
export const HUNG: Account = { username: 'hung', password: 'quầy số hai' };

/** An address at which no printer listens: printing never starts, so the journal has only the events of the test. */
export const NO_PRINTER: Office['printer'] = { address: 'tcp://127.0.0.1:9', paperWidthMm: 80 };

/**
 * The time zone of an office that uses this machine's clock. The business day must not end while a test runs, so in the hour
 * before midnight another time zone is used.
 */
export const ZONE =
  localTime(Date.now(), communeOffice.timeZone).minute < 23 * 60 ? communeOffice.timeZone : 'Europe/Paris';

/** The office of the tests, for those that issue tickets faster than people press: its kiosks never pause. */
export const testOffice: Office = {
  ...communeOffice,
  rules: { ...communeOffice.rules, burst: null },
  printer: NO_PRINTER,
};

export class RunningOffice {
  readonly address: string;
  readonly server: RunningServer;
  readonly folder: string;
  /** The log entries of the server. */
  readonly logged: LogEntry[];
  readonly #screens: { close(): void }[] = [];

  constructor(server: RunningServer, folder: string, logged: LogEntry[]) {
    this.address = `http://127.0.0.1:${server.port}`;
    this.server = server;
    this.folder = folder;
    this.logged = logged;
  }

  screen<A extends Audience>(audience: A, options?: ScreenOptions): Screen<A> {
    const screen = new Screen(this.address, audience, options);
    this.#screens.push(screen);
    return screen;
  }

  /** Connects a screen and waits for its first view. */
  async connect<A extends Audience>(audience: A, options?: ScreenOptions): Promise<Screen<A>> {
    const screen = this.screen(audience, options);
    await screen.view();
    return screen;
  }

  async desk(account: Account): Promise<Screen<'desk'>> {
    return this.connect('desk', { headers: await this.cookie(account) });
  }

  /** Signs a clerk in and opens a counter. */
  async clerkAt(counterId: string, account: Account): Promise<Screen<'desk'>> {
    const desk = await this.desk(account);
    granted(await desk.ask('counter:open', { requestId: requestId(), counterId }));
    return desk;
  }

  /** Pairs a screen on the LAN as a supervisor would; returns its token. */
  async pair(audience: 'kiosk' | 'display' | 'rating', supervisor: Screen<'desk'>): Promise<string> {
    const screen = this.screen(audience, FROM_LAN);
    const code = await screen.until(() => screen.codes[0]);
    granted(await supervisor.ask('device:accept', { requestId: requestId(), code, name: `Màn hình ${audience}` }));
    const token = await screen.until(() => screen.tokens[0]);
    screen.close();
    return token;
  }

  rest(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response> {
    return rest(this, method, path, body, headers);
  }

  cookie(account: Account): Promise<{ cookie: string }> {
    return cookieOf(this, account);
  }

  /** Changes the description of the running office, as a change of set-up does. */
  async change(changes: Partial<Office>): Promise<void> {
    const office = await this.server.engine.read(({ queue: state }) => ({ ...state.office, ...changes }));
    const actor = { kind: 'system', id: 'setup' } as const;
    granted(await this.server.engine.submit({ type: 'ChangeOffice', office, requestId: requestId(), actor }));
  }

  /** The number of events in the journal of the day. */
  eventCount(): Promise<number> {
    return this.server.engine.read(({ queue: { lastSeq } }) => lastSeq);
  }

  async stop(): Promise<void> {
    for (const screen of this.#screens) screen.close();
    await this.server.stop();
  }
}

interface Opening extends Partial<ServerOptions> {
  office?: Partial<Office>;
}

/** Starts a real server on a free port, with two clerks and the first supervisor; it stops at the end of the test. */
export async function openOffice(opening: Opening = {}): Promise<RunningOffice> {
  const { office, close } = await startOffice(opening);
  onTestFinished(close);
  return office;
}

export async function startOffice({ office: changed, ...options }: Opening = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'den-luot-office-'));
  // A test that sets the clock counts in the time zone of the commune.
  const { timeZone } = options.clock ? communeOffice : { timeZone: ZONE };
  await writeOffice(folder, { ...testOffice, timeZone, ...changed });
  const logged: LogEntry[] = [];
  const server = await start({
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    pages: join(folder, 'no-build'),
    build: 'build-of-the-test',
    firstPassword: ADMIN.password,
    log: (entry) => void logged.push(entry),
    ...options,
  });
  for (const [{ username: userName, password }, name] of [
    [LAN, 'Nguyễn Thị Lan'],
    [HUNG, 'Trần Văn Hùng'],
  ] as const) {
    granted(await server.setup.accounts.staff.add({ userName, name, role: 'clerk', password }));
  }
  const office = new RunningOffice(server, folder, logged);
  const close = async (): Promise<void> => {
    await office.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { office, close };
}

/** Sends requests for counter 1, one after another; each must succeed. */
export async function press(
  desk: Screen<'desk'>,
  ...verbs: ('call-next' | 'recall' | 'start' | 'finish' | 'miss' | 'away')[]
): Promise<void> {
  for (const verb of verbs) {
    granted(await desk.ask(`counter:${verb}`, { requestId: requestId(), counterId: 'counter-1' }));
  }
}
