import { Worker } from 'node:worker_threads';
import type { DurationMs } from '../../../shared/time.ts';
import type { Log } from '../../log.ts';
import type { Paper } from '../../queue/views/paper.ts';
import { reasonOf } from '../printers/printer-device.ts';
import type { Bitmap } from './bitmap.ts';
import type { PaperWidthMm } from './layout.ts';
import type { DrawingReply, DrawingRequest, WorkerMessage } from './worker.ts';

/**
 * Draws one paper. Rejects with DrawingUnavailable when no paper can be drawn at present, and with another error when this
 * paper cannot be drawn.
 */
export type Draw = (paper: Paper, paperWidthMm: PaperWidthMm) => Promise<Bitmap>;

/** The drawing thread does not start. */
export class DrawingUnavailable extends Error {}

/** The drawing thread ended after it had started. */
class ThreadEnded extends Error {}

/** A paper takes a millisecond, the first one a second on a slow machine, because fonts are loaded. */
const LONGEST: DurationMs = 20_000;

/** In the sources this module is TypeScript; in the build it is part of `main.js`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './drawing-worker.js', import.meta.url);

interface Request {
  resolve: (bitmap: Bitmap) => void;
  reject: (error: Error) => void;
}

/**
 * Draws papers in a thread of its own, so that calls and screens do not wait for it. The thread starts with the first paper. If
 * it ends or hangs, it is started again and the paper is drawn once more; a paper that ends it twice cannot be drawn.
 */
export class DrawingThread {
  readonly #log: Log;
  readonly #worker: URL;
  readonly #longest: DurationMs;
  readonly #requests = new Map<number, Request>();
  #thread: Worker | null = null;
  #lastId = 0;
  #stopped = false;

  constructor(log: Log, worker = WORKER, longest = LONGEST) {
    this.#log = log;
    this.#worker = worker;
    this.#longest = longest;
  }

  readonly draw: Draw = async (paper, paperWidthMm) => {
    try {
      return await this.#draw(paper, paperWidthMm);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      return this.#draw(paper, paperWidthMm);
    }
  };

  /** Rejects the papers that are being drawn, and later ones. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#thread?.terminate();
  }

  async #draw(paper: Paper, paperWidthMm: PaperWidthMm): Promise<Bitmap> {
    if (this.#stopped) throw new DrawingUnavailable('the server is stopping');
    this.#thread ??= this.#start();
    const thread = this.#thread;
    this.#lastId += 1;
    const id = this.#lastId;
    const drawn = new Promise<Bitmap>((resolve, reject) => this.#requests.set(id, { resolve, reject }));
    thread.postMessage({ id, paper, paperWidthMm } satisfies DrawingRequest);
    const timer = setTimeout(() => void thread.terminate(), this.#longest);
    try {
      return await drawn;
    } finally {
      clearTimeout(timer);
      this.#requests.delete(id);
    }
  }

  #start(): Worker {
    const thread = this.#worker.pathname.endsWith('.ts')
      ? new Worker(fromSources(this.#worker), { eval: true, execArgv: [] })
      : new Worker(this.#worker);
    // An idle thread must not keep the process alive.
    thread.unref();
    let ready = false;
    let reason = `no reply within ${this.#longest} ms, or it was stopped`;
    thread.on('message', (message: WorkerMessage) => {
      if (message === 'ready') ready = true;
      else this.#settle(message);
    });
    thread.on('error', (error) => {
      reason = reasonOf(error);
    });
    thread.once('exit', () => {
      this.#thread = null;
      if (!this.#stopped) this.#warn(reason);
      const error = ready ? new ThreadEnded(`the drawing thread ended: ${reason}`) : new DrawingUnavailable(reason);
      for (const { reject } of this.#requests.values()) reject(error);
    });
    return thread;
  }

  #settle(reply: DrawingReply): void {
    const request = this.#requests.get(reply.id);
    if ('bitmap' in reply) request?.resolve(reply.bitmap);
    else request?.reject(new Error(reply.reason));
  }

  #warn(reason: string): void {
    this.#log({
      level: 'warning',
      code: 'drawing-thread-ended',
      text: {
        vi: `Luồng vẽ phiếu bị dừng (${reason}). Máy chủ tự khởi động lại luồng này khi có phiếu cần in.`,
        en: `The thread that draws papers ended (${reason}). The server starts it again when there is a paper to print.`,
      },
    });
  }
}

/** A script that loads TypeScript, which the tests and `npm run dev` run, and not every supported version of Node can load by itself. */
function fromSources(module: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import('${module.href}'); });`;
}
