import { constants } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterHealth } from '../../../shared/protocol/views/hall.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { encode } from './escpos.ts';
import { NOT_WANTED, type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printer-device.ts';

export interface DevicePatience {
  /** The longest time a device may take no data before the first byte of the sheet. */
  ready: DurationMs;
  /** The same while the sheet is on its way. */
  stall: DurationMs;
}

const PATIENCE: DevicePatience = { ready: 2_000, stall: 10_000 };
const TRY_AGAIN: DurationMs = 20;
const PIECE_BYTES = 4_096;

/** Printers skip it between commands. */
const NOTHING = Buffer.alloc(1);

/**
 * A USB printer as a Linux device file, `/dev/usb/lp0`. It tells nothing about cover and paper: a printer without paper stops
 * taking data, which is seen as `failed-before-data` or `unknown`.
 *
 * Opened without O_CREAT, so that a missing device never becomes a plain file, and without blocking: a blocked write would
 * hold a thread of Node's pool for as long as the printer has no paper, and process.exit() with it.
 */
export class DeviceFilePrinter implements PrinterDevice {
  readonly #path: string;
  readonly #patience: DevicePatience;
  /** The file alone says nothing about the printer; whether it took the last sheet does. */
  #stuck = false;

  constructor(path: string, patience: Partial<DevicePatience> = {}) {
    this.#path = path;
    this.#patience = { ...PATIENCE, ...patience };
  }

  async status(): Promise<PrinterHealth> {
    try {
      await access(this.#path, constants.W_OK);
      return this.#stuck ? 'error' : 'ok';
    } catch {
      return 'unreachable';
    }
  }

  async print({ bitmap }: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome> {
    const bytes = encode(bitmap);
    let ready = false;
    let device: FileHandle | null = null;
    try {
      device = await open(this.#path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
      if ((await device.stat()).isFile()) throw new Error(`${this.#path} is a plain file, not a printer`);
      // The kernel takes the second byte only when the first has reached the printer.
      await write(device, NOTHING, this.#patience.ready);
      await write(device, NOTHING, this.#patience.ready);
      ready = await onReady();
      if (!ready) return NOT_WANTED;
      await write(device, bytes, this.#patience.stall);
      // Closing drops the piece that is still on its way (usblp unlinks it), so let one that does not matter be the last.
      await write(device, NOTHING, this.#patience.stall);
      this.#stuck = false;
      return { result: 'printed', health: 'ok' };
    } catch (error) {
      this.#stuck = true;
      return { result: ready ? 'unknown' : 'failed-before-data', reason: reasonOf(error) };
    } finally {
      await device?.close();
    }
  }
}

async function write(device: FileHandle, bytes: Buffer, stall: DurationMs): Promise<void> {
  let waited = 0;
  for (let from = 0; from < bytes.length; ) {
    const written = await tryToWrite(device, bytes.subarray(from, from + PIECE_BYTES));
    from += written;
    if (written > 0) waited = 0;
    else if (waited >= stall) throw new Error(`the printer took no data for ${stall} ms`);
    else {
      waited += TRY_AGAIN;
      await pause(TRY_AGAIN);
    }
  }
}

async function tryToWrite(device: FileHandle, bytes: Buffer): Promise<number> {
  try {
    return (await device.write(bytes)).bytesWritten;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    throw error;
  }
}
