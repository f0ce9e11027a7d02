import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Bitmap } from '../drawing/bitmap.ts';

/** Cheap printers garble taller pictures. */
const BAND_ROWS = 128;

/** `GS r 1`: the printer replies when it has processed everything sent before. */
export const ACKNOWLEDGE = Buffer.from([0x1d, 0x72, 0x01]);

/** All bytes of one sheet: reset, the picture in bands, feed and cut, reset. */
export function encode(bitmap: Bitmap): Buffer {
  // Without an interface the library only builds bytes; its own transport reports success for jobs that never arrive.
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  const stride = bitmap.width / 8;
  const rows = withoutCommands(bitmap.rows);
  printer.append(Buffer.from([0x1b, 0x40]));
  for (let top = 0; top < bitmap.height; top += BAND_ROWS) {
    const height = Math.min(BAND_ROWS, bitmap.height - top);
    printer.append(Buffer.from([0x1d, 0x76, 0x30, 0x00, stride & 0xff, stride >> 8, height & 0xff, height >> 8]));
    printer.append(Buffer.from(rows.subarray(top * stride, (top + height) * stride)));
  }
  // Feeds four lines, which are 17 mm: in most printers the cutter is 12 to 15 mm above the print head.
  printer.cut({ verticalTabAmount: 1 });
  return printer.getBuffer();
}

/**
 * Printers execute DLE EOT, DLE ENQ and DLE DC4 even inside picture data: they may reply, clear the buffer or open a cash
 * drawer. Such a pair of bytes is changed by one dot, which is invisible on paper.
 */
export function withoutCommands(rows: Uint8Array): Uint8Array {
  const safe = rows.slice();
  for (let index = 0; index + 1 < safe.length; index += 1) {
    const next = safe[index + 1];
    if (safe[index] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) safe[index] = 0x18;
  }
  return safe;
}
