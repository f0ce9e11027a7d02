import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../server/prepare.mjs';
import { starterOffice } from '../../server/setup/starter.ts';
import type { Office } from '../../shared/office.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { testOffice } from '../server/office.ts';

const TIME = fileURLToPath(new URL('office-time.mjs', import.meta.url));

export interface OfficeWishes {
  /** What differs from the starter office. */
  changes?: Partial<Office>;
  firstPassword: string;
  /** Where the office's clock stands when the server starts for the first time. */
  opensAt: EpochMs;
}

/** The built server as a process of its own on a data folder of its own: it can lose its power, and time passes in leaps. */
export class OfficeProcess {
  readonly #folder: string;
  readonly #firstPassword: string;
  /** How far the office's clock is ahead of this machine's. */
  #ahead: number;
  #port = 0;
  #child: ChildProcess | null = null;

  private constructor(folder: string, { firstPassword, opensAt }: OfficeWishes) {
    this.#folder = folder;
    this.#firstPassword = firstPassword;
    this.#ahead = opensAt - Date.now();
  }

  static async open(wishes: OfficeWishes): Promise<OfficeProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'den-luot-day-'));
    const data = { ...testOffice, printer: starterOffice.printer, ...wishes.changes };
    await mkdir(join(folder, 'setup'));
    await writeFile(join(folder, 'setup/office.json'), JSON.stringify({ version: 1, data }));
    const office = new OfficeProcess(folder, wishes);
    await office.switchOn();
    return office;
  }

  get journalFolder(): string {
    return join(this.#folder, 'journal');
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Resolves when the server says where it listens; on a second start that is the same port again. */
  async switchOn(): Promise<void> {
    const child = spawn(process.execPath, ['--import', TIME, join(ROOT, 'dist/server/main.js')], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.#folder,
        FIRST_PASSWORD: this.#firstPassword,
        OFFICE_TIME_AHEAD: String(this.#ahead),
      },
    });
    this.#child = child;
    const { stdout } = child;
    if (!stdout) throw new Error('The server has no output to read.');
    for await (const line of createInterface({ input: stdout })) {
      const [, port] = /:(\d+)\/kiosk/.exec(line) ?? [];
      if (port === undefined) continue;
      this.#port = Number(port);
      // Whatever else it says is for nobody, but must not fill the pipe.
      stdout.resume();
      return;
    }
    throw new Error('The server ended before it listened.');
  }

  /** The office's clock, and nothing else, moves on. */
  async pass(minutes: number): Promise<void> {
    if (!this.#child) throw new Error('The server is off.');
    this.#child.send(minutes);
    await once(this.#child, 'message');
    this.#ahead += minutes * MINUTE;
  }

  /** As when somebody pulls the plug: kill -9. */
  async losePower(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const dead = once(child, 'exit');
    child.kill('SIGKILL');
    await dead;
  }

  async close(): Promise<void> {
    await this.losePower();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
