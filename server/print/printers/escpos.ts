import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Bitmap } from '../drawing/bitmap.ts';

/** Cheap printers garble taller images. */
const BAND_ROWS = 128;

/** Answered when everything sent before has gone through the printer's buffer. */
export const ACKNOWLEDGE = Buffer.from([0x1d, 0x72, 0x01]);

/** All bytes of one paper: reset, the picture in bands, feed and cut, reset. */
export function encode(bitmap: Bitmap): Buffer {
  // Without an interface the library only builds bytes; its own transport reports success for jobs that never arrived.
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  const stride = bitmap.width / 8;
  const rows = defuse(bitmap.rows);
  printer.append(Buffer.from([0x1b, 0x40]));
  for (let top = 0; top < bitmap.height; top += BAND_ROWS) {
    const height = Math.min(BAND_ROWS, bitmap.height - top);
    printer.append(Buffer.from([0x1d, 0x76, 0x30, 0x00, stride & 0xff, stride >> 8, height & 0xff, height >> 8]));
    printer.append(Buffer.from(rows.subarray(top * stride, (top + height) * stride)));
  }
  // Four lines are 17 mm: the knife of usual printers sits 12 to 15 mm above the head.
  printer.cut({ verticalTabAmount: 1 });
  return printer.getBuffer();
}

/**
 * Printers act on DLE EOT, DLE ENQ and DLE DC4 even inside picture data (they may answer, clear the buffer or open a cash
 * drawer). One dot more at the edge of such a pair is invisible on paper.
 */
export function defuse(rows: Uint8Array): Uint8Array {
  const safe = rows.slice();
  for (let index = 0; index + 1 < safe.length; index += 1) {
    const next = safe[index + 1];
    if (safe[index] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) safe[index] = 0x18;
  }
  return safe;
}
