import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPaper } from '../../../server/print/drawing/layout.ts';
import { withoutCommands } from '../../../server/print/printers/escpos.ts';
import { TcpPrinter, type TcpTimeouts } from '../../../server/print/printers/tcp-printer.ts';
import { rowsOf, ticket } from '../drawing/papers.ts';
import { COVER_OPEN, CUTTER_STUCK, PAPER_LOW, PAPER_OUT, PrinterEmulator } from './printer-emulator.ts';

const SHORT: TcpTimeouts = { connect: 500, status: 500, stall: 300, acknowledge: 300, close: 300 };
/** So long that the outcome comes from the printer, not from a timeout. */
const LONG: TcpTimeouts = { connect: 5_000, status: 5_000, stall: 20_000, acknowledge: 20_000, close: 5_000 };
const sheet = { title: 'A012', bitmap: drawPaper(ticket, 80) };
/** More bytes than the socket buffers of both sides hold. */
const HUGE = { title: 'A012', bitmap: { width: 65_528, height: 2_048, rows: new Uint8Array(8_191 * 2_048) } };

describe('a network printer', () => {
  const emulator = { current: new PrinterEmulator() };
  let started = 0;
  const start = async () => {
    started += 1;
    return true;
  };
  const printerWith = (timeouts: TcpTimeouts) => new TcpPrinter('127.0.0.1', emulator.current.port, timeouts);

  beforeEach(async () => {
    started = 0;
    emulator.current = new PrinterEmulator();
    await emulator.current.switchOn();
  });
  afterEach(() => emulator.current.switchOff());

  it.each([80, 58] as const)('prints every dot of a %i mm ticket and nothing else', async (width) => {
    const bitmap = drawPaper(ticket, width);
    const outcome = await printerWith(LONG).print({ title: 'A012', bitmap }, start);
    expect(outcome).toEqual({ result: 'printed', health: 'ok' });
    expect(emulator.current.papers).toEqual([
      { width: bitmap.width, height: bitmap.height, rows: rowsOf({ ...bitmap, rows: withoutCommands(bitmap.rows) }) },
    ]);
    expect(emulator.current.unknownBytes).toBe(0);
    expect(withoutCommands(bitmap.rows)).toEqual(bitmap.rows);
  });

  it('prints and reports that the paper is low', async () => {
    emulator.current.status = PAPER_LOW;
    expect(await printerWith(LONG).print(sheet, start)).toEqual({ result: 'printed', health: 'paper-low' });
  });

  it.each([
    ['paper-out', PAPER_OUT],
    ['cover-open', COVER_OPEN],
    ['error', CUTTER_STUCK],
  ] as const)('refuses with %s before anything is journalled or sent', async (health, status) => {
    emulator.current.status = status;
    expect(await printerWith(LONG).print(sheet, start)).toEqual({ result: 'refused', health });
    expect(started).toBe(0);
    expect(emulator.current.pictureBytes).toBe(0);
  });

  it('sends nothing when the sheet is no longer wanted', async () => {
    const outcome = await printerWith(LONG).print(sheet, async () => false);
    expect(outcome.result).toBe('failed-before-data');
    expect(emulator.current.pictureBytes).toBe(0);
  });

  it('fails before data when the connection is refused', async () => {
    const printer = printerWith(SHORT);
    await emulator.current.switchOff();
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(await printer.status()).toBe('unreachable');
    expect(started).toBe(0);
  });

  it('fails before data when a printer that used to reply hangs', async () => {
    const printer = printerWith(SHORT);
    expect(await printer.status()).toBe('ok');
    emulator.current.reads = false;
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(await printer.status()).toBe('unreachable');
    expect(started).toBe(0);
  });

  it('gives an unknown outcome when a printer that has never replied reads nothing', async () => {
    emulator.current.reads = false;
    const printer = printerWith(SHORT);
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'unknown' });
    expect(emulator.current.papers).toEqual([]);
    expect(await printer.status()).toBe('unreachable');
  });

  it('gives an unknown outcome when only a part of the sheet is taken', async () => {
    emulator.current.reads = false;
    expect(await printerWith(SHORT).print(HUGE, start)).toEqual({
      result: 'unknown',
      reason: 'the printer took no data for 300 ms',
    });
  });

  it.each([false, true])(
    'gives an unknown outcome when the connection breaks while printing, by FIN instead of reset: %s',
    async (byFin) => {
      if (byFin) emulator.current.breakOff = (socket) => socket.destroySoon();
      emulator.current.breaksAfter = 20_000;
      expect(await printerWith(LONG).print(sheet, start)).toMatchObject({ result: 'unknown' });
      expect(started).toBe(1);
    },
  );

  it('does not take a FIN that a silent printer sends while printing for the end of the job', async () => {
    emulator.current.status = null;
    const printer = printerWith({ ...LONG, status: 50 });
    expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    emulator.current.breakOff = (socket) => socket.destroySoon();
    emulator.current.breaksAfter = 20_000;
    expect(await printer.print(HUGE, start)).toMatchObject({ result: 'unknown' });
    expect(emulator.current.papers).toHaveLength(1);
  });

  it.each([
    ['sends FIN after it has read a part of the bytes', (socket: Socket) => void socket.pause().end()],
    ['reads all bytes, but sends FIN before we do', (socket: Socket) => void socket.end()],
  ])('gives an unknown outcome when a silent printer %s', async (_, breakOff) => {
    emulator.current.status = null;
    const printer = printerWith({ ...LONG, status: 500 });
    expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    emulator.current.breaksAfter = 20_000;
    emulator.current.breakOff = breakOff;
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'unknown' });
    expect(emulator.current.papers).toHaveLength(1);
  });

  it('gives an unknown outcome with the reason when paper runs out while printing', async () => {
    emulator.current.rowsOfPaper = 500;
    const outcome = await printerWith(LONG).print(sheet, start);
    expect(outcome).toEqual({ result: 'unknown', reason: 'stopped while printing: paper-out' });
  });

  describe.each([false, true])('that replies to status requests inside a picture: %s', (replies) => {
    const JOB = 4 * 3;
    const BAND = 8 + 128 * 72;
    const ends = [1, 2, 3, 4, 6, 8, 9, 10, 11, 5_000, BAND, BAND + 2, BAND + 3, BAND + 9, 30_000];
    it.each(ends)('prints the next ticket whole after a job of which it got only %i bytes', async (bytes) => {
      emulator.current.repliesInPictures = replies;
      const printer = printerWith({ ...LONG, status: 50 });
      while ((await printer.print(sheet, start)).result !== 'printed');
      emulator.current.breaksAfter = JOB + bytes;
      expect(await printer.print(sheet, start)).toMatchObject({ result: 'unknown' });
      emulator.current.breaksAfter = Number.POSITIVE_INFINITY;
      while ((await printer.print(sheet, start)).result !== 'printed');
      expect(await printer.status()).toBe('ok');
      expect(emulator.current.papers.map(({ rows }) => rows)).toEqual([rowsOf(sheet.bitmap), rowsOf(sheet.bitmap)]);
    });

    it('prints the first ticket whole when the server starts again after it stopped inside a picture', async () => {
      emulator.current.repliesInPictures = replies;
      emulator.current.breaksAfter = 30_000;
      await printerWith(LONG).print(sheet, start);
      emulator.current.breaksAfter = Number.POSITIVE_INFINITY;
      const printer = printerWith({ ...LONG, status: 50 });
      while ((await printer.print(sheet, start)).result !== 'printed');
      expect(emulator.current.papers.map(({ rows }) => rows)).toEqual([rowsOf(sheet.bitmap)]);
    });
  });

  it('reports an error after a failed sheet, until it prints, when it does not reply to status requests', async () => {
    emulator.current.status = null;
    const printer = printerWith({ ...LONG, status: 50 });
    emulator.current.breaksAfter = 20_000;
    expect(await printer.print(sheet, start)).toMatchObject({ result: 'unknown' });
    emulator.current.breaksAfter = Number.POSITIVE_INFINITY;
    expect(await printer.status()).toBe('error');
    expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    expect(await printer.status()).toBe('ok');
  });

  it('reads only a little from a printer that sends without end, and reports an error', async () => {
    emulator.current.acknowledges = false;
    emulator.current.floods = true;
    const printer = printerWith({ ...LONG, acknowledge: 3_600_000 });
    expect(await printer.print(sheet, start)).toMatchObject({
      reason: 'the printer sent more than 16384 bytes',
    });
    expect(await printer.status()).toBe('error');
    // The rest of what was sent is in the buffers of both sockets.
    expect(emulator.current.floodBytes).toBeLessThan(32_000_000);
  });

  it('prints completely on a slow printer that sends status frames all the time', async () => {
    emulator.current.readSize = 500;
    expect(await printerWith(LONG).print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    expect(emulator.current.papers.map(({ rows }) => rows)).toEqual([rowsOf(sheet.bitmap)]);
  });

  it('counts a sheet as printed when a silent printer answers our FIN', async () => {
    emulator.current.status = null;
    const printer = printerWith({ ...LONG, status: 50 });
    expect(await printer.status()).toBe('ok');
    expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
    expect(emulator.current.papers).toHaveLength(1);
  });

  it('counts a sheet as printed when a printer that replies to status requests only answers our FIN', async () => {
    emulator.current.acknowledges = false;
    const printer = printerWith({ ...LONG, status: 1_000, acknowledge: 50 });
    for (const copies of [1, 2]) {
      expect(await printer.print(sheet, start)).toEqual({ result: 'printed', health: 'ok' });
      expect(emulator.current.papers).toHaveLength(copies);
    }
  });
});
