import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { officeClock } from '../../server/engine/clock.ts';
import { BatchEngine } from '../../server/engine/engine.ts';
import { type OfficeDeciders, officeDependencies } from '../../server/engine/office-engine.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { LogEntry } from '../../server/log.ts';
import { type Draw, DrawingThread, DrawingUnavailable } from '../../server/print/drawing/drawing-thread.ts';
import { drawPaper } from '../../server/print/drawing/layout.ts';
import { type Outbox, startOutbox } from '../../server/print/outbox.ts';
import { printerAt } from '../../server/print/printers/address.ts';
import { PreviewPrinter } from '../../server/print/printers/preview-printer.ts';
import type { PrinterDevice } from '../../server/print/printers/printer-device.ts';
import { TcpPrinter } from '../../server/print/printers/tcp-printer.ts';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import type { Event, EventOf, EventType } from '../../server/queue/events.ts';
import { paperOf } from '../../server/queue/views/paper.ts';
import type { Office } from '../../shared/office/office.ts';
import { temporaryFolder } from '../folder.ts';
import { communeOffice } from '../office.ts';
import { rowsOf } from './drawing/papers.ts';
import { ManualTime } from './manual-time.ts';
import { COVER_OPEN, HEALTHY, PAPER_OUT, PrinterEmulator } from './printers/printer-emulator.ts';

const MAX_AGE_MINUTES = 5;
const minutes = (count: number) => count * 60_000;
const ADDRESS = 'http://192.168.1.5:8080';
const CLERK: Actor = { kind: 'staff', id: 'anna', name: 'Anna', role: 'clerk' };

class PrintingOffice {
  readonly time = new ManualTime();
  readonly emulator = new PrinterEmulator();
  readonly journal = new MemoryJournal<Event>();
  readonly preview = new PreviewPrinter(() => this.time.now);
  readonly events: Event[] = [];
  readonly logged: LogEntry[] = [];
  draw: Draw = async (paper, width) => drawPaper(paper, width);
  readonly engine: BatchEngine<OfficeDeciders>;
  outbox: Outbox | null = null;
  #watchers: (() => void)[] = [];

