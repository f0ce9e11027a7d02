import { createConnection, type Socket } from 'node:net';
import type { DurationMs } from '../../../shared/time.ts';
import { type Question, question, type Reply, ReplyReader } from './status.ts';

/** Pieces this small keep a slow printer's progress visible. */
const PIECE_BYTES = 8_192;

/** One TCP connection to a printer. Every wait has an end: by event, by the connection's end, or by time. */
export class PrinterLink {
  readonly #socket: Socket;
  readonly #reader = new ReplyReader();
  readonly #replies: Reply[] = [];
  /** Set once the connection is over; `clean` when the printer said goodbye in answer to ours. */
  #over: { clean: boolean; reason: string } | null = null;
  #trouble: string | null = null;
  #leaving = false;
  #answeredGoodbye = false;
  #unanswered = false;
  /** Called at each event; whoever waits looks again. */
  #wake: (() => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => {
      this.#replies.push(...this.#reader.read(data));
      this.#wake?.();
    });
    socket.on('end', () => {
      this.#answeredGoodbye = this.#leaving;
    });
    socket.on('drain', () => this.#wake?.());
    socket.on('error', (error) => {
      this.#trouble = error.message;
    });
    socket.on('close', () => {
      this.#over = {
        clean: this.#answeredGoodbye && this.#trouble === null,
        reason: this.#trouble ?? 'the printer closed the connection',
      };
      this.#wake?.();
    });
  }

  /** Rejects when nobody answers at that address in time. */
  static async open(host: string, port: number, timeout: DurationMs): Promise<PrinterLink> {
    const socket = createConnection({ host, port, noDelay: true });
    const link = new PrinterLink(socket);
    socket.once('connect', () => link.#wake?.());
    const connected = await link.#until(() => !socket.connecting, timeout);
    if (connected && !link.#over) return link;
    link.destroy();
    throw new Error(link.#over?.reason ?? `no connection within ${timeout} ms`);
  }

  /** Rejects when the connection ends or the printer takes nothing for `stall`. */
  async send(bytes: Buffer, stall: DurationMs): Promise<void> {
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      this.#check();
      if (this.#socket.write(bytes.subarray(from, from + PIECE_BYTES))) continue;
      const drained = await this.#until(() => !this.#socket.writableNeedDrain, stall);
      this.#check();
      if (!drained) throw new Error(`the printer took no data for ${stall} ms`);
    }
  }

  /** The answer to one status question, or null without one in `timeout`. Rejects when the connection ends first. */
  async ask(n: Question, timeout: DurationMs): Promise<number | null> {
    // An answer that comes late must not pass for the answer to another question: the same bit means other things.
    if (this.#unanswered && (await this.#reply('status', timeout)) === null) return null;
    await this.send(question(n), timeout);
    const answer = await this.#reply('status', timeout);
    this.#unanswered = answer === null;
    return answer;
  }

  /** True when the printer acknowledges in `timeout`. Rejects when the connection ends first. */
  async acknowledged(timeout: DurationMs): Promise<boolean> {
    return (await this.#reply('acknowledgement', timeout)) !== null;
  }

  async #reply(kind: Reply['kind'], timeout: DurationMs): Promise<number | null> {
    const find = () => this.#replies.findIndex((reply) => reply.kind === kind);
    await this.#until(() => find() >= 0, timeout);
    const index = find();
    if (index < 0) {
      this.#check();
      return null;
    }
    return this.#replies.splice(index, 1)[0]?.byte ?? null;
  }

  /** Rejects when the connection ends within that time. */
  async stay(time: DurationMs): Promise<void> {
    await this.#until(() => false, time);
    this.#check();
  }

  /** Says goodbye; true when the printer, having read everything, says it too. One that left before us proves nothing. */
  async finish(timeout: DurationMs): Promise<boolean> {
    this.#leaving = true;
    this.#socket.end();
    await this.#until(() => this.#over !== null, timeout);
    return this.#over?.clean ?? false;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #check(): void {
    if (this.#over) throw new Error(this.#over.reason);
  }

  /** True as soon as `done` holds; false when it does not by the end of the time or of the connection. */
  #until(done: () => boolean, timeout: DurationMs): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        if (!done() && !this.#over) return;
        settle();
      };
      const settle = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve(done());
      };
      const timer = setTimeout(settle, timeout);
      this.#wake = look;
      look();
    });
  }
}
