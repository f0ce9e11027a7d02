import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterHealth } from '../../../shared/protocol/views/common.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { encode } from './escpos.ts';
import { NOT_WANTED, type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printer-device.ts';

export interface SpoolTimeouts {
  /** For one command of the print system. */
  command: DurationMs;
  /** From the hand-over until the job has left the print system's queue. */
  spool: DurationMs;
  /** Interval between two checks of the queue. */
  poll: DurationMs;
}

const TIMEOUTS: SpoolTimeouts = { command: 5_000, spool: 20_000, poll: 500 };

/**
 * A printer of the operating system (CUPS on Linux and macOS). `lp` accepts a job long before it is printed: with the printer
 * switched off, the job would be printed the next day. So a job counts as printed when it has left the queue; a job that
 * stays is cancelled, with the outcome unknown. Cover and paper are not known.
 */
export class SpooledPrinter implements PrinterDevice {
  readonly #name: string;
  readonly #timeouts: SpoolTimeouts;
  readonly #environment: NodeJS.ProcessEnv;
  /** Whether the last job stayed in the queue: the print system also reports a printer that is switched off as idle. */
  #stuck = false;

  constructor(name: string, timeouts: Partial<SpoolTimeouts> = {}, environment = process.env) {
    this.#name = name;
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
    // The output of the commands is parsed, so it must not be translated.
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
      const status = await this.#run('lpstat', ['-p', this.#name]);
      if (/ disabled /.test(status)) return { result: 'refused', health: 'error' };
      ready = await onReady();
      if (!ready) return NOT_WANTED;
      const accepted = await this.#run('lp', ['-d', this.#name, '-o', 'raw', '-t', title], bytes);
      const job = /request id is (\S+)/.exec(accepted)?.[1];
      if (!job) return { result: 'unknown', reason: `lp answered: ${accepted.trim()}` };
      // When the print system does not answer, it may still print the job later.
      this.#stuck = !(await this.#leavesQueue(job).catch(() => false));
      if (!this.#stuck) return { result: 'printed', health: 'ok' };
      await this.#run('cancel', [job]);
      return { result: 'unknown', reason: `${job} stayed in the queue and was cancelled` };
    } catch (error) {
      return { result: ready ? 'unknown' : 'failed-before-data', reason: reasonOf(error) };
    }
  }

  async #leavesQueue(job: string): Promise<boolean> {
    const until = performance.now() + this.#timeouts.spool;
    while (performance.now() < until) {
      const queue = await this.#run('lpstat', ['-o', this.#name]);
      if (!queue.split(/\s+/).includes(job)) return true;
      await pause(this.#timeouts.poll);
    }
    return false;
  }

  /** Resolves to the output of the command; rejects when it fails, is missing or times out. */
  #run(command: string, args: string[], input: Buffer = Buffer.alloc(0)): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { env: this.#environment, timeout: this.#timeouts.command });
      let output = '';
      let errorOutput = '';
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString();
      });
      child.stderr.on('data', (data: Buffer) => {
        errorOutput += data.toString();
      });
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve(output);
        else reject(new Error(`${command}: ${errorOutput.trim() || `ended with ${code ?? 'a signal'}`}`));
      });
      // A command that ends without reading its input closes the pipe; its exit code gives the reason.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }
}
