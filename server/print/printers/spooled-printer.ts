import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { PrinterHealth } from '../../../shared/protocol/views/common.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { type JobEnd, jobEnd } from './cups-job.ts';
import { JobEncoder } from './escpos.ts';
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

const execute = promisify(execFile);

/**
 * A printer of the operating system (CUPS on Linux and macOS). `lp` accepts a job long before it is printed: with the printer
 * switched off, the job would be printed the next day. So a job counts as printed when it has left the queue and CUPS does not
 * say that it gave the job up; a job that stays is cancelled, with the outcome unknown. Cover and paper are not known.
 */
export class SpooledPrinter implements PrinterDevice {
  readonly #name: string;
  readonly #timeouts: SpoolTimeouts;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #encoder = new JobEncoder();
  /** Whether the last job failed: the print system reports a printer that is switched off or gave up a job as idle. */
  #lastFailed = false;

  constructor(name: string, timeouts: Partial<SpoolTimeouts> = {}, environment = process.env) {
    this.#name = name;
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
    // The output of the commands is parsed, so it must not be translated.
    this.#environment = { ...environment, LC_ALL: 'C' };
  }

  async status(): Promise<PrinterHealth> {
    try {
      const disabled = / disabled /.test(await this.#run('lpstat', ['-p', this.#name]));
      return disabled || this.#lastFailed ? 'error' : 'ok';
    } catch {
      return 'unreachable';
    }
  }

  async print(sheet: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome> {
    try {
      const status = await this.#run('lpstat', ['-p', this.#name]);
      if (/ disabled /.test(status)) return { result: 'refused', health: 'error' };
      if (!(await onReady())) return NOT_WANTED;
    } catch (error) {
      return { result: 'failed-before-data', reason: reasonOf(error) };
    }
    const failure = await this.#send(sheet).catch(reasonOf);
    this.#lastFailed = failure !== null;
    if (failure !== null) return { result: 'unknown', reason: failure };
    this.#encoder.printed();
    return { result: 'printed', health: 'ok' };
  }

  /** Resolves to null when the sheet is printed, else to the reason why this is not known. */
  async #send({ title, bitmap }: Sheet): Promise<string | null> {
    const bytes = this.#encoder.encode(bitmap);
    const accepted = await this.#run('lp', ['-d', this.#name, '-o', 'raw', '-t', title], bytes);
    const job = /request id is (\S+)/.exec(accepted)?.[1];
    if (!job) return `lp answered: ${accepted.trim()}`;
    // When the print system does not answer, it may still print the job later.
    if (!(await this.#leavesQueue(job).catch(() => false))) {
      await this.#run('cancel', [job]);
      return `${job} stayed in the queue and was cancelled`;
    }
    const end = await this.#endOf(job).catch(() => null);
    return end === null || end === 'completed' ? null : `${job} was ${end} by the print system`;
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

  async #endOf(job: string): Promise<JobEnd | null> {
    const server = (await this.#run('lpstat', ['-H'])).trim();
    return jobEnd(server, Number(/\d+$/.exec(job)?.[0]), this.#timeouts.command);
  }

  /** Resolves to the output of the command; rejects when it fails, is missing or times out. */
  async #run(command: string, args: string[], input: Buffer = Buffer.alloc(0)): Promise<string> {
    const running = execute(command, args, { env: this.#environment, timeout: this.#timeouts.command });
    // A command that ends without reading its input closes the pipe; its exit code gives the reason.
    running.child.stdin?.on('error', () => undefined);
    running.child.stdin?.end(input);
    try {
      return (await running).stdout;
    } catch (error) {
      const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
      throw new Error(`${command}: ${output || reasonOf(error)}`);
    }
  }
}
