import { createConnection, type Socket } from 'node:net';
import type { DurationMs } from '../../../shared/time.ts';
import { type Reply, ReplyReader, type StatusKind, statusRequest } from './status.ts';

/** Small, so that the progress of a slow printer is noticed. */
const CHUNK_BYTES = 8_192;

/** A printer sends a few bytes per status and job. One that sends more without end is faulty, and reading on would hold up the server. */
const REPLY_BYTES = 16_384;

export class TooManyReplies extends Error {
  constructor() {
    super(`the printer sent more than ${REPLY_BYTES} bytes`);
  }
}

/** One TCP connection to a printer. Every wait ends: by an event, the end of the connection, or a timeout. */
export class PrinterLink {
  readonly #socket: Socket;
  readonly #reader = new ReplyReader();
  #replies: Reply[] = [];
  #replyBytes = 0;
  /** Set when the connection has ended. `clean` means that the printer closed its side (FIN) after we had closed ours. */
  #ended: { clean: boolean; error: Error } | null = null;
  #error: Error | null = null;
  #sentFin = false;
  #finAnswered = false;
  /** A status request timed out, so its reply may still arrive. */
  #replyOverdue = false;
  /** Called at each event of the socket; checks whether the pending wait is over. */
  #checkWait: (() => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#take(data));
    socket.on('end', () => {
      this.#finAnswered = this.#sentFin;
    });
    socket.on('drain', () => this.#checkWait?.());
    socket.on('error', (error) => {
      this.#error = error;
    });
    socket.on('close', () => {
      this.#ended = {
        clean: this.#finAnswered && this.#error === null,
        error: this.#error ?? new Error('the printer closed the connection'),
      };
      this.#checkWait?.();
    });
  }

  /** Rejects when the address refuses the connection or does not answer within `timeout`. */
  static async open(host: string, port: number, timeout: DurationMs): Promise<PrinterLink> {
    const socket = createConnection({ host, port, noDelay: true });
    const link = new PrinterLink(socket);
    socket.once('connect', () => link.#checkWait?.());
    const connected = await link.#waitUntil(() => !socket.connecting, timeout);
    if (connected && !link.#ended) return link;
    link.destroy();
    throw link.#ended?.error ?? new Error(`no connection within ${timeout} ms`);
  }

  /** Rejects when the connection ends or the printer takes no data for `stall`. */
  async send(bytes: Buffer, stall: DurationMs): Promise<void> {
    for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
      this.#throwIfEnded();
      if (this.#socket.write(bytes.subarray(from, from + CHUNK_BYTES))) continue;
      const drained = await this.#waitUntil(() => !this.#socket.writableNeedDrain, stall);
      this.#throwIfEnded();
      if (!drained) throw new Error(`the printer took no data for ${stall} ms`);
    }
  }

  /** The reply to one status request, or null when there is none within `timeout`. Rejects when the connection ends first. */
  async readStatus(kind: StatusKind, timeout: DurationMs): Promise<number | null> {
    // A late reply must not be taken for the reply to the next request, in which the same bits have other meanings.
    if (this.#replyOverdue && (await this.#nextReply('status', timeout)) === null) return null;
    await this.send(statusRequest(kind), timeout);
    const reply = await this.#nextReply('status', timeout);
    this.#replyOverdue = reply === null;
    return reply;
  }

  /** Sends the request after a job. Acknowledgements that came before it belong to an earlier job. */
  async requestAcknowledgement(request: Buffer, stall: DurationMs): Promise<void> {
    this.#replies = this.#replies.filter(({ kind }) => kind !== 'acknowledgement');
    await this.send(request, stall);
  }

  /** True when the printer acknowledges within `timeout`. Rejects when the connection ends first. */
  async acknowledged(timeout: DurationMs): Promise<boolean> {
    return (await this.#nextReply('acknowledgement', timeout)) !== null;
  }

  async #nextReply(kind: Reply['kind'], timeout: DurationMs): Promise<number | null> {
    const find = () => this.#replies.findIndex((reply) => reply.kind === kind);
    await this.#waitUntil(() => find() >= 0, timeout);
    const index = find();
    if (index < 0) {
      this.#throwIfEnded();
      return null;
    }
    return this.#replies.splice(index, 1)[0]?.byte ?? null;
  }

  /** Keeps the connection open for `time`; rejects when it ends within that time. */
  async holdOpen(time: DurationMs): Promise<void> {
    await this.#waitUntil(() => false, time);
    this.#throwIfEnded();
  }

  /**
   * Half-closes the connection (FIN). True when the printer then closes its side too, which it does after it has read all
   * bytes. A FIN that the printer sent before ours proves nothing.
   */
  async finish(timeout: DurationMs): Promise<boolean> {
    this.#sentFin = true;
    this.#socket.end();
    await this.#waitUntil(() => this.#ended !== null, timeout);
    return this.#ended?.clean ?? false;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(data: Buffer): void {
    this.#replyBytes += data.length;
    if (this.#replyBytes > REPLY_BYTES) this.#socket.destroy(new TooManyReplies());
    else this.#replies.push(...this.#reader.read(data));
    this.#checkWait?.();
  }

  #throwIfEnded(): void {
    if (this.#ended) throw this.#ended.error;
  }

  /** True as soon as `done` holds; false when it does not hold by the timeout or by the end of the connection. */
  #waitUntil(done: () => boolean, timeout: DurationMs): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        this.#checkWait = null;
        resolve(done());
      };
      const check = () => {
        if (done() || this.#ended) settle();
      };
      const timer = setTimeout(settle, timeout);
      this.#checkWait = check;
      check();
    });
  }
}
