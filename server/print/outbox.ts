import { randomUUID } from 'node:crypto';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { Text } from '../../shared/language.ts';
import type { PrinterHealth } from '../../shared/protocol/views/hall.ts';
import type { BusinessDay, DurationMs } from '../../shared/time.ts';
import type { OfficeEngine } from '../engine/office-engine.ts';
import type { Log, LogEntry } from '../log.ts';
import type { CommandBody, JobId } from '../queue/commands.ts';
import type { Event, EventType } from '../queue/events.ts';
import { drawPaper, type PaperWidthMm, titleOf } from './drawing/layout.ts';
import { type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printers/printer-device.ts';
import { findWork, type PaperJob } from './work.ts';

export interface OutboxDependencies {
  engine: OfficeEngine;
  /** The printer at an address of set-up, null when the address names none. */
  printerAt: (address: string) => PrinterDevice | null;
  /** Where the office is found on the LAN. */
  address: () => string;
  log: Log;
  /** Resolves after that time, earlier when the signal is given. */
  wait?: (time: DurationMs, signal: AbortSignal) => Promise<void>;
}

export interface Outbox {
  health(): PrinterHealth;
  onHealthChange(listener: (health: PrinterHealth) => void): () => void;
  /** Starts no job any more and waits for the one under way, which the printers' patience bounds. */
  stop(): Promise<void>;
}

/** Between two attempts, growing by half from the first to the last. */
const RETRY = { first: 2_000, last: 15_000 } as const;
/** Between two looks at the printer while nothing is to be printed. */
const LOOK = { well: 30_000, unwell: 5_000 } as const;

const HEALTH_TEXTS: Record<PrinterHealth, Text> = {
  ok: { vi: 'Máy in sẵn sàng.', en: 'The printer is ready.' },
  'paper-low': {
    vi: 'Máy in sắp hết giấy. Hãy chuẩn bị cuộn mới.',
    en: 'The printer is low on paper. Have a new roll ready.',
  },
  'paper-out': { vi: 'Máy in hết giấy. Hãy thay cuộn mới.', en: 'The printer is out of paper. Put in a new roll.' },
  'cover-open': { vi: 'Nắp máy in đang mở. Hãy đóng nắp lại.', en: "The printer's cover is open. Close it." },
  error: { vi: 'Máy in báo lỗi. Hãy kiểm tra máy in.', en: 'The printer reports an error. Check the printer.' },
  unreachable: {
    vi: 'Không liên lạc được với máy in. Hãy kiểm tra nguồn điện, dây nối và địa chỉ.',
    en: 'The printer cannot be reached. Check its power, cable and address.',
  },
};

const WANT_PAPER: readonly EventType[] = ['TicketIssued', 'TicketSentAway', 'ReprintRequested'];

export function startOutbox(dependencies: OutboxDependencies): Outbox {
  const outbox = new PrintOutbox(dependencies);
  outbox.start();
  return outbox;
}

class PrintOutbox implements Outbox {
  readonly #dependencies: OutboxDependencies;
  readonly #wait: (time: DurationMs, signal: AbortSignal) => Promise<void>;
  readonly #listeners = new Set<(health: PrinterHealth) => void>();
  /** The day of the jobs that are known here. */
  #day: BusinessDay | null = null;
  /** Of that day's jobs printed by this process whose end is not in the journal yet; any other started job is a dead process's. */
  readonly #outcomes = new Map<JobId, 'printed' | 'unknown'>();
  #health: PrinterHealth = 'ok';
  #printer: { address: string; device: PrinterDevice | null } | null = null;
  /** The last sheet has just told about the printer: no need to ask. */
  #healthIsFresh = false;
  #failures = 0;
  #sleep = new AbortController();
  /** Something happened since the last look at the state. */
  #stirred = false;
  #stopped = false;
  #unsubscribe: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(dependencies: OutboxDependencies) {
    this.#dependencies = dependencies;
    this.#wait = dependencies.wait ?? waitFor;
  }

  start(): void {
    this.#unsubscribe = this.#dependencies.engine.subscribe((events) => this.#hear(events));
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
    this.#sleep.abort();
    await this.#running;
  }

  /** New paper wakes an idle outbox, but does not cut short the pause after a failure; another set-up does. */
  #hear(events: readonly Event[]): void {
    const newOffice = events.some(({ type }) => type === 'OfficeChanged');
    if (newOffice) this.#failures = 0;
    const newPaper = this.#failures === 0 && events.some(({ type }) => WANT_PAPER.includes(type));
    if (!newOffice && !newPaper) return;
    this.#stirred = true;
    this.#sleep.abort();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#stirred = false;
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
      // The memory behind a picture is freed only when the event loop turns.
      await turn();
      if (time === 0 || this.#stirred || this.#stopped) continue;
      this.#sleep = new AbortController();
      await this.#wait(time, this.#sleep.signal);
    }
  }

  /** Does what is to be done now, at most one sheet; returns how long there will be nothing more to do. */
  async #work(): Promise<DurationMs> {
    const { engine, address } = this.#dependencies;
    const work = await engine.read(({ queue }, at) => findWork(queue, at, address()));
    if (work.day !== this.#day) this.#outcomes.clear();
    this.#day = work.day;
    for (const jobId of work.started) if (!(await this.#end(jobId))) return this.#retry();
    for (const jobId of work.useless) await this.#submit({ type: 'AbandonPrinting', jobId });

    const device = this.#deviceAt(work.address);
    if (work.next && device) return this.#print(work.next, work.paperWidthMm, device);
    if (!this.#healthIsFresh) this.#learn(device ? await device.status() : 'error');
    this.#healthIsFresh = false;
    if (work.next) return this.#retry();
    this.#failures = 0;
    return this.#health === 'ok' ? LOOK.well : LOOK.unwell;
  }

  async #end(jobId: JobId): Promise<boolean> {
    const outcome = this.#outcomes.get(jobId) ?? 'unknown';
    const ended = await this.#submit({ type: 'EndPrinting', jobId, outcome });
    if (ended) this.#outcomes.delete(jobId);
    return ended;
  }

  async #print({ jobId, paper }: PaperJob, width: PaperWidthMm, device: PrinterDevice): Promise<DurationMs> {
    const title = titleOf(paper);
    let sheet: Sheet;
    try {
      sheet = { title, bitmap: drawPaper(paper, width) };
    } catch (error) {
      // It would fail again, and all others would wait behind it.
      this.#log('error', 'drawing-failed', {
        vi: `Không vẽ được phiếu ${title}: ${reasonOf(error)}. Phiếu này bị bỏ qua.`,
        en: `${title} could not be drawn: ${reasonOf(error)}. It is left out.`,
      });
      return (await this.#submit({ type: 'AbandonPrinting', jobId })) ? 0 : this.#retry();
    }
    const outcome = await device.print(sheet, () => this.#submit({ type: 'StartPrinting', jobId }));
    this.#learn(await healthAfter(outcome, device));
    if (outcome.result === 'refused' || outcome.result === 'failed-before-data') return this.#retry();
    this.#healthIsFresh = true;
    this.#failures = 0;
    this.#outcomes.set(jobId, outcome.result);
    if (outcome.result === 'unknown')
      this.#log('warning', 'print-unknown', {
        vi: `Không rõ phiếu ${title} đã in ra chưa (${outcome.reason}). Hãy xem máy in; bàn làm việc có nút in lại.`,
        en: `Whether ${title} was printed is not known (${outcome.reason}). Look at the printer; the desk can print it again.`,
      });
    // Before anything else, a stop too; what cannot be written now, the next look finds still started.
    await this.#end(jobId);
    return 0;
  }

  #deviceAt(address: string): PrinterDevice | null {
    if (this.#printer?.address !== address) {
      this.#printer = { address, device: this.#dependencies.printerAt(address) };
      if (!this.#printer.device)
        this.#log('error', 'printer-address', {
          vi: `"${address}" không phải là địa chỉ máy in. Hãy sửa mục printer trong office.json.`,
          en: `"${address}" is not the address of a printer. Correct printer in office.json.`,
        });
    }
    return this.#printer.device;
  }

  #retry(): DurationMs {
    const time = Math.min(RETRY.first * 1.5 ** this.#failures, RETRY.last);
    this.#failures += 1;
    return time;
  }

  #learn(health: PrinterHealth): void {
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

async function waitFor(time: DurationMs, signal: AbortSignal): Promise<void> {
  // Being woken is the other way for a pause to end.
  await pause(time, undefined, { signal, ref: false }).catch(() => undefined);
}
