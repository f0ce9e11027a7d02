import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterHealth } from '../../../shared/protocol/views/hall.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { encode } from './escpos.ts';
import { NOT_WANTED, type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printer-device.ts';

export interface SpoolPatience {
  /** For one command of the print system. */
  command: DurationMs;
  /** From hand-over until the job has left the print system's queue. */
  spool: DurationMs;
  /** Between two looks at the queue. */
  look: DurationMs;
}

const PATIENCE: SpoolPatience = { command: 5_000, spool: 20_000, look: 500 };

/**
 * A printer of the operating system (CUPS on Linux and macOS). `lp` accepts a job long before anything is printed and would
 * print it tomorrow, when the printer is switched on again. So a job counts as printed when it has left the queue, and one
 * that stays is cancelled and its outcome unknown. Cover and paper are not known.
 */
export class SpooledPrinter implements PrinterDevice {
  readonly #name: string;
  readonly #patience: SpoolPatience;
  readonly #environment: NodeJS.ProcessEnv;
  /** The print system calls a printer that is switched off idle; whether the last job left the queue says more. */
  #stuck = false;

  constructor(name: string, patience: Partial<SpoolPatience> = {}, environment = process.env) {
    this.#name = name;
    this.#patience = { ...PATIENCE, ...patience };
    // The answers are parsed.
    this.#environment = { ...environment, LC_ALL: 'C' };
  }

  async status(): Promise<PrinterHealth> {
    try {
      const disabled = / disabled /.test(await this.#run('lpstat', ['-p', this.#name]));
      return disabled || this.#stuck ? 'error' : 'ok';
    } catch {
      return 'unreachable';
    }
  }

  async print({ title, bitmap }: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome> {
    const bytes = encode(bitmap);
    let ready = false;
    try {
      const answer = await this.#run('lpstat', ['-p', this.#name]);
      if (/ disabled /.test(answer)) return { result: 'refused', health: 'error' };
      ready = await onReady();
      if (!ready) return NOT_WANTED;
      const accepted = await this.#run('lp', ['-d', this.#name, '-o', 'raw', '-t', title], bytes);
      const job = /request id is (\S+)/.exec(accepted)?.[1];
      if (!job) return { result: 'unknown', reason: `lp answered: ${accepted.trim()}` };
      // A print system that does not answer may print it tomorrow.
      this.#stuck = !(await this.#leavesQueue(job).catch(() => false));
      if (!this.#stuck) return { result: 'printed', health: 'ok' };
      await this.#run('cancel', [job]);
      return { result: 'unknown', reason: `${job} stayed in the queue and was cancelled` };
    } catch (error) {
      return { result: ready ? 'unknown' : 'failed-before-data', reason: reasonOf(error) };
    }
  }

  async #leavesQueue(job: string): Promise<boolean> {
    const until = performance.now() + this.#patience.spool;
    while (performance.now() < until) {
      const queue = await this.#run('lpstat', ['-o', this.#name]);
      if (!queue.split(/\s+/).includes(job)) return true;
      await pause(this.#patience.look);
    }
    return false;
  }

  /** What the command writes; rejects when it fails, is missing or takes too long. */
  #run(command: string, words: string[], input: Buffer = Buffer.alloc(0)): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, words, { env: this.#environment, timeout: this.#patience.command });
      let answer = '';
      let complaint = '';
      child.stdout.on('data', (data: Buffer) => {
        answer += data.toString();
      });
      child.stderr.on('data', (data: Buffer) => {
        complaint += data.toString();
      });
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve(answer);
        else reject(new Error(`${command}: ${complaint.trim() || `ended with ${code ?? 'a signal'}`}`));
      });
      // A command that ends without reading closes the pipe; its exit code says why.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }
}
