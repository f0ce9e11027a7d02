import type { PrinterHealth } from '../../../shared/protocol/views/common.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { ACKNOWLEDGE, COMPLETE_HEADER, JobEncoder, LEAVE_PICTURE } from './escpos.ts';
import { NOT_WANTED, type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printer-device.ts';
import { PrinterLink, TooManyReplies } from './printer-link.ts';
import { canPrint, readHealth, STATUS_KINDS } from './status.ts';

export interface TcpTimeouts {
  connect: DurationMs;
  /** For the reply to one status request. */
  status: DurationMs;
  /** The longest time in which the printer takes no data. */
  stall: DurationMs;
  /** From the last byte to the acknowledgement: the printing itself, about a second for a ticket. */
  acknowledge: DurationMs;
  /** From our FIN to the printer's. */
  close: DurationMs;
}

const TIMEOUTS: TcpTimeouts = { connect: 3_000, status: 1_000, stall: 10_000, acknowledge: 15_000, close: 3_000 };

/** While an acknowledgement is awaited: how often the status is requested, which gives the reason for the delay. */
const STATUS_INTERVAL: DurationMs = 500;

/**
 * A network printer on port 9100. Each job has a connection of its own, which is closed after it: some printers drop idle
 * connections, others run out of them.
 *
 * How a job is known to be printed: the printer acknowledges it (`GS r 1`). Some printers and most USB print servers never
 * send anything. From them the only sign is that they keep the connection open, read all bytes and answer our FIN with
 * theirs; that counts as printed. Without either sign the outcome is unknown.
 */
export class TcpPrinter implements PrinterDevice {
  readonly #host: string;
  readonly #port: number;
  readonly #timeouts: TcpTimeouts;
  readonly #encoder = new JobEncoder();
  /** Whether the last sheet failed: a printer without status support does not show its state. */
  #lastFailed = false;
  /** Learned from earlier connections: a printer that used to reply and no longer does hangs. */
  #repliesToStatus = false;
  #acknowledges: boolean | null = null;

  constructor(host: string, port: number, timeouts: Partial<TcpTimeouts> = {}) {
    this.#host = host;
    this.#port = port;
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
  }

  async status(): Promise<PrinterHealth> {
    let link: PrinterLink;
    try {
      link = await this.#open();
    } catch {
      return 'unreachable';
    }
    try {
      const health = await this.#healthAtFirst(link);
      const finAnswered = await link.finish(this.#timeouts.close);
      if (this.#repliesToStatus) return health;
      // A printer without status support at least answers our FIN, which shows that it is on.
      if (!finAnswered) return 'unreachable';
      return this.#lastFailed ? 'error' : health;
    } catch (error) {
      return error instanceof TooManyReplies ? 'error' : 'unreachable';
    } finally {
      link.destroy();
    }
  }

  async print({ bitmap }: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome> {
    let link: PrinterLink;
    try {
      link = await this.#open();
    } catch (error) {
      return { result: 'failed-before-data', reason: reasonOf(error) };
    }
    let ready = false;
    try {
      const health = await this.#healthAtFirst(link);
      if (health === 'unreachable') {
        await link.finish(this.#timeouts.close);
        return { result: 'failed-before-data', reason: 'the printer answers nothing' };
      }
      if (!canPrint(health)) return { result: 'refused', health };
      ready = await onReady();
      if (!ready) return NOT_WANTED;
      this.#lastFailed = true;
      await link.send(this.#encoder.encode(bitmap), this.#timeouts.stall);
      const outcome = await this.#confirm(link, health);
      if (outcome.result === 'printed') {
        this.#encoder.printed();
        this.#lastFailed = false;
      }
      return outcome;
    } catch (error) {
      return { result: ready ? 'unknown' : 'failed-before-data', reason: reasonOf(error) };
    } finally {
      link.destroy();
    }
  }

  #open(): Promise<PrinterLink> {
    return PrinterLink.open(this.#host, this.#port, this.#timeouts.connect);
  }

  /** The health at the beginning of a connection. */
  async #healthAtFirst(link: PrinterLink): Promise<PrinterHealth> {
    if (!this.#encoder.mayBeInPicture) return this.#readHealth(link);
    await link.send(COMPLETE_HEADER, this.#timeouts.stall);
    const health = await this.#readHealth(link);
    // Many clones take status requests for dots while they are inside a picture. After it they reply on the next connection.
    if (health === 'unreachable') await link.send(LEAVE_PICTURE, this.#timeouts.stall);
    return health;
  }

  /** `ok` for a printer that has never replied to a status request: whether it prints shows only when it is tried. */
  async #readHealth(link: PrinterLink): Promise<PrinterHealth> {
    const replies: [number, number, number, number] = [0, 0, 0, 0];
    for (const [index, kind] of STATUS_KINDS.entries()) {
      const reply = await link.readStatus(kind, this.#timeouts.status);
      if (reply === null) {
        // Some clones support only the first requests. A printer that has never replied may support none.
        if (index === 0) return this.#repliesToStatus ? 'unreachable' : 'ok';
        break;
      }
      this.#repliesToStatus = true;
      replies[index] = reply;
    }
    return readHealth(replies);
  }

  async #confirm(link: PrinterLink, health: PrinterHealth): Promise<PrintOutcome> {
    if (this.#acknowledges !== false) {
      await link.requestAcknowledgement(ACKNOWLEDGE, this.#timeouts.stall);
      const result = await this.#waitForAcknowledgement(link);
      if (result === 'acknowledged') {
        await link.finish(this.#timeouts.close);
        return { result: 'printed', health };
      }
      if (result !== 'silent') return { result: 'unknown', reason: `stopped while printing: ${result}` };
    } else {
      // The network buffers the bytes before the printer reads them: a FIN that it sends on giving up must not look like the answer to ours.
      await link.holdOpen(this.#timeouts.status);
    }
    if (this.#acknowledges || !(await link.finish(this.#timeouts.close))) {
      return { result: 'unknown', reason: 'sent, but nothing came back' };
    }
    // From now on jobs do not wait for an acknowledgement that this printer never sends.
    this.#acknowledges = false;
    return { result: 'printed', health };
  }

  async #waitForAcknowledgement(link: PrinterLink): Promise<'acknowledged' | 'silent' | PrinterHealth> {
    const until = performance.now() + (this.#repliesToStatus ? this.#timeouts.acknowledge : this.#timeouts.status);
    while (performance.now() < until) {
      if (await link.acknowledged(Math.min(STATUS_INTERVAL, until - performance.now()))) {
        this.#acknowledges = true;
        return 'acknowledged';
      }
      if (!this.#repliesToStatus) continue;
      const health = await this.#readHealth(link);
      // No reply proves nothing here: the request may be queued behind picture data that a slow printer has not read yet.
      if (health !== 'unreachable' && !canPrint(health)) return health;
    }
    return 'silent';
  }
}
