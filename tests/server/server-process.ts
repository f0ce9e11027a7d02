import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../build/prepare.mjs';

export interface End {
  code: number | null;
  /** What it said on stderr in this life. */
  errors: string;
}

interface Life {
  env: NodeJS.ProcessEnv;
  /** Of node itself. */
  flags?: string[];
}

/** The built server as a process of its own, to be killed and started again on the same folder and port. */
export class ServerProcess {
  readonly folder: string;
  #port = 0;
  /** Of this life; null when it was told to end. */
  protected child: ChildProcess | null = null;
  #errors = '';

  constructor(folder: string) {
    this.folder = folder;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** What it said on stderr in this life. */
  get errors(): string {
    return this.#errors;
  }

  /** Resolves when it says where it listens; rejects with what it said when it ends instead. */
  protected async listen(life: Life): Promise<ChildProcess> {
    const child = this.spawn(life);
    const { stdout } = child;
    if (!stdout) throw new Error('The server has no output to read.');
    for await (const line of createInterface({ input: stdout })) {
      const port = /:(\d+)\/kiosk/.exec(line)?.[1];
      if (port === undefined) continue;
      this.#port = Number(port);
      // Whatever else it says is for nobody, but must not fill the pipe.
      stdout.resume();
      return child;
    }
    throw new Error(this.errors || 'The server ended before it listened.');
  }

  /** With a channel for messages, which a server that listens to none does not notice. */
  protected spawn({ env, flags = [] }: Life): ChildProcess {
    this.#errors = '';
    const child = spawn(process.execPath, [...flags, join(ROOT, 'dist/server/main.js')], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(this.#port), DATA_DIR: this.folder, ...env },
    });
    this.child = child;
    child.stderr?.on('data', (data) => {
      this.#errors += String(data);
    });
    return child;
  }

  /** Resolves when it has ended, at once if it has already. */
  protected async signal(signal: 'SIGKILL' | 'SIGTERM'): Promise<End> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return { code: null, errors: this.errors };
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = await ended;
    return { code, errors: this.errors };
  }
}
