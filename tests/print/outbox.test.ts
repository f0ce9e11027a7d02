import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { steadyClock } from '../../server/engine/clock.ts';
import { BatchEngine } from '../../server/engine/engine.ts';
import { type OfficeDeciders, officeDependencies } from '../../server/engine/office-engine.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { LogEntry } from '../../server/log.ts';
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
import { communeOffice } from '../office.ts';
import { rowsOf } from './drawing/papers.ts';
import { ManualTime } from './manual-time.ts';
import { COVER_OPEN, PAPER_OUT, PrinterEmulator, WELL } from './printers/printer-emulator.ts';

const MAX_AGE_MINUTES = 5;
const minutes = (count: number) => count * 60_000;
const ADDRESS = 'http://192.168.1.5:8080';
const CLERK: Actor = { kind: 'staff', id: 'anna', name: 'Anna', role: 'clerk' };

class Hall {
  readonly time = new ManualTime();
  readonly emulator = new PrinterEmulator();
  readonly journal = new MemoryJournal<Event>();
  readonly preview = new PreviewPrinter(() => this.time.now);
  readonly events: Event[] = [];
  readonly logged: LogEntry[] = [];
  readonly engine: BatchEngine<OfficeDeciders>;
  outbox: Outbox | null = null;
  #watchers: (() => void)[] = [];

  constructor() {
    const clock = steadyClock(
      () => this.time.now,
      () => 0,
    );
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
    await this.order({ type: 'ChangeOffice', office: this.officeAt(address, paperWidthMm) });
  }

  officeAt(address: string, paperWidthMm: 58 | 80): Office {
    const rules = { ...communeOffice.rules, printMaxAgeMinutes: MAX_AGE_MINUTES };
    return { ...communeOffice, rules, printer: { address, paperWidthMm } };
  }

