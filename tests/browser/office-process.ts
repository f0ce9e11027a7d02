import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Office } from '../../shared/office/office.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { writeOffice } from '../data-folder.ts';
import { communeOffice } from '../office.ts';
import { testOffice } from '../server/office.ts';
import { ServerProcess } from '../server/server-process.ts';

const TIME = fileURLToPath(new URL('office-time.mjs', import.meta.url));

export interface OfficeWishes {
  /** What differs from `testOffice`. */
  changes?: Partial<Office>;
  firstPassword: string;
  /** Where the office's clock stands when the server starts for the first time. */
  opensAt: EpochMs;
}

/** A server that can lose its power, and for which time passes in leaps. */
export class OfficeProcess extends ServerProcess {
  readonly #firstPassword: string;
  /** How far the office's clock is ahead of this machine's. */
  #ahead: number;

  private constructor(folder: string, { firstPassword, opensAt }: OfficeWishes) {
    super(folder);
    this.#firstPassword = firstPassword;
    this.#ahead = opensAt - Date.now();
  }

  static async open(wishes: OfficeWishes): Promise<OfficeProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'den-luot-day-'));
    await writeOffice(folder, { ...testOffice, printer: communeOffice.printer, ...wishes.changes });
    const office = new OfficeProcess(folder, wishes);
    await office.switchOn();
    return office;
  }

  get journalFolder(): string {
    return join(this.folder, 'journal');
  }

  /** On a second start it listens on the same port again. */
  async switchOn(): Promise<void> {
    const child = await this.listen({
      flags: ['--import', TIME],
      env: { FIRST_PASSWORD: this.#firstPassword, OFFICE_TIME_AHEAD: String(this.#ahead) },
    });
    child.stderr?.pipe(process.stderr, { end: false });
  }

  /** The office's clock, and nothing else, moves on. */
  async pass(minutes: number): Promise<void> {
    if (!this.child) throw new Error('The server is off.');
    this.child.send(minutes);
    await once(this.child, 'message');
    this.#ahead += minutes * MINUTE;
  }

  /** As when somebody pulls the plug: kill -9. */
  async losePower(): Promise<void> {
    await this.signal('SIGKILL');
  }

  async close(): Promise<void> {
    await this.losePower();
    await rm(this.folder, { recursive: true, force: true });
  }
}
