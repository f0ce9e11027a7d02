/** A real server in this process with a clock that the test sets, for pictures and for states that take hours. */

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { LogEntry } from '../../server/log.ts';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import { type RunningServer, start } from '../../server/server.ts';
import { type Office, REGULAR } from '../../shared/office/office.ts';
import type { CounterVerb } from '../../shared/protocol/requests.ts';
import { counterView } from '../../shared/protocol/views/desk.ts';
import { issuedTicket } from '../../shared/protocol/views/ticket.ts';
import type { EpochMs } from '../../shared/time.ts';
import { followed } from '../clock.ts';
import { writeOffice } from '../data-folder.ts';
import { communeOffice } from '../office.ts';
import { BUILT } from './built-pages.ts';

export const PASSWORD = 'mật khẩu để chụp ảnh';
const CLERKS = [
  { userName: 'lan', name: 'Nguyễn Thị Lan' },
  { userName: 'minh', name: 'Trần Văn Minh' },
  { userName: 'hoa', name: 'Lê Thị Hoa' },
  { userName: 'tuan', name: 'Phạm Quốc Tuấn' },
];

function clerkAt(index: number): (typeof CLERKS)[number] {
  return CLERKS[index] ?? { userName: `clerk-${index}`, name: `Nguyễn Hoàng Thị Phương Thảo ${index}` };
}

type Counter = v.InferOutput<typeof counterView>;

export class StagedOffice {
  readonly server: RunningServer;
  /** The entries of the log. */
  readonly logged: readonly LogEntry[];
  /** Its data folder. */
  readonly folder: string;
  readonly #clock: { ahead: number };
  /** The session cookies of the clerks, in their order. */
  readonly #cookies: string[] = [];

  private constructor(server: RunningServer, folder: string, clock: { ahead: number }, logged: LogEntry[]) {
    this.server = server;
    this.folder = folder;
    this.#clock = clock;
    this.logged = logged;
  }

  /** With clerks at its first counters; they and `admin` have the same password. `changes` are made to `base`. */
  static async open(
    opensAt: EpochMs,
    changes: Partial<Office> = {},
    base = communeOffice,
    clerks = CLERKS.length,
  ): Promise<StagedOffice> {
    const folder = await mkdtemp(join(tmpdir(), 'den-luot-stage-'));
    // The test sends the votes of many visitors within a moment.
    const rules = { ...base.rules, ratingIntervalSeconds: 0 };
    await writeOffice(folder, { ...base, rules, ...changes });
    const clock = { ahead: opensAt - Date.now() };
    const logged: LogEntry[] = [];
    const server = await start({
      ...BUILT,
      port: 0,
      host: '127.0.0.1',
      dataFolder: folder,
      firstPassword: PASSWORD,
      clock: followed(() => Date.now() + clock.ahead),
      log: (entry) => void logged.push(entry),
    });
    const office = new StagedOffice(server, folder, clock, logged);
    for (let index = 0; index < clerks; index += 1) {
      const { userName, name } = clerkAt(index);
      await server.setup.accounts.staff.add({ userName, name, role: 'clerk', password: PASSWORD });
      office.#cookies.push(await office.#signIn(userName));
      await office.at(index, 'open');
    }
    return office;
  }

  get address(): string {
    return `http://127.0.0.1:${this.server.port}`;
  }

  /** How many counters it has. */
  get counters(): number {
    return this.server.setup.office.counters.length;
  }

  now(): EpochMs {
    return Date.now() + this.#clock.ahead;
  }

  /** Moves the office's clock forward to that moment, if it is not past. */
  passTo(at: EpochMs): void {
    this.#clock.ahead += Math.max(0, at - this.now());
  }

  /** A step of the clerk with this index at the counter with the same index. */
  at(index: number, verb: CounterVerb): Promise<Counter> {
    return this.#counter(index, `/${verb}`, { requestId: randomUUID() });
  }

  look(index: number): Promise<Counter> {
    return this.#counter(index, '');
  }

  /** Changes the description of the running office. */
  async change(changes: Partial<Office>): Promise<void> {
    const office = { ...this.server.setup.office, ...changes };
    const actor: Actor = { kind: 'system', id: 'setup' };
    await this.server.engine.submit({ type: 'ChangeOffice', office, requestId: randomUUID(), actor });
  }

  pause(index: number, reason: string, minutes: number): Promise<Counter> {
    return this.#counter(index, '/pause', { reason, minutes, requestId: randomUUID() });
  }

  /** Calls a chosen ticket out of order. */
  callTicket(index: number, ticketId: string): Promise<Counter> {
    return this.#counter(index, '/call', { ticketId, reason: 'Được mời trước', requestId: randomUUID() });
  }

  /** Takes a ticket, waits until it is printed and returns its id. */
  async ticket(serviceId: string, ticketClass = REGULAR): Promise<string> {
    const answer = await this.#ask('/tickets', { serviceId, ticketClass, requestId: randomUUID() });
    await this.#paperIsOut();
    return v.parse(issuedTicket, await answer.json()).id;
  }

  /** Books an appointment with this code at that time. */
  async book(code: string, serviceId: string, startsAt: EpochMs): Promise<void> {
    const actor: Actor = { kind: 'program', id: 'local' };
    const order: CommandBody = { type: 'BookAppointment', appointmentId: randomUUID(), code, serviceId, startsAt };
    const booked = await this.server.engine.submit({ ...order, requestId: randomUUID(), actor });
    if (!booked.ok) throw new Error(`${code}: ${booked.rejection.code}`);
  }

  /** Writes a file into the folder of notices. */
  async putNotice(file: string, bytes: Buffer): Promise<void> {
    await writeFile(join(this.folder, 'notices', file), bytes);
  }

  /** Votes for a ticket, or without one. */
  async rate(ticketId: string | null, level: number): Promise<void> {
    await this.#ask('/ratings', { ticketId, level, requestId: randomUUID() });
  }

  async close(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #counter(index: number, verb: string, body?: object): Promise<Counter> {
    const path = `/counters/${this.server.setup.office.counters[index]?.id}${verb}`;
    const answer = await this.#ask(path, body, this.#cookies[index]);
    return v.parse(counterView, await answer.json());
  }

  async #signIn(username: string): Promise<string> {
    const answer = await this.#ask('/session', { username, password: PASSWORD });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  async #ask(path: string, body?: object, cookie = ''): Promise<Response> {
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      headers: { 'Content-Type': 'application/json', cookie },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  }

  async #paperIsOut(): Promise<void> {
    const { engine } = this.server;
    while ((await engine.read(({ queue: { prints } }) => prints.size)) > 0) {
      await new Promise<void>((heard) => {
        const ignore = engine.subscribe(() => {
          ignore();
          heard();
        });
      });
    }
  }
}
