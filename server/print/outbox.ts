import { randomUUID } from 'node:crypto';
import type { Text } from '../../shared/language.ts';
import type { PrinterHealth } from '../../shared/protocol/views/common.ts';
import type { BusinessDay, DurationMs } from '../../shared/time.ts';
import type { OfficeEngine } from '../engine/office-engine.ts';
import type { Log, LogEntry } from '../log.ts';
import type { CommandBody, JobId } from '../queue/commands.ts';
import type { Event, EventType } from '../queue/events.ts';
import { type Draw, DrawingUnavailable } from './drawing/drawing-thread.ts';
import type { PaperWidthMm } from './drawing/layout.ts';
import { type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printers/printer-device.ts';
import { findWork, type PaperJob, titleOf } from './work.ts';

export interface OutboxDependencies {
  engine: OfficeEngine;
  draw: Draw;
  /** The printer at an address of set-up; null when the address is not valid. */
  printerAt: (address: string) => PrinterDevice | null;
  /** The server's URL on the LAN. */
  address: () => string;
  log: Log;
  /** Resolves after that time, or when the signal is aborted. */
  wait?: (time: DurationMs, signal: AbortSignal) => Promise<void>;
}

export interface Outbox {
  health(): PrinterHealth;
  onHealthChange(listener: (health: PrinterHealth) => void): () => void;
  /** Starts no further job and waits for the running one, which the printers' timeouts limit. */
  stop(): Promise<void>;
}

/** Delay between two attempts to print; it grows by half with each failure, from `first` to at most `last`. */
const RETRY = { first: 2_000, last: 15_000 } as const;
/** Interval between two checks of the printer's status while there is nothing to print. */
const STATUS_CHECK = { healthy: 30_000, faulty: 5_000 } as const;

const HEALTH_TEXTS: Record<PrinterHealth, Text> = {
  ok: { vi: 'Máy in sẵn sàng.', en: 'The printer is ready.' },
  'paper-low': {
    vi: 'Máy in sắp hết giấy. Vui lòng chuẩn bị cuộn mới.',
    en: 'The printer is low on paper. Have a new roll ready.',
  },
  'paper-out': {
    vi: 'Máy in hết giấy. Vui lòng thay cuộn mới.',
    en: 'The printer is out of paper. Put in a new roll.',
  },
  'cover-open': { vi: 'Nắp máy in đang mở. Vui lòng đóng nắp lại.', en: "The printer's cover is open. Close it." },
  error: { vi: 'Máy in báo lỗi. Vui lòng kiểm tra máy in.', en: 'The printer reports an error. Check the printer.' },
  unreachable: {
    vi: 'Không liên lạc được với máy in. Vui lòng kiểm tra nguồn điện, dây nối và địa chỉ.',
    en: 'The printer cannot be reached. Check its power, cable and address.',
  },
};

const PAPER_EVENTS: readonly EventType[] = ['TicketIssued', 'TicketSentAway', 'ReprintRequested'];

export function startOutbox(dependencies: OutboxDependencies): Outbox {
  const outbox = new PrintOutbox(dependencies);
  outbox.start();
  return outbox;
}

class PrintOutbox implements Outbox {
  readonly #dependencies: OutboxDependencies;
  readonly #wait: (time: DurationMs, signal: AbortSignal) => Promise<void>;
  readonly #listeners = new Set<(health: PrinterHealth) => void>();
  /** The business day of the jobs in `#outcomes`. */
  #day: BusinessDay | null = null;
  /** Jobs printed by this process whose outcome is not in the journal yet. Any other started job was begun by a process that has died. */
  readonly #outcomes = new Map<JobId, 'printed' | 'unknown'>();
  #health: PrinterHealth = 'ok';
  #printer: { address: string; device: PrinterDevice | null } | null = null;
  /** A sheet has just been printed, which also gave the printer's health: no status check is needed. */
  #healthIsFresh = false;
  #failures = 0;
  /** Aborted to end the current pause early; with a reason, because an abort without one costs an error with its stack. */
  #pause = new AbortController();
  /** There may be new work since the state was last read. */
  #hasNews = false;
  #stopped = false;
  #unsubscribe: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(dependencies: OutboxDependencies) {
    this.#dependencies = dependencies;
    this.#wait = dependencies.wait ?? waitFor;
  }

  start(): void {
    this.#unsubscribe = this.#dependencies.engine.subscribe((events) => this.#onEvents(events));
    this.#running = this.#run();
  }

  health(): PrinterHealth {
    return this.#health;
  }

  onHealthChange(listener: (health: PrinterHealth) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe?.();
    this.#pause.abort('stopped');
    await this.#running;
  }

  /** New papers end the pause of an idle outbox, but not the pause after a failure. A change of set-up ends both. */
  #onEvents(events: readonly Event[]): void {
    const newOffice = events.some(({ type }) => type === 'OfficeChanged');
    if (newOffice) this.#failures = 0;
    const newPaper = this.#failures === 0 && events.some(({ type }) => PAPER_EVENTS.includes(type));
    if (!newOffice && !newPaper) return;
    this.#hasNews = true;
    this.#pause.abort('new work');
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#hasNews = false;
      let time: DurationMs;
      try {
        time = await this.#work();
      } catch (error) {
        this.#log('error', 'printing-failed', {
          vi: `In phiếu gặp lỗi: ${reasonOf(error)}`,
          en: `Printing failed: ${reasonOf(error)}`,
        });
        time = RETRY.last;
      }
      if (time === 0 || this.#hasNews || this.#stopped) continue;
      this.#pause = new AbortController();
      await this.#wait(time, this.#pause.signal);
    }
  }

  /** Does the work that is due, with at most one sheet. Returns the time until the next call. */
  async #work(): Promise<DurationMs> {
    const { engine, address } = this.#dependencies;
    const work = await engine.read(({ queue }, at) => findWork(queue, at, address()));
    if (work.day !== this.#day) this.#outcomes.clear();
    this.#day = work.day;
    for (const jobId of work.started) if (!(await this.#journalOutcome(jobId))) return this.#retryDelay();
    for (const jobId of work.obsolete) await this.#submit({ type: 'AbandonPrinting', jobId });

    const device = this.#deviceAt(work.address);
    if (work.next && device) return this.#print(work.next, work.paperWidthMm, device);
    if (!this.#healthIsFresh) this.#setHealth(device ? await device.status() : 'error');
    this.#healthIsFresh = false;
    if (work.next) return this.#retryDelay();
    this.#failures = 0;
    return this.#health === 'ok' ? STATUS_CHECK.healthy : STATUS_CHECK.faulty;
  }

  async #journalOutcome(jobId: JobId): Promise<boolean> {
    const outcome = this.#outcomes.get(jobId) ?? 'unknown';
    const ended = await this.#submit({ type: 'EndPrinting', jobId, outcome });
    if (ended) this.#outcomes.delete(jobId);
    return ended;
  }

  async #print({ jobId, paper }: PaperJob, width: PaperWidthMm, device: PrinterDevice): Promise<DurationMs> {
    const title = titleOf(paper);
    let sheet: Sheet;
    try {
      sheet = { title, bitmap: await this.#dependencies.draw(paper, width) };
    } catch (error) {
      if (error instanceof DrawingUnavailable) throw error;
      // Abandoned, not retried: drawing would fail again, and all later papers would wait.
      this.#log('error', 'drawing-failed', {
        vi: `Không vẽ được phiếu ${title}: ${reasonOf(error)}. Phiếu này bị bỏ qua.`,
        en: `${title} could not be drawn: ${reasonOf(error)}. It is left out.`,
      });
      return (await this.#submit({ type: 'AbandonPrinting', jobId })) ? 0 : this.#retryDelay();
    }
    const outcome = await device.print(sheet, () => this.#submit({ type: 'StartPrinting', jobId }));
    this.#setHealth(await healthAfter(outcome, device));
    if (outcome.result === 'refused' || outcome.result === 'failed-before-data') return this.#retryDelay();
    this.#healthIsFresh = true;
    this.#failures = 0;
    this.#outcomes.set(jobId, outcome.result);
    if (outcome.result === 'unknown')
      this.#log('warning', 'print-unknown', {
        vi: `Không rõ phiếu ${title} đã in ra chưa (${outcome.reason}). Vui lòng xem máy in; bàn làm việc có nút in lại.`,
        en: `Whether ${title} was printed is not known (${outcome.reason}). Look at the printer; the desk can print it again.`,
      });
    // Before anything else, even before a stop. If it cannot be written now, the next reading of the state finds the job still started.
    await this.#journalOutcome(jobId);
    return 0;
  }

  #deviceAt(address: string): PrinterDevice | null {
    if (this.#printer?.address !== address) {
      this.#printer = { address, device: this.#dependencies.printerAt(address) };
      if (!this.#printer.device)
        this.#log('error', 'printer-address', {
          vi: `"${address}" không phải là địa chỉ máy in. Vui lòng sửa mục printer trong office.json.`,
          en: `"${address}" is not the address of a printer. Correct printer in office.json.`,
        });
    }
    return this.#printer.device;
  }

  /** Counts a failure; returns the time until the next attempt. */
  #retryDelay(): DurationMs {
    const time = Math.min(RETRY.first * 1.5 ** this.#failures, RETRY.last);
    this.#failures += 1;
    return time;
  }

  #setHealth(health: PrinterHealth): void {
    if (health === this.#health) return;
    this.#health = health;
    this.#log(health === 'ok' ? 'info' : 'warning', `printer-${health}`, HEALTH_TEXTS[health]);
    for (const listener of this.#listeners) listener(health);
  }

  #log(level: LogEntry['level'], code: string, text: Text): void {
    this.#dependencies.log({ level, code, text });
  }

  async #submit(body: CommandBody): Promise<boolean> {
    const actor = { kind: 'system', id: 'printer' } as const;
    return (await this.#dependencies.engine.submit({ ...body, requestId: randomUUID(), actor })).ok;
  }
}

async function healthAfter(outcome: PrintOutcome, device: PrinterDevice): Promise<PrinterHealth> {
  switch (outcome.result) {
    case 'printed':
    case 'refused':
      return outcome.health;
    case 'failed-before-data':
    case 'unknown':
      return device.status();
    default:
      return outcome satisfies never;
  }
}

function waitFor(time: DurationMs, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time).unref();
    const wake = () => resolve(clearTimeout(timer));
    signal.addEventListener('abort', wake, { once: true });
  });
}
