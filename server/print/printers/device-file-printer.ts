import { constants } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterHealth } from '../../../shared/protocol/views/common.ts';
import type { DurationMs } from '../../../shared/time.ts';
import { JobEncoder } from './escpos.ts';
import { NOT_WANTED, type PrinterDevice, type PrintOutcome, reasonOf, type Sheet } from './printer-device.ts';

export interface DeviceTimeouts {
  /** The longest time in which the device takes no data before the sheet is sent. */
  ready: DurationMs;
  /** The longest time in which the device takes no data while the sheet is sent. */
  stall: DurationMs;
}

const TIMEOUTS: DeviceTimeouts = { ready: 2_000, stall: 10_000 };
const RETRY_INTERVAL: DurationMs = 20;
const CHUNK_BYTES = 4_096;

/** Printers ignore a NUL byte between commands. */
const NUL = Buffer.alloc(1);

/**
 * A USB printer as a Linux device file, such as `/dev/usb/lp0`. Its cover and paper are not known: a printer without paper
 * stops taking data, which gives `failed-before-data` or `unknown`.
 *
 * The device is opened without O_CREAT, so that a missing device never becomes a plain file, and with O_NONBLOCK: a blocking
 * write would occupy a thread of Node's pool, and delay process.exit(), for as long as the printer has no paper.
 */
export class DeviceFilePrinter implements PrinterDevice {
  readonly #path: string;
  readonly #timeouts: DeviceTimeouts;
  readonly #encoder = new JobEncoder();
  /** Whether the last sheet failed: the file itself does not show the state of the printer. */
  #lastFailed = false;

  constructor(path: string, timeouts: Partial<DeviceTimeouts> = {}) {
    this.#path = path;
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
  }

  async status(): Promise<PrinterHealth> {
    try {
      await access(this.#path, constants.W_OK);
      return this.#lastFailed ? 'error' : 'ok';
    } catch {
      return 'unreachable';
    }
  }

  async print({ bitmap }: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome> {
    let ready = false;
    let device: FileHandle | null = null;
    try {
      device = await open(this.#path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
      if ((await device.stat()).isFile()) throw new Error(`${this.#path} is a plain file, not a printer`);
      // The kernel takes the second byte only when the first has reached the printer.
      await write(device, NUL, this.#timeouts.ready);
      await write(device, NUL, this.#timeouts.ready);
      ready = await onReady();
      if (!ready) return NOT_WANTED;
      await write(device, this.#encoder.encode(bitmap), this.#timeouts.stall);
      // Closing drops the last write if it has not reached the printer yet (usblp unlinks it), so the last write is a NUL byte.
      await write(device, NUL, this.#timeouts.stall);
      this.#encoder.printed();
      this.#lastFailed = false;
      return { result: 'printed', health: 'ok' };
    } catch (error) {
      this.#lastFailed = true;
      return { result: ready ? 'unknown' : 'failed-before-data', reason: reasonOf(error) };
    } finally {
      await device?.close();
    }
  }
}

async function write(device: FileHandle, bytes: Buffer, stall: DurationMs): Promise<void> {
  let waited = 0;
  for (let from = 0; from < bytes.length; ) {
    const written = await tryToWrite(device, bytes.subarray(from, from + CHUNK_BYTES));
    from += written;
    if (written > 0) waited = 0;
    else if (waited >= stall) throw new Error(`the printer took no data for ${stall} ms`);
    else {
      waited += RETRY_INTERVAL;
      await pause(RETRY_INTERVAL);
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