  startOutbox(around: (device: PrinterDevice) => PrinterDevice = (device) => device): Outbox {
    this.outbox = startOutbox({
      engine: this.engine,
      printerAt: (address) => {
        const port = /^tcp:\/\/127\.0\.0\.1:(\d+)$/.exec(address)?.[1];
        const patience = { status: 5_000, stall: 5_000, acknowledge: 5_000 };
        const device = port ? new TcpPrinter('127.0.0.1', Number(port), patience) : printerAt(address, this.preview);
        return device && around(device);
      },
      address: () => ADDRESS,
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

  async order(order: CommandBody, actor: Actor = CLERK): Promise<readonly Event[]> {
    const result = await this.engine.submit({ ...order, requestId: randomUUID(), actor });
    if (!result.ok) throw new Error(result.rejection.code);
    return result.value;
  }

  /** The ticket's id. */
  async issue(): Promise<string> {
    const ticketId = randomUUID();
    await this.order({ type: 'IssueTicket', ticketId, serviceId: 'civil-status', classId: 'regular', dossiers: 1 });
    return ticketId;
  }

  of<Type extends EventType>(type: Type): EventOf<Type>[] {
    return this.events.filter((event): event is EventOf<Type> => event.type === type);
  }

  async heard(type: EventType, count = 1): Promise<void> {
    while (this.of(type).length < count) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** What the paper of a ticket must look like. */
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

  pictures(): string[][] {
    return this.emulator.papers.map(({ rows }) => rows);
  }
}

describe('the outbox', () => {
  let hall: Hall;

  beforeEach(async () => {
    hall = new Hall();
    await hall.open();
  });
  afterEach(() => hall.close());

  it('prints each ticket once, in order, and journals start and end', async () => {
    hall.startOutbox();
    const tickets = [await hall.issue(), await hall.issue(), await hall.issue()];
    await hall.heard('TicketPrinted', 3);
    expect(hall.pictures()).toEqual(await Promise.all(tickets.map((id) => hall.picture(id, false))));
    const jobs = hall.of('TicketIssued').map(({ seq }) => seq);
    expect(hall.of('PrintStarted').map(({ jobId }) => jobId)).toEqual(jobs);
    expect(hall.of('TicketPrinted').map(({ jobId }) => jobId)).toEqual(jobs);
    expect(hall.of('PrintStarted').every(({ by }) => by === 'system:printer')).toBe(true);
  });

  it('journals the start before the first dot is sent', async () => {
    let sentAtStart: number | null = null;
    hall.engine.subscribe((events) => {
      if (events.some(({ type }) => type === 'PrintStarted')) sentAtStart = hall.emulator.pictureBytes;
    });
    hall.startOutbox();
    await hall.issue();
    await hall.heard('TicketPrinted');
    expect(sentAtStart).toBe(0);
  });

  it('prints what was issued before it started', async () => {
    await hall.issue();
    hall.startOutbox();
    await hall.heard('TicketPrinted');
    expect(hall.emulator.papers).toHaveLength(1);
  });

  it('waits for a printer that is off and prints when it comes back in time', async () => {
    await hall.emulator.switchOff();
    const outbox = hall.startOutbox();
    await hall.issue();
    await hall.time.pass(minutes(1));
    expect(outbox.health()).toBe('unreachable');
    expect(hall.of('PrintStarted')).toEqual([]);
    await hall.emulator.switchOn();
    await hall.time.pass(minutes(1));
    await hall.heard('TicketPrinted');
    expect(hall.emulator.papers).toHaveLength(1);
    expect(outbox.health()).toBe('ok');
  });

  it('tries again after 2 seconds, then less and less often, at least every 15 seconds', async () => {
    await hall.emulator.switchOff();
    hall.startOutbox();
    await hall.issue();
    await hall.time.pass(minutes(1));
    const tries = hall.time.pauses.slice(hall.time.pauses.indexOf(2_000));
    expect(tries.slice(0, 7)).toEqual([2_000, 3_000, 4_500, 6_750, 10_125, 15_000, 15_000]);
  });

  it('does not try a printer in trouble sooner because there is more to print', async () => {
    await hall.emulator.switchOff();
    hall.startOutbox();
    await hall.time.asleep();
    for (let count = 0; count < 3; count += 1) {
      await hall.issue();
      await hall.time.asleep();
    }
    expect(hall.time.pauses.slice(1)).toEqual([2_000]);
  });

  it('abandons what is too old after ten minutes and prints what is new', async () => {
    await hall.emulator.switchOff();
    hall.startOutbox();
    await hall.issue();
    await hall.issue();
    await hall.time.pass(minutes(9));
    const fresh = await hall.issue();
    await hall.time.pass(minutes(1));
    await hall.emulator.switchOn();
    await hall.time.pass(minutes(1));
    await hall.heard('TicketPrinted');
    expect(hall.of('PrintAbandoned')).toHaveLength(2);
    expect(hall.pictures()).toEqual([await hall.picture(fresh, false)]);
  });

  it('sends nothing without paper and prints once after the refill', async () => {
    hall.emulator.status = PAPER_OUT;
    const outbox = hall.startOutbox();
    await hall.issue();
    await hall.time.pass(minutes(2));
    expect(outbox.health()).toBe('paper-out');
    expect(hall.emulator.pictureBytes).toBe(0);
    expect(hall.of('PrintStarted')).toEqual([]);
    hall.emulator.status = WELL;
    await hall.time.pass(minutes(1));
    await hall.heard('TicketPrinted');
    expect(hall.emulator.papers).toHaveLength(1);
  });

  it('never repeats a sheet of unknown fate by itself, and marks the copy that staff ask for', async () => {
    hall.emulator.breaksAfter = 20_000;
    hall.startOutbox();
    const doubtful = await hall.issue();
    await hall.heard('PrintUnknown');
    hall.emulator.breaksAfter = Number.POSITIVE_INFINITY;
    const next = await hall.issue();
    await hall.heard('TicketPrinted');
    await hall.time.pass(minutes(20));
    expect(hall.pictures()).toEqual([await hall.picture(next, false)]);

    const [unknown] = hall.of('PrintUnknown');
    await hall.order({ type: 'ReprintJob', jobId: unknown?.jobId ?? 0 });
    await hall.heard('TicketPrinted', 2);
    expect(hall.pictures()[1]).toEqual(await hall.picture(doubtful, true));
    expect(hall.pictures()[1]).not.toEqual(await hall.picture(doubtful, false));
  });

  it('does not print a second copy when paper runs out in the middle', async () => {
    hall.emulator.rowsOfPaper = 300;
    const outbox = hall.startOutbox();
    await hall.issue();
    await hall.heard('PrintUnknown');
    hall.emulator.rowsOfPaper = Number.POSITIVE_INFINITY;
    await hall.time.asleep();
    expect(outbox.health()).toBe('paper-out');
    hall.emulator.status = WELL;
    await hall.time.pass(minutes(2));
    expect(outbox.health()).toBe('ok');
    expect(hall.emulator.papers).toEqual([]);
    expect(hall.of('PrintStarted')).toHaveLength(1);
  });

  it('leaves a sheet that was under way when the machine died to people', async () => {
    await hall.issue();
    const [{ seq: jobId } = { seq: 0 }] = hall.of('TicketIssued');
    await hall.order({ type: 'StartPrinting', jobId });
    hall.startOutbox();
    await hall.heard('PrintUnknown');
    await hall.time.pass(minutes(2));
    expect(hall.emulator.pictureBytes).toBe(0);
  });

  it('sends nothing while the start cannot be journalled', async () => {
    hall.startOutbox((device) => ({
      status: () => device.status(),
      print: (sheet, onReady) => {
        if (hall.emulator.connections < 3) hall.journal.failNext();
        return device.print(sheet, onReady);
      },
    }));
    await hall.time.asleep();
    await hall.issue();
    await hall.time.asleep();
    expect(hall.emulator.pictureBytes).toBe(0);
    await hall.time.pass(minutes(1));
    await hall.heard('TicketPrinted');
    expect(hall.emulator.papers).toHaveLength(1);
  });

  it('remembers a printed sheet whose end could not be journalled at first', async () => {
    hall.startOutbox((device) => ({
      status: () => device.status(),
      async print(sheet, onReady) {
        const outcome = await device.print(sheet, onReady);
        hall.journal.failNext(2);
        return outcome;
      },
    }));
    await hall.issue();
    await hall.time.pass(minutes(1));
    await hall.heard('TicketPrinted');
    expect(hall.emulator.papers).toHaveLength(1);
    expect(hall.of('PrintUnknown')).toEqual([]);
  });

  it('forgets at midnight what became of paper, because the next day numbers its jobs anew', async () => {
    let sheets = 0;
    hall.startOutbox((device) => ({
      status: () => device.status(),
      async print(sheet, onReady) {
        sheets += 1;
        if (sheets === 1) {
          const outcome = await device.print(sheet, onReady);
          hall.time.now += minutes(24 * 60);
          await hall.engine.read(() => undefined);
          return outcome;
        }
        await onReady();
        throw new Error('the driver died');
      },
    }));
    await hall.usePrinter(`tcp://127.0.0.1:${hall.emulator.port}`);
    await hall.issue();
    await hall.time.asleep();
    const [yesterday, today] = await hall.journal.days();
    expect((await hall.journal.read(yesterday ?? '')).map(({ type }) => type)).toContain('PrintUnknown');
    const numbers = hall.of('TicketIssued').map(({ seq }) => seq);
    await Promise.all([hall.issue(), hall.issue(), hall.issue(), hall.issue()]);
    expect(
      hall
        .of('TicketIssued')
        .slice(1)
        .map(({ seq }) => seq),
    ).toContain(numbers[0]);
    await hall.time.pass(minutes(2));
    await hall.heard('PrintUnknown', 4);
    expect((await hall.journal.read(today ?? '')).map(({ type }) => type)).not.toContain('TicketPrinted');
  });

  it('abandons a come-back slip when the visitor is back before it is printed', async () => {
    hall.emulator.status = COVER_OPEN;
    hall.startOutbox();
    const ticketId = await hall.issue();
    await hall.order({ type: 'OpenCounter', counterId: 'counter-1' });
    await hall.order({ type: 'CallNext', counterId: 'counter-1' });
    await hall.order({ type: 'StartServing', counterId: 'counter-1' });
    await hall.order({ type: 'SendAway', counterId: 'counter-1' });
    await hall.order({ type: 'ReturnTicket', ticketId });
    hall.emulator.status = WELL;
    await hall.time.pass(minutes(1));
    await hall.heard('TicketPrinted');
    expect(hall.pictures()).toEqual([await hall.picture(ticketId, false)]);
    expect(hall.of('PrintAbandoned')).toHaveLength(1);
  });

  it('turns to another printer as soon as set-up names one', async () => {
    await hall.emulator.switchOff();
    hall.startOutbox();
    await hall.issue();
    await hall.time.pass(minutes(1));
    const other = new PrinterEmulator();
    await other.switchOn();
    await hall.usePrinter(`tcp://127.0.0.1:${other.port}`, 58);
    await hall.heard('TicketPrinted');
    expect(other.papers.map(({ width }) => width)).toEqual([384]);
    await other.switchOff();
  });

  it('tells that an address names no printer', async () => {
    await hall.usePrinter('COM1');
    const outbox = hall.startOutbox();
    await hall.time.asleep();
    expect(outbox.health()).toBe('error');
    expect(hall.logged.map(({ text }) => text.en)).toContainEqual(
      expect.stringContaining('"COM1" is not the address of a printer'),
    );
  });

  it('asks an idle printer every 30 seconds, one in trouble every 5, and tells changes', async () => {
    const heard: string[] = [];
    const outbox = hall.startOutbox();
    outbox.onHealthChange((health) => heard.push(health));
    await hall.time.asleep();
    hall.emulator.status = COVER_OPEN;
    await hall.time.pass(30_000);
    await hall.time.asleep();
    hall.emulator.status = WELL;
    await hall.time.pass(5_000);
    await hall.time.asleep();
    expect(heard).toEqual(['cover-open', 'ok']);
    expect(hall.time.pauses).toEqual([30_000, 5_000, 30_000]);
  });

  it('does not trouble the printer when the office is busy with other things', async () => {
    hall.startOutbox();
    await hall.time.asleep();
    await hall.order({ type: 'OpenCounter', counterId: 'counter-1' });
    await hall.order({ type: 'PauseCounter', counterId: 'counter-1', reason: 'Họp', minutes: null });
    await hall.outbox?.stop();
    expect(hall.emulator.connections).toBe(1);
  });

  it('keeps the last papers of the preview printer as pictures', async () => {
    await hall.usePrinter('preview');
    hall.startOutbox();
    for (let count = 0; count < 22; count += 1) await hall.issue();
    await hall.heard('TicketPrinted', 22);
    const papers = hall.preview.papers();
    expect(papers.map(({ title }) => title)).toEqual(
      Array.from({ length: 20 }, (_, index) => `A0${String(22 - index).padStart(2, '0')}`),
    );
    expect(
      hall.preview
        .png(papers[0]?.id ?? '')
        ?.subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(hall.preview.png('gone')).toBeNull();
  });

  it('starts nothing any more once it is stopped', async () => {
    const outbox = hall.startOutbox();
    await hall.time.asleep();
    await outbox.stop();
    await hall.issue();
    expect(hall.of('PrintStarted')).toEqual([]);
  });

  it('journals what became of the sheet that was under way when it was stopped', async () => {
    const outbox = hall.startOutbox();
    await hall.issue();
    await hall.heard('PrintStarted');
    await outbox.stop();
    expect(hall.of('TicketPrinted')).toHaveLength(1);
  });
});
