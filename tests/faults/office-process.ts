import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { ROOT } from '../../server/prepare.mjs';
import { ADMIN, describeOffice, testOffice } from '../server/office.ts';

export interface End {
  code: number | null;
  errors: string;
}

/** The built server as a process of its own, to be killed, starved and started again on the same folder and port. */
export class OfficeProcess {
  readonly folder: string;
  #port = 0;
  #child: ChildProcess | null = null;
  #errors = '';
  #listens = false;
  readonly #lives = new EventEmitter().setMaxListeners(0);

  constructor(folder: string) {
    this.folder = folder;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What it said on stderr in this life, but for the printer that no test here has. */
  get errors(): string {
    return this.#errors.replaceAll(/^.* printer: unreachable\n/gm, '');
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves when it listens; rejects with what it said when it ends instead. */
  async start(): Promise<void> {
    const child = this.#spawn();
    if (!child.stdout) throw new Error('no output to read');
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /:(\d+)\/kiosk/.exec(line)?.[1];
      if (port === undefined) continue;
      this.#port = Number(port);
      child.stdout.resume();
      this.#listens = true;
      this.#lives.emit('begun');
      return;
    }
    throw new Error(this.errors);
  }

  /** For whoever lost the connection: waits for the next life of a server that was killed. */
  async alive(): Promise<void> {
    if (!this.#listens) await once(this.#lives, 'begun');
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.#signal('SIGKILL');
  }

  /** As a service manager ends it. */
  async stop(): Promise<End> {
    return this.#signal('SIGTERM');
  }

  /** One life that ends by itself. */
  async runToEnd(env: NodeJS.ProcessEnv = {}): Promise<End> {
    const child = this.#spawn(env);
    const [code] = await once(child, 'close');
    return { code, errors: this.errors };
  }

  #spawn(env: NodeJS.ProcessEnv = {}): ChildProcess {
    this.#errors = '';
    const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.folder,
        FIRST_PASSWORD: ADMIN.password,
        ...env,
      },
    });
    this.#child = child;
    child.stderr.on('data', (data) => {
      this.#errors += String(data);
    });
    return child;
  }

  async #signal(signal: 'SIGKILL' | 'SIGTERM'): Promise<End> {
    const child = this.#child;
    this.#child = null;
    this.#listens = false;
    if (!child || child.exitCode !== null || child.signalCode !== null) return { code: null, errors: this.errors };
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = await ended;
    return { code, errors: this.errors };
  }
}

/** A described office whose server is not started yet; with the test its process and its folder go. */
export async function officeProcess(): Promise<OfficeProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'den-luot-faults-'));
  await describeOffice(folder, testOffice);
  const office = new OfficeProcess(folder);
  onTestFinished(async () => {
    await office.kill();
    await rm(folder, { recursive: true, force: true });
  });
  return office;
}

/** What one file may hold from now on, as on a full disk: the system refuses the rest in the middle of a write. */
export function limitFileSize({ pid }: OfficeProcess, bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prlimit (Debian: util-linux) is needed: ${stderr}`);
}
