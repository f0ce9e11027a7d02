import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { onTestFinished } from 'vitest';
import { writeOffice } from '../data-folder.ts';
import { temporaryFolder } from '../folder.ts';
import { ADMIN, testOffice, ZONE } from '../server/office.ts';
import { type End, ServerProcess } from '../server/server-process.ts';

/** A server that may be killed, starved and started again. */
export class OfficeProcess extends ServerProcess {
  #listens = false;
  readonly #lives = new EventEmitter().setMaxListeners(0);

  /** But for the printer that no test here has. */
  override get errors(): string {
    return super.errors.replaceAll(/^.* printer: unreachable\n/gm, '');
  }

  /** Resolves when it listens; rejects with what it said when it ends instead. */
  async start(): Promise<void> {
    await this.listen({ env: { FIRST_PASSWORD: ADMIN.password } });
    this.#listens = true;
    this.#lives.emit('begun');
  }

  /** For whoever lost the connection: waits for the next life of a server that was killed. */
  async alive(): Promise<void> {
    if (!this.#listens) await once(this.#lives, 'begun');
  }

  /** Its log can be written no more, as on a full disk. */
  loseLog(): void {
    this.child?.stdout?.destroy();
    this.child?.stderr?.destroy();
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.#listens = false;
    await this.signal('SIGKILL');
  }

  /** As a service manager ends it. */
  stop(): Promise<End> {
    this.#listens = false;
    return this.signal('SIGTERM');
  }

  /** One life that ends by itself. */
  async runToEnd(env: NodeJS.ProcessEnv = {}): Promise<End> {
    const child = this.spawn({ env: { FIRST_PASSWORD: ADMIN.password, ...env } });
    const [code] = await once(child, 'close');
    return { code, errors: this.errors };
  }
}

/** A described office whose server is not started yet; with the test its process and its folder go. */
export async function officeProcess(): Promise<OfficeProcess> {
  const folder = await temporaryFolder();
  await writeOffice(folder, { ...testOffice, timeZone: ZONE });
  const office = new OfficeProcess(folder);
  onTestFinished(() => office.kill());
  return office;
}

/** What one file may hold from now on, as on a full disk: the system refuses the rest in the middle of a write. */
export function limitFileSize({ pid }: OfficeProcess, bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prlimit (Debian: util-linux) is needed: ${stderr}`);
}
