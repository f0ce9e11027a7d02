import { execFileSync } from 'node:child_process';
import { constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawPaper } from '../../../server/print/drawing/layout.ts';
import { DeviceFilePrinter } from '../../../server/print/printers/device-file-printer.ts';
import { encode } from '../../../server/print/printers/escpos.ts';
import { temporaryFolder } from '../../folder.ts';
import { ticket } from '../drawing/papers.ts';

const sheet = { title: 'A012', bitmap: drawPaper(ticket, 80) };

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
    const printing = new DeviceFilePrinter(path).print(sheet, start);
    const expected = encode(sheet.bitmap);
    const received: Buffer[] = [];
    const length = () => received.reduce((sum, { byteLength }) => sum + byteLength, 0);
    while (length() < expected.length + 3) {
      const { bytesRead, buffer } = await device
        .read(Buffer.alloc(65_536))
        .catch(() => ({ bytesRead: 0, buffer: null }));
      if (buffer) received.push(buffer.subarray(0, bytesRead));
    }
    expect(await printing).toEqual({ result: 'printed', health: 'ok' });
    expect(Buffer.concat(received)).toEqual(Buffer.concat([Buffer.alloc(2), expected, Buffer.alloc(1)]));
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
    const tall = { title: 'A012', bitmap: { width: 576, height: 2_000, rows: new Uint8Array(144_000) } };
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
