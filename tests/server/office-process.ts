import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import type { Office } from '../../shared/office/office.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { writeOffice } from '../data-folder.ts';
import { communeOffice } from '../office.ts';
import { ADMIN, testOffice, ZONE } from './office.ts';

const TIME = fileURLToPath(new URL('office-time.mjs', import.meta.url));

interface End {
  code: number | null;
  /** What this run of the server wrote to stderr. */
  errors: string;
}

interface ProcessOptions {
  /** What differs from `testOffice`. */
  changes?: Partial<Office>;
  firstPassword?: string;
  /** Where the office's clock stands when the process is made; without it the office has this machine's clock. */
  opensAt?: EpochMs;
  /** What the server writes to stderr also appears in the log of the tests. */
  showsErrors?: boolean;
}

/** The built server as a process of its own, to be killed and started again on the same data folder and port. */
export class OfficeProcess {
  readonly folder: string;
  readonly #firstPassword: string;
  readonly #showsErrors: boolean;
  /** How far the office's clock is ahead of this machine's, in ms; null when the server has this machine's clock. */
  #ahead: number | null;
  #port = 0;
  /** Null after `kill` and `stop`. */
  #child: ChildProcess | null = null;
  #errors = '';
  #listens = false;
  readonly #starts = new EventEmitter().setMaxListeners(0);

  private constructor(folder: string, options: ProcessOptions) {
    const { firstPassword = ADMIN.password, opensAt, showsErrors = false } = options;
    this.folder = folder;
    this.#firstPassword = firstPassword;
    this.#showsErrors = showsErrors;
    this.#ahead = opensAt === undefined ? null : opensAt - Date.now();
  }

  /** Writes the set-up of an office; its server is not started yet. */
  static async create(options: ProcessOptions = {}): Promise<OfficeProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'den-luot-process-'));
    const timeZone = options.opensAt === undefined ? ZONE : communeOffice.timeZone;
    await writeOffice(folder, { ...testOffice, timeZone, ...options.changes });
    return new OfficeProcess(folder, options);
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** What this run of the server wrote to stderr, without the entry about the printer that the office does not have. */
  get errors(): string {
    // The entry has a line in each language.
    return this.#errors.replaceAll(/^.* printer-unreachable: .*\n.*\n/gm, '');
  }

  /** Resolves when the server listens, on a second start on the same port; rejects with its errors when it ends instead. */
  async start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const { stdout } = this.#spawn(env);
    if (!stdout) throw new Error('The server has no output to read.');
    for await (const line of createInterface({ input: stdout })) {
      const port = /:(\d+)\/kiosk/.exec(line)?.[1];
      if (port === undefined) continue;
      this.#port = Number(port);
      // A full pipe would stop the server.
      stdout.resume();
      this.#listens = true;
      this.#starts.emit('start');
      return;
    }
    throw new Error(this.errors || 'The server ended before it listened.');
  }

  /** For a client that lost its connection: waits until a server that was killed has started again. */
  async alive(): Promise<void> {
    if (!this.#listens) await once(this.#starts, 'start');
  }

  /** Moves on the office's clock, and nothing else. */
  async pass(minutes: number): Promise<void> {
    if (!this.#child) throw new Error('The server is off.');
    if (this.#ahead === null) throw new Error("The server has this machine's clock.");
    this.#child.send(minutes);
    await once(this.#child, 'message');
    this.#ahead += minutes * MINUTE;
  }

  /** From now on its log cannot be written, as on a full disk. */
  loseLog(): void {
    this.#child?.stdout?.destroy();
    this.#child?.stderr?.destroy();
  }

  /** As a power cut ends it: kill -9. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As a service manager ends it. */
  stop(): Promise<End> {
    return this.#end('SIGTERM');
  }

  /** One run that ends by itself. */
  async runToEnd(env: NodeJS.ProcessEnv = {}): Promise<End> {
    const [code] = await once(this.#spawn(env), 'close');
    return { code, errors: this.errors };
  }

  /** Kills the server and removes its data folder. */
  async close(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** With a channel for messages, which a server with this machine's clock does not use. */
  #spawn(more: NodeJS.ProcessEnv = {}): ChildProcess {
    this.#errors = '';
    const flags = this.#ahead === null ? [] : ['--import', TIME];
    const env = {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(this.#port),
      DATA_DIR: this.folder,
      FIRST_PASSWORD: this.#firstPassword,
      ...(this.#ahead !== null && { OFFICE_TIME_AHEAD: String(this.#ahead) }),
      ...more,
    };
    const child = spawn(process.execPath, [...flags, join(ROOT, 'dist/server/main.js')], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env,
    });
    this.#child = child;
    child.stderr?.on('data', (data) => {
      this.#errors += String(data);
    });
    if (this.#showsErrors) child.stderr?.pipe(process.stderr, { end: false });
    return child;
  }

  /** Resolves when the server has ended, at once if it has already. */
  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<End> {
    this.#listens = false;
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return { code: null, errors: this.errors };
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = await ended;
    return { code, errors: this.errors };
  }
}

/** For one test: its server is not started yet; process and data folder go with the test. */
export async function officeProcess(): Promise<OfficeProcess> {
  const office = await OfficeProcess.create();
  onTestFinished(() => office.close());
  return office;
}