  constructor() {
    // Time passes here, nobody sets the clock.
    const now = () => this.time.now;
    const clock = officeClock(now, now);
    const office = this.officeAt('preview', 80);
    this.engine = new BatchEngine(officeDependencies({ journal: this.journal, clock, office, log: () => undefined }));
    this.engine.subscribe((events) => {
      this.events.push(...events);
      for (const watch of this.#watchers.splice(0)) watch();
    });
  }

  async open(): Promise<void> {
    await this.emulator.switchOn();
    await this.engine.start();
    await this.usePrinter(`tcp://127.0.0.1:${this.emulator.port}`);
  }

  async usePrinter(address: string, paperWidthMm: 58 | 80 = 80): Promise<void> {
    await this.submit({ type: 'ChangeOffice', office: this.officeAt(address, paperWidthMm) });
  }

  officeAt(address: string, paperWidthMm: 58 | 80): Office {
    const rules = { ...communeOffice.rules, printMaxAgeMinutes: MAX_AGE_MINUTES };
    return { ...communeOffice, rules, printer: { address, paperWidthMm } };
  }

  startOutbox(wrap: (device: PrinterDevice) => PrinterDevice = (device) => device): Outbox {
    this.outbox = startOutbox({
      engine: this.engine,
      printerAt: (address) => {
        const port = /^tcp:\/\/127\.0\.0\.1:(\d+)$/.exec(address)?.[1];
        const timeouts = { status: 5_000, stall: 5_000, acknowledge: 5_000 };
        const device = port ? new TcpPrinter('127.0.0.1', Number(port), timeouts) : printerAt(address, this.preview);
        return device && wrap(device);
      },
      address: () => ADDRESS,
      draw: this.draw,
      log: (entry) => void this.logged.push(entry),
      wait: this.time.wait,
    });
    return this.outbox;
  }

  async close(): Promise<void> {
    await this.outbox?.stop();
    await this.engine.stop();
    await this.emulator.switchOff();
  }

  async submit(command: CommandBody, actor: Actor = CLERK): Promise<readonly Event[]> {
    const result = await this.engine.submit({ ...command, requestId: randomUUID(), actor });
    if (!result.ok) throw new Error(result.rejection.code);
    return result.value;
  }

  /** Issues a ticket and returns its id. */
  async issue(): Promise<string> {
    const ticketId = randomUUID();
    await this.submit({ type: 'IssueTicket', ticketId, serviceId: 'civil-status', classId: 'regular', dossiers: 1 });
    return ticketId;
  }

  eventsOf<Type extends EventType>(type: Type): EventOf<Type>[] {
    return this.events.filter((event): event is EventOf<Type> => event.type === type);
  }

  /** Resolves when the journal has that many events of the type. */
  async journalled(type: EventType, count = 1): Promise<void> {
    while (this.eventsOf(type).length < count) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** The expected picture of a ticket's paper. */
  picture(ticketId: string, reprint: boolean): Promise<string[]> {
    return this.engine.read(({ queue: state }, requestedAt) => {
      const paper = paperOf(
        state,
        { id: 0, kind: 'ticket', ticketId, requestedAt, reprint, status: 'waiting' },
        ADDRESS,
      );
      if (!paper) throw new Error('no such ticket');
      return rowsOf(drawPaper(paper, state.office.printer.paperWidthMm));
    });
  }

  /** The pictures that the printer has printed. */
  pictures(): string[][] {
    return this.emulator.papers.map(({ rows }) => rows);
  }
}

describe('the outbox', () => {
  let office: PrintingOffice;

  beforeEach(async () => {
    office = new PrintingOffice();
    await office.open();
  });
  afterEach(() => office.close());

  it('prints each ticket once, in order, and journals start and end', async () => {
    office.startOutbox();
    const tickets = [await office.issue(), await office.issue(), await office.issue()];
    await office.journalled('TicketPrinted', 3);
    expect(office.pictures()).toEqual(await Promise.all(tickets.map((id) => office.picture(id, false))));
    const jobs = office.eventsOf('TicketIssued').map(({ seq }) => seq);
    expect(office.eventsOf('PrintStarted').map(({ jobId }) => jobId)).toEqual(jobs);
    expect(office.eventsOf('TicketPrinted').map(({ jobId }) => jobId)).toEqual(jobs);
    expect(office.eventsOf('PrintStarted').every(({ by }) => by === 'system:printer')).toBe(true);
  });

  it('journals the start before the first dot is sent', async () => {
    let sentAtStart: number | null = null;
    office.engine.subscribe((events) => {
      if (events.some(({ type }) => type === 'PrintStarted')) sentAtStart = office.emulator.pictureBytes;
    });
    office.startOutbox();
    await office.issue();
    await office.journalled('TicketPrinted');
    expect(sentAtStart).toBe(0);
  });

  it('prints tickets that were issued before it started', async () => {
    await office.issue();
    office.startOutbox();
    await office.journalled('TicketPrinted');
    expect(office.emulator.papers).toHaveLength(1);
  });

  it('waits for a printer that is off and prints when it is switched on in time', async () => {
    await office.emulator.switchOff();
    const outbox = office.startOutbox();
    await office.issue();
    await office.time.pass(minutes(1));
    expect(outbox.health()).toBe('unreachable');
    expect(office.eventsOf('PrintStarted')).toEqual([]);
    await office.emulator.switchOn();
    await office.time.pass(minutes(1));
    await office.journalled('TicketPrinted');
    expect(office.emulator.papers).toHaveLength(1);
    expect(outbox.health()).toBe('ok');
  });

  it('retries after 2 seconds, then at growing intervals of at most 15 seconds', async () => {
    await office.emulator.switchOff();
    office.startOutbox();
    await office.issue();
    await office.time.pass(minutes(1));
    const tries = office.time.pauses.slice(office.time.pauses.indexOf(2_000));
    expect(tries.slice(0, 7)).toEqual([2_000, 3_000, 4_500, 6_750, 10_125, 15_000, 15_000]);
  });

  it('does not retry a faulty printer earlier because more tickets are issued', async () => {
    await office.emulator.switchOff();
    office.startOutbox();
    await office.time.waiting();
    for (let count = 0; count < 3; count += 1) {
      await office.issue();
      await office.time.waiting();
    }
    expect(office.time.pauses.slice(1)).toEqual([2_000]);
  });

  it('abandons jobs that are too old and prints newer ones', async () => {
    await office.emulator.switchOff();
    office.startOutbox();
    await office.issue();
    await office.issue();
    await office.time.pass(minutes(9));
    const fresh = await office.issue();
    await office.time.pass(minutes(1));
    await office.emulator.switchOn();
    await office.time.pass(minutes(1));
    await office.journalled('TicketPrinted');
    expect(office.eventsOf('PrintAbandoned')).toHaveLength(2);
    expect(office.pictures()).toEqual([await office.picture(fresh, false)]);
  });

  it('sends nothing to a printer without paper and prints once after the refill', async () => {
    office.emulator.status = PAPER_OUT;
    const outbox = office.startOutbox();
    await office.issue();
    await office.time.pass(minutes(2));
    expect(outbox.health()).toBe('paper-out');
    expect(office.emulator.pictureBytes).toBe(0);
    expect(office.eventsOf('PrintStarted')).toEqual([]);
    office.emulator.status = HEALTHY;
    await office.time.pass(minutes(1));
    await office.journalled('TicketPrinted');
    expect(office.emulator.papers).toHaveLength(1);
  });

  it('never repeats a sheet of unknown outcome by itself, and marks the reprint that staff request', async () => {
    office.emulator.breaksAfter = 20_000;
    office.startOutbox();
    const doubtful = await office.issue();
    await office.journalled('PrintUnknown');
    office.emulator.breaksAfter = Number.POSITIVE_INFINITY;
    const next = await office.issue();
    await office.journalled('TicketPrinted');
    await office.time.pass(minutes(20));
    expect(office.pictures()).toEqual([await office.picture(next, false)]);

    const [unknown] = office.eventsOf('PrintUnknown');
    await office.submit({ type: 'ReprintJob', jobId: unknown?.jobId ?? 0 });
    await office.journalled('TicketPrinted', 2);
    expect(office.pictures()[1]).toEqual(await office.picture(doubtful, true));
    expect(office.pictures()[1]).not.toEqual(await office.picture(doubtful, false));
  });

  it('does not print a second copy when paper runs out while printing', async () => {
    office.emulator.rowsOfPaper = 300;
    const outbox = office.startOutbox();
    await office.issue();
    await office.journalled('PrintUnknown');
    office.emulator.rowsOfPaper = Number.POSITIVE_INFINITY;
    await office.time.waiting();
    expect(outbox.health()).toBe('paper-out');
    office.emulator.status = HEALTHY;
    await office.time.pass(minutes(2));
    expect(outbox.health()).toBe('ok');
    expect(office.emulator.papers).toEqual([]);
    expect(office.eventsOf('PrintStarted')).toHaveLength(1);
  });

  it('journals an unknown outcome for a job that a crash interrupted, and does not print it again', async () => {
    await office.issue();
    const [{ seq: jobId } = { seq: 0 }] = office.eventsOf('TicketIssued');
    await office.submit({ type: 'StartPrinting', jobId });
    office.startOutbox();
    await office.journalled('PrintUnknown');
    await office.time.pass(minutes(2));
    expect(office.emulator.pictureBytes).toBe(0);
  });

  it('sends nothing while the start cannot be journalled', async () => {
    office.startOutbox((device) => ({
      status: () => device.status(),
      print: (sheet, onReady) => {
        if (office.emulator.connections < 3) office.journal.failNext();
        return device.print(sheet, onReady);
      },
    }));
    await office.time.waiting();
    await office.issue();
    await office.time.waiting();
    expect(office.emulator.pictureBytes).toBe(0);
    await office.time.pass(minutes(1));
    await office.journalled('TicketPrinted');
    expect(office.emulator.papers).toHaveLength(1);
  });

  it('journals that a sheet was printed as soon as the journal works again', async () => {
    office.startOutbox((device) => ({
      status: () => device.status(),
      async print(sheet, onReady) {
        const outcome = await device.print(sheet, onReady);
        office.journal.failNext(2);
        return outcome;
      },
    }));
    await office.issue();
    await office.time.pass(minutes(1));
    await office.journalled('TicketPrinted');
    expect(office.emulator.papers).toHaveLength(1);
    expect(office.eventsOf('PrintUnknown')).toEqual([]);
  });

  it('forgets outcomes when the business day changes, because job ids start again', async () => {
    let sheets = 0;
    office.startOutbox((device) => ({
      status: () => device.status(),
      async print(sheet, onReady) {
        sheets += 1;
        if (sheets === 1) {
          const outcome = await device.print(sheet, onReady);
          office.time.now += minutes(24 * 60);
          await office.engine.read(() => undefined);
          return outcome;
        }
        await onReady();
        throw new Error('the driver died');
      },
    }));
    await office.usePrinter(`tcp://127.0.0.1:${office.emulator.port}`);
    await office.issue();
    await office.time.waiting();
    const [yesterday, today] = await office.journal.days();
    expect((await office.journal.read(yesterday ?? '')).map(({ type }) => type)).toContain('PrintUnknown');
    const numbers = office.eventsOf('TicketIssued').map(({ seq }) => seq);
    await Promise.all([office.issue(), office.issue(), office.issue(), office.issue()]);
    expect(
      office
        .eventsOf('TicketIssued')
        .slice(1)
        .map(({ seq }) => seq),
    ).toContain(numbers[0]);
    await office.time.pass(minutes(2));
    await office.journalled('PrintUnknown', 4);
    expect((await office.journal.read(today ?? '')).map(({ type }) => type)).not.toContain('TicketPrinted');
  });

  it('keeps a paper while the drawing thread does not start, and prints it once when it does', async () => {
    let tries = 0;
    const { draw } = office;
    office.draw = async (paper, width) => {
      tries += 1;
      if (tries < 3) throw new DrawingUnavailable('no memory');
      return draw(paper, width);
    };
    office.startOutbox();
    const ticketId = await office.issue();
    await office.time.pass(minutes(1));
    await office.journalled('TicketPrinted');
    expect(office.pictures()).toEqual([await office.picture(ticketId, false)]);
    expect(office.eventsOf('PrintStarted')).toHaveLength(1);
    expect(office.logged.map(({ code }) => code)).toEqual(['printing-failed', 'printing-failed']);
  });

  it('prints each paper once when the drawing thread crashes', async () => {
    const folder = await temporaryFolder();
    const script = join(folder, 'worker.mjs');
    const first = JSON.stringify(join(folder, 'first'));
    await writeFile(
      script,
      `import { existsSync, writeFileSync } from 'node:fs';
      import { parentPort } from 'node:worker_threads';
      parentPort.postMessage('ready');
      parentPort.on('message', ({ id }) => {
        if (!existsSync(${first})) { writeFileSync(${first}, ''); process.exit(1); }
        parentPort.postMessage({ id, bitmap: { width: 8, height: id, rows: new Uint8Array(id) } });
      });`,
    );
    const thread = new DrawingThread((entry) => void office.logged.push(entry), pathToFileURL(script));
    onTestFinished(() => thread.stop());
    office.draw = thread.draw;
    office.startOutbox();
    await Promise.all([office.issue(), office.issue(), office.issue()]);
    await office.journalled('TicketPrinted', 3);
    expect(office.emulator.papers.map(({ height }) => height)).toEqual([2, 3, 4]);
    expect(office.logged.map(({ code }) => code)).toEqual(['drawing-thread-ended']);
  });

  it('abandons a paper that cannot be drawn, and prints the next one', async () => {
    const { draw } = office;
    let papers = 0;
    office.draw = async (paper, width) => {
      papers += 1;
      if (papers === 1) throw new Error('QR code too long');
      return draw(paper, width);
    };
    office.startOutbox();
    await office.issue();
    const next = await office.issue();
    await office.journalled('TicketPrinted');
    expect(office.pictures()).toEqual([await office.picture(next, false)]);
    expect(office.eventsOf('PrintAbandoned')).toHaveLength(1);
    expect(office.logged.map(({ code }) => code)).toEqual(['drawing-failed']);
  });

  it('abandons a come-back slip when the visitor is back before it is printed', async () => {
    office.emulator.status = COVER_OPEN;
    office.startOutbox();
    const ticketId = await office.issue();
    await office.submit({ type: 'OpenCounter', counterId: 'counter-1' });
    await office.submit({ type: 'CallNext', counterId: 'counter-1' });
    await office.submit({ type: 'StartServing', counterId: 'counter-1' });
    await office.submit({ type: 'SendAway', counterId: 'counter-1' });
    await office.submit({ type: 'ReturnTicket', ticketId });
    office.emulator.status = HEALTHY;
    await office.time.pass(minutes(1));
    await office.journalled('TicketPrinted');
    expect(office.pictures()).toEqual([await office.picture(ticketId, false)]);
    expect(office.eventsOf('PrintAbandoned')).toHaveLength(1);
  });

  it('uses another printer as soon as set-up names it', async () => {
    await office.emulator.switchOff();
    office.startOutbox();
    await office.issue();
    await office.time.pass(minutes(1));
    const other = new PrinterEmulator();
    await other.switchOn();
    await office.usePrinter(`tcp://127.0.0.1:${other.port}`, 58);
    await office.journalled('TicketPrinted');
    expect(other.papers.map(({ width }) => width)).toEqual([384]);
    await other.switchOff();
  });

  it('logs an error when the address in set-up is not that of a printer', async () => {
    await office.usePrinter('COM1');
    const outbox = office.startOutbox();
    await office.time.waiting();
    expect(outbox.health()).toBe('error');
    expect(office.logged.map(({ text }) => text.en)).toContainEqual(
      expect.stringContaining('"COM1" is not the address of a printer'),
    );
  });

  it('checks an idle printer every 30 seconds, a faulty one every 5, and reports changes of its health', async () => {
    const reported: string[] = [];
    const outbox = office.startOutbox();
    outbox.onHealthChange((health) => reported.push(health));
    await office.time.waiting();
    office.emulator.status = COVER_OPEN;
    await office.time.pass(30_000);
    await office.time.waiting();
    office.emulator.status = HEALTHY;
    await office.time.pass(5_000);
    await office.time.waiting();
    expect(reported).toEqual(['cover-open', 'ok']);
    expect(office.time.pauses).toEqual([30_000, 5_000, 30_000]);
  });

  it('does not contact the printer because of events without paper', async () => {
    office.startOutbox();
    await office.time.waiting();
    await office.submit({ type: 'OpenCounter', counterId: 'counter-1' });
    await office.submit({ type: 'PauseCounter', counterId: 'counter-1', reason: 'Họp', minutes: null });
    await office.outbox?.stop();
    expect(office.emulator.connections).toBe(1);
  });

  it('keeps the last 20 papers of the preview printer as pictures', async () => {
    await office.usePrinter('preview');
    office.startOutbox();
    for (let count = 0; count < 22; count += 1) await office.issue();
    await office.journalled('TicketPrinted', 22);
    const papers = office.preview.papers();
    expect(papers.map(({ title }) => title)).toEqual(
      Array.from({ length: 20 }, (_, index) => `A0${String(22 - index).padStart(2, '0')}`),
    );
    const png = await office.preview.png(papers[0]?.id ?? '');
    expect(png?.subarray(1, 4).toString()).toBe('PNG');
    expect(await office.preview.png('gone')).toBeNull();
  });

  it('starts no job after it is stopped', async () => {
    const outbox = office.startOutbox();
    await office.time.waiting();
    await outbox.stop();
    await office.issue();
    expect(office.eventsOf('PrintStarted')).toEqual([]);
  });

  it('journals the outcome of the running job before it stops', async () => {
    const outbox = office.startOutbox();
    await office.issue();
    await office.journalled('PrintStarted');
    await outbox.stop();
    expect(office.eventsOf('TicketPrinted')).toHaveLength(1);
  });
});
