import type { PrinterHealth } from '../../../shared/protocol/views/hall.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { ACKNOWLEDGE, encode } from './escpos.ts';
import { NOT_WANTED, type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printer-device.ts';
import { PrinterLink } from './printer-link.ts';
import { canPrint, QUESTIONS, readStatus } from './status.ts';

export interface Patience {
  connect: DurationMs;
  /** For the answer to one status question; a printer that never answered any gets this much once. */
  status: DurationMs;
  /** The longest time without taking any data. */
  stall: DurationMs;
  /** From the last byte to the acknowledgement: the printing itself, about a second for a ticket. */
  acknowledge: DurationMs;
  goodbye: DurationMs;
}

const PATIENCE: Patience = { connect: 3_000, status: 1_000, stall: 10_000, acknowledge: 15_000, goodbye: 3_000 };

/** How often a printer that has not acknowledged yet is asked what holds it up. */
const ASK_AGAIN: DurationMs = 500;

/**
 * A network printer on port 9100. One connection a job, closed after it: idle ones are dropped by some printers and run out
 * in others.
 *
 * How a job is known to be printed: the printer acknowledges (`GS r 1`). Some printers and most USB print servers never say
 * anything; for them the only sign is that they stayed, read all bytes and said goodbye in answer to ours, and that is taken
 * as printed. Without either sign the outcome is unknown.
 */
export class TcpPrinter implements PrinterDevice {
  readonly #host: string;
  readonly #port: number;
  readonly #patience: Patience;
  /** Learned in use: silence of a printer that used to answer means that it hangs. */
  #answersStatus = false;
  #acknowledges: boolean | null = null;

  constructor(host: string, port: number, patience: Partial<Patience> = {}) {
    this.#host = host;
    this.#port = port;
    this.#patience = { ...PATIENCE, ...patience };
  }

  async status(): Promise<PrinterHealth> {
    let link: PrinterLink;
    try {
      link = await this.#open();
    } catch {
      return 'unreachable';
    }
    try {
      const health = await this.#ask(link);
      const polite = await link.finish(this.#patience.goodbye);
      // A printer without status support shows at least by its goodbye that somebody is at home.
      return polite || this.#answersStatus ? health : 'unreachable';
    } catch {
      return 'unreachable';
    } finally {
      link.destroy();
    }
  }

  async print({ bitmap }: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome> {
    const bytes = encode(bitmap);
    let link: PrinterLink;
    try {
      link = await this.#open();
    } catch (error) {
      return { result: 'failed-before-data', reason: reasonOf(error) };
    }
    let ready = false;
    try {
      const health = await this.#ask(link);
      if (health === 'unreachable') return { result: 'failed-before-data', reason: 'the printer answers nothing' };
      if (!canPrint(health)) return { result: 'refused', health };
      ready = await onReady();
      if (!ready) return NOT_WANTED;
      await link.send(bytes, this.#patience.stall);
      return await this.#confirm(link, health);
    } catch (error) {
      return { result: ready ? 'unknown' : 'failed-before-data', reason: reasonOf(error) };
    } finally {
      link.destroy();
    }
  }

  #open(): Promise<PrinterLink> {
    return PrinterLink.open(this.#host, this.#port, this.#patience.connect);
  }

  /** `ok` for a printer that never speaks about its status: it can only be tried. */
  async #ask(link: PrinterLink): Promise<PrinterHealth> {
    const answers: [number, number, number, number] = [0, 0, 0, 0];
    for (const [index, n] of QUESTIONS.entries()) {
      const answer = await link.ask(n, this.#patience.status);
      if (answer === null) {
        // A clone may know only the first questions; one that has never answered may know none.
        if (index === 0) return this.#answersStatus ? 'unreachable' : 'ok';
        break;
      }
      this.#answersStatus = true;
      answers[index] = answer;
    }
    return readStatus(answers);
  }

  async #confirm(link: PrinterLink, health: PrinterHealth): Promise<PrintOutcome> {
    if (this.#acknowledges !== false) {
      await link.send(ACKNOWLEDGE, this.#patience.stall);
      const stopped = await this.#untilAcknowledged(link);
      if (stopped === 'acknowledged') {
        await link.finish(this.#patience.goodbye);
        return { result: 'printed', health };
      }
      if (stopped !== 'silent') return { result: 'unknown', reason: `stopped while printing: ${stopped}` };
    } else {
      // The network took the bytes long before the printer has read them: whoever gives up now must not seem to answer our goodbye.
      await link.stay(this.#patience.status);
    }
    if (this.#acknowledges || !(await link.finish(this.#patience.goodbye))) {
      return { result: 'unknown', reason: 'sent, but nothing came back' };
    }
    // The next job of this printer need not wait so long for what never comes.
    this.#acknowledges = false;
    return { result: 'printed', health };
  }

  async #untilAcknowledged(link: PrinterLink): Promise<'acknowledged' | 'silent' | PrinterHealth> {
    const until = performance.now() + (this.#answersStatus ? this.#patience.acknowledge : this.#patience.status);
    while (performance.now() < until) {
      if (await link.acknowledged(Math.min(ASK_AGAIN, until - performance.now()))) {
        this.#acknowledges = true;
        return 'acknowledged';
      }
      if (!this.#answersStatus) continue;
      const health = await this.#ask(link);
      // Silence proves nothing here: the question may stand behind picture data that a slow printer has not read yet.
      if (health !== 'unreachable' && !canPrint(health)) return health;
    }
    return 'silent';
  }
}
