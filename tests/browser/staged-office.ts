/** A real server in this process with a clock that a director sets: for pictures, and for states that take hours to come. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildId, ROOT } from '../../server/prepare.mjs';
import type { Actor, Order } from '../../server/queue/commands.ts';
import type { Event } from '../../server/queue/events.ts';
import { type RunningServer, start } from '../../server/server.ts';
import { starterOffice } from '../../server/setup/starter.ts';
import { type Office, REGULAR } from '../../shared/office.ts';
import type { EpochMs } from '../../shared/time.ts';

export const PASSWORD = 'mật khẩu để chụp ảnh';
const CLERKS = ['Nguyễn Thị Lan', 'Trần Văn Minh', 'Lê Thị Hoa', 'Phạm Quốc Tuấn'];
const PAD: Actor = { kind: 'device', id: 'local' };

export class StagedOffice {
  readonly server: RunningServer;
  /** What went to the log. */
  readonly reports: readonly unknown[];
  readonly #folder: string;
  readonly #clock: { ahead: number };

  private constructor(server: RunningServer, folder: string, clock: { ahead: number }, reports: unknown[]) {
    this.server = server;
    this.#folder = folder;
    this.#clock = clock;
    this.reports = reports;
  }

  /** With four clerks, `lan`, `minh`, `hoa` and `tuan`, beside `admin`; all of them have the same password. */
  static async open(opensAt: EpochMs, changes: Partial<Office> = {}): Promise<StagedOffice> {
    const folder = await mkdtemp(join(tmpdir(), 'den-luot-stage-'));
    await mkdir(join(folder, 'setup'));
    const data = { ...starterOffice, ...changes };
    await writeFile(join(folder, 'setup/office.json'), JSON.stringify({ version: 1, data }));
    const clock = { ahead: opensAt - Date.now() };
    const reports: unknown[] = [];
    const server = await start({
      port: 0,
      host: '127.0.0.1',
      dataFolder: folder,
      pages: join(ROOT, 'dist/pages'),
      build: buildId(),
      firstPassword: PASSWORD,
      clock: { now: () => Date.now() + clock.ahead, notBefore: () => undefined, isBehind: () => false },
      report: (problem) => void reports.push(problem),
    });
    for (const name of CLERKS) {
      await server.setup.staff.add({ userName: userNameOf(name), name, role: 'clerk', password: PASSWORD });
    }
    return new StagedOffice(server, folder, clock, reports);
  }

  get address(): string {
    return `http://127.0.0.1:${this.server.port}`;
  }

  now(): EpochMs {
    return Date.now() + this.#clock.ahead;
  }

  /** The office's clock and nothing else moves on, or stays when that moment is past. */
  passTo(at: EpochMs): void {
    this.#clock.ahead += Math.max(0, at - this.now());
  }

  async order(actor: Actor, order: Order): Promise<readonly Event[]> {
    const result = await this.server.engine.submit({ ...order, requestId: randomUUID(), actor });
    if (!result.ok) throw new Error(`${order.type}: ${result.rejection.code}`);
    return result.value;
  }

  clerk(index: number): Actor {
    const member = this.server.setup.staff.list().find(({ name }) => name === CLERKS[index]);
    if (!member) throw new Error(`There is no clerk ${index}.`);
    return { kind: 'staff', id: member.id, name: member.name, role: member.role };
  }

  /** The running office is another one from now on, as after a change of set-up. */
  async change(changes: Partial<Office>): Promise<void> {
    const office = { ...this.server.setup.office, ...changes };
    await this.order({ kind: 'system', id: 'setup' }, { type: 'ChangeOffice', office });
  }

  /** A visitor takes a ticket and waits for the paper. */
  async ticket(serviceId: string, classId = REGULAR): Promise<void> {
    await this.order(PAD, { type: 'IssueTicket', ticketId: randomUUID(), serviceId, classId });
    await this.#paperIsOut();
  }

  rate(ticketId: string | null, level: number): Promise<unknown> {
    const visit = ticketId === null ? null : { ticketId };
    return this.order({ kind: 'device', id: randomUUID() }, { type: 'RateVisit', visit, level, reason: null });
  }

  async close(): Promise<void> {
    await this.server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #paperIsOut(): Promise<void> {
    const { engine } = this.server;
    while ((await engine.read(({ prints }) => prints.size)) > 0) {
      await new Promise<void>((heard) => {
        const ignore = engine.subscribe(() => {
          ignore();
          heard();
        });
      });
    }
  }
}

/** `Nguyễn Thị Lan` signs in as `lan`. */
export function userNameOf(name: string): string {
  const given = name.split(' ').at(-1) ?? '';
  return given.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
