import { execFileSync } from 'node:child_process';
import { constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawPaper } from '../../../server/print/drawing/layout.ts';
import { DeviceFilePrinter } from '../../../server/print/printers/device-file-printer.ts';
import { encode, JobEncoder } from '../../../server/print/printers/escpos.ts';
import { temporaryFolder } from '../../folder.ts';
import { ticket } from '../drawing/papers.ts';

const sheet = { title: 'A012', bitmap: drawPaper(ticket, 80) };
/** More bytes than the pipe holds. */
const tall = { title: 'A012', bitmap: { width: 576, height: 2_000, rows: new Uint8Array(144_000) } };

async function read(device: FileHandle, bytes: number): Promise<Buffer> {
  let received = Buffer.alloc(0);
  while (received.length < bytes) {
    const chunk = await device.read(Buffer.alloc(65_536)).catch(() => null);
    if (chunk) received = Buffer.concat([received, chunk.buffer.subarray(0, chunk.bytesRead)]);
  }
  return received;
}

/** A named pipe stands for the device: both take only as much data as is read from them. */
describe('a printer behind a device file', () => {
  let path = '';
  let started = 0;
  const start = async () => {
    started += 1;
    return true;
  };
  const printer = () => new DeviceFilePrinter(path, { ready: 60, stall: 60 });
  const plugIn = (): Promise<FileHandle> => {
    execFileSync('mkfifo', [path]);
    return open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  };

  beforeEach(async () => {
    started = 0;
    path = join(await temporaryFolder(), 'lp0');
  });

  it('gets every byte of the sheet, with only NUL bytes before and after', async () => {
    const device = await plugIn();
    const working = new DeviceFilePrinter(path);
    // The first one also ends a picture that an earlier process may have left incomplete.
    for (const expected of [new JobEncoder().encode(sheet.bitmap), encode(sheet.bitmap)]) {
      const printing = working.print(sheet, start);
      const received = await read(device, expected.length + 3);
      expect(await printing).toEqual({ result: 'printed', health: 'ok' });
      expect(received).toEqual(Buffer.concat([Buffer.alloc(2), expected, Buffer.alloc(1)]));
    }
    await device.close();
  });

  it('ends the incomplete picture before the next sheet when an outcome was unknown', async () => {
    const device = await plugIn();
    const unsteady = new DeviceFilePrinter(path, { ready: 1_000, stall: 1_000 });
    expect(await unsteady.print(tall, start)).toMatchObject({ result: 'unknown' });
    while ((await device.read(Buffer.alloc(65_536))).bytesRead > 0);
    const expected = new JobEncoder().encode(sheet.bitmap);
    const printing = unsteady.print(sheet, start);
    expect((await read(device, expected.length + 3)).subarray(2, -1)).toEqual(expected);
    expect(await printing).toEqual({ result: 'printed', health: 'ok' });
    expect(await unsteady.status()).toBe('ok');
    await device.close();
  });

  it('fails before data when the device is missing, and creates no file', async () => {
    expect(await printer().print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(await printer().status()).toBe('unreachable');
    expect(existsSync(path)).toBe(false);
    expect(started).toBe(0);
  });

  it('does not write to a plain file', async () => {
    writeFileSync(path, 'not a printer');
    expect(await printer().print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(readFileSync(path, 'utf8')).toBe('not a printer');
  });

  it('fails before data when no printer reads from the device', async () => {
    execFileSync('mkfifo', [path]);
    expect(await printer().print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(started).toBe(0);
  });

  it('gives an unknown outcome when only a part of the sheet is taken', async () => {
    const device = await plugIn();
    const stuck = printer();
    expect(await stuck.print(tall, start)).toEqual({
      result: 'unknown',
      reason: 'the printer took no data for 60 ms',
    });
    expect(await stuck.status()).toBe('error');
    expect(await stuck.print(sheet, start)).toMatchObject({ result: 'failed-before-data' });
    expect(started).toBe(1);
    await device.close();
  });
});
