import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPaper } from '../../../server/print/drawing/layout.ts';
import { defuse } from '../../../server/print/printers/escpos.ts';
import { type Patience, TcpPrinter } from '../../../server/print/printers/tcp-printer.ts';
import { rowsOf, ticket } from '../drawing/papers.ts';
import { COVER_OPEN, CUTTER_STUCK, PAPER_LOW, PAPER_OUT, PrinterEmulator } from './printer-emulator.ts';

const QUICK: Patience = { connect: 500, status: 500, stall: 300, acknowledge: 300, goodbye: 300 };
/** For printers that are slow but well: an outcome must come from them, not from the clock. */
const PATIENT: Patience = { connect: 5_000, status: 5_000, stall: 20_000, acknowledge: 20_000, goodbye: 5_000 };
const sheet = { title: 'A012', bitmap: drawPaper(ticket, 80) };
/** More than two computers keep on the way. */
const ENDLESS = { title: 'A012', bitmap: { width: 65_528, height: 2_048, rows: new Uint8Array(8_191 * 2_048) } };

describe('a network printer', () => {
  const emulator = { current: new PrinterEmulator() };
  let started = 0;
  const start = async () => {
    started += 1;
    return true;
  };
  const printerWith = (patience: Patience) => new TcpPrinter('127.0.0.1', emulator.current.port, patience);

  beforeEach(async () => {
    started = 0;
    emulator.current = new PrinterEmulator();
    await emulator.current.switchOn();
  });
  afterEach(() => emulator.current.switchOff());

  it.each([80, 58] as const)('prints every dot of a %i mm ticket and nothing else', async (width) => {
    const bitmap = drawPaper(ticket, width);
    const outcome = await printerWith(PATIENT).print({ title: 'A012', bitmap }, start);
    expect(outcome).toEqual({ result: 'printed', health: 'ok' });
    expect(emulator.current.papers).toEqual([
      { width: bitmap.width, height: bitmap.height, rows: rowsOf({ ...bitmap, rows: defuse(bitmap.rows) }) },
    ]);
    expect(emulator.current.garbage).toBe(0);
    expect(defuse(bitmap.rows)).toEqual(bitmap.rows);
  });

  it('prints and tells that paper runs low', async () => {
    emulator.current.status = PAPER_LOW;
    expect(await printerWith(PATIENT).print(sheet, start)).toEqual({ result: 'printed', health: 'paper-low' });
  });

  it.each([
    ['paper-out', PAPER_OUT],
    ['cover-open', COVER_OPEN],
    ['error', CUTTER_STUCK],
  ] as const)('refuses with %s before anything is journalled or sent', async (health, status) => {
    emulator.current.status = status;
    expect(await printerWith(PATIENT).print(sheet, start)).toEqual({ result: 'refused', health });
    expect(started).toBe(0);
    expect(emulator.current.pictureBytes).toBe(0);
  });

  it('sends nothing when the sheet is not wanted any more', async () => {
    const outcome = await printerWith(PATIENT).print(sheet, async () => false);
    expect(outcome.result).toBe('failed-before-data');
    expect(emulator.current.pictureBytes).toBe(0);
  });

  it('fails before data when nobody listens', async () => {
    const printer = printerWith(QUICK);
    await emulator.current.switchOff();
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(await printer.status()).toBe('unreachable');
    expect(started).toBe(0);
  });

  it('fails before data when a printer that used to answer hangs', async () => {
    const printer = printerWith(QUICK);
    expect(await printer.status()).toBe('ok');
    emulator.current.reads = false;
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(await printer.status()).toBe('unreachable');
    expect(started).toBe(0);
  });

  it('does not know about a sheet that an unknown printer accepts and never reads', async () => {
    emulator.current.reads = false;
    const printer = printerWith(QUICK);
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'unknown' });
    expect(emulator.current.papers).toEqual([]);
    expect(await printer.status()).toBe('unreachable');
  });

  it('does not know about a sheet that is taken only in part', async () => {
    emulator.current.reads = false;
    expect(await printerWith(QUICK).print(ENDLESS, start)).toEqual({
      result: 'unknown',
      reason: 'the printer took no data for 300 ms',
    });
  });

  it.each([false, true])(
    'does not know about a sheet when the connection breaks off, with a goodbye: %s',
    async (says) => {
      if (says) emulator.current.breakOff = (socket) => socket.destroySoon();
      emulator.current.breaksAfter = 20_000;
      expect(await printerWith(PATIENT).print(sheet, start)).toMatchObject({ result: 'unknown' });
      expect(started).toBe(1);
    },
  );

  it('does not take the goodbye of a silent printer in the middle for one at the end', async () => {
    emulator.current.status = null;
    const printer = printerWith({ ...PATIENT, status: 50 });
    expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    emulator.current.breakOff = (socket) => socket.destroySoon();
    emulator.current.breaksAfter = 20_000;
    expect(await printer.print(ENDLESS, start)).toMatchObject({ result: 'unknown' });
    expect(emulator.current.papers).toHaveLength(1);
  });

  it.each([
    ['closes its side after a part of the bytes', (socket: Socket) => void socket.pause().end()],
    ['takes all of them, but leaves before we say goodbye', (socket: Socket) => void socket.end()],
  ])('does not know about a sheet when a silent printer %s', async (_, leave) => {
    emulator.current.status = null;
    const printer = printerWith({ ...PATIENT, status: 500 });
    expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    emulator.current.breaksAfter = 20_000;
    emulator.current.breakOff = leave;
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'unknown' });
    expect(emulator.current.papers).toHaveLength(1);
  });

  it('does not know about a sheet when paper runs out in the middle, and says why', async () => {
    emulator.current.rowsOfPaper = 500;
    const outcome = await printerWith(PATIENT).print(sheet, start);
    expect(outcome).toEqual({ result: 'unknown', reason: 'stopped while printing: paper-out' });
  });

  it('prints whole on a slow printer that talks all the time', async () => {
    emulator.current.sip = 500;
    expect(await printerWith(PATIENT).print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    expect(emulator.current.papers.map(({ rows }) => rows)).toEqual([rowsOf(sheet.bitmap)]);
  });

  it('takes a silent printer at its goodbye: it has read everything', async () => {
    emulator.current.status = null;
    const printer = printerWith({ ...PATIENT, status: 50 });
    expect(await printer.status()).toBe('ok');
    expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    expect(emulator.current.papers).toHaveLength(1);
  });

  it('takes a printer that knows its status but no acknowledgement at its goodbye too', async () => {
    emulator.current.acknowledges = false;
    const printer = printerWith({ ...PATIENT, status: 1_000, acknowledge: 50 });
    for (const copies of [1, 2]) {
      expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
      expect(emulator.current.papers).toHaveLength(copies);
    }
  });
});
