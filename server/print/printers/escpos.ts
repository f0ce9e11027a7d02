import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Bitmap } from '../drawing/bitmap.ts';

/** Cheap printers garble taller pictures. */
const BAND_ROWS = 128;

/** `GS r 1`: the printer replies when it has processed everything sent before. */
export const ACKNOWLEDGE = Buffer.from([0x1d, 0x72, 0x01]);

const BAND_HEADER_BYTES = 8;
/** 80 mm paper has 72 bytes per row. */
const LONGEST_BAND_BYTES = BAND_ROWS * 72;

/** Completes the header of a band that a job broke off: any other byte would become a part of its size. */
export const COMPLETE_HEADER = Buffer.alloc(BAND_HEADER_BYTES);

/**
 * Completes a band that a job broke off, then resets the printer. Without it the printer takes the next job for the rest of the
 * picture. Between commands printers ignore NUL bytes.
 */
export const LEAVE_PICTURE = Buffer.concat([
  Buffer.alloc(BAND_HEADER_BYTES + LONGEST_BAND_BYTES),
  Buffer.from([0x1b, 0x40]),
]);

/** Feeds four lines before a cut, which are 17 mm: in most printers the cutter is 12 to 15 mm above the print head. */
const FEED = { verticalTabAmount: 1 };

/** Encodes the jobs of one printer. At first, and after each job that is not known to be printed, the printer may be inside a picture. */
export class JobEncoder {
  #mayBeInPicture = true;

  /** Whether the last job was not printed for certain, or there was none yet. */
  get mayBeInPicture(): boolean {
    return this.#mayBeInPicture;
  }

  encode(bitmap: Bitmap): Buffer {
    const bytes = encode(bitmap);
    const job = this.#mayBeInPicture ? Buffer.concat([discardBrokenPaper(), bytes]) : bytes;
    this.#mayBeInPicture = true;
    return job;
  }

  /** Must be called when the last job is known to be printed. */
  printed(): void {
    this.#mayBeInPicture = false;
  }
}

/** All bytes of one sheet: reset, the picture in bands, feed and cut, reset. */
export function encode(bitmap: Bitmap): Buffer {
  const printer = builder();
  const stride = bitmap.width / 8;
  const rows = withoutCommands(bitmap.rows);
  printer.append(Buffer.from([0x1b, 0x40]));
  for (let top = 0; top < bitmap.height; top += BAND_ROWS) {
    const height = Math.min(BAND_ROWS, bitmap.height - top);
    printer.append(Buffer.from([0x1d, 0x76, 0x30, 0x00, stride & 0xff, stride >> 8, height & 0xff, height >> 8]));
    printer.append(Buffer.from(rows.subarray(top * stride, (top + height) * stride)));
  }
  // A ticket hangs on the printer until the visitor takes it. Cutters that can cut only fully do so for this command too.
  printer.partialCut(FEED);
  return printer.getBuffer();
}

/** Separates what a broken job has printed from the next paper, by a full cut: it must not hang on the next visitor's ticket. */
function discardBrokenPaper(): Buffer {
  const printer = builder();
  printer.append(LEAVE_PICTURE);
  printer.cut(FEED);
  return printer.getBuffer();
}

function builder(): ThermalPrinter {
  // Without an interface the library only builds bytes; its own transport reports success for jobs that never arrive.
  return new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
}

/**
 * Printers execute DLE EOT, DLE ENQ and DLE DC4 even inside picture data: they may reply, clear the buffer or open a cash
 * drawer. Such a pair of bytes is changed by one dot, which is invisible on paper.
 */
export function withoutCommands(rows: Uint8Array): Uint8Array {
  const safe = rows.slice();
  for (let index = safe.indexOf(0x10); index >= 0; index = safe.indexOf(0x10, index + 1)) {
    const next = safe[index + 1];
    if (next === 0x04 || next === 0x05 || next === 0x14) safe[index] = 0x18;
  }
  return safe;
}
