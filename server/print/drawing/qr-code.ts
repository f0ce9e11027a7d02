import { encode } from 'uqr';
import { fillRectangle } from './bitmap.ts';
import type { Block } from './blocks.ts';

/** Dots of a module: fewer are hard for a telephone, more cost paper. */
const MODULE = { fewest: 5, most: 8 };
/** Modules of white that scanners need around a code. */
export const QUIET_ZONE = 4;

export interface QrCode {
  /** Its width and height in dots, without the white around it. */
  size: number;
  /** The white that it needs around it, in dots. */
  quiet: number;
  at(left: number): Block;
}

/** A QR code whose modules are whole dots: as wide as `largest` if its modules have at least five dots, never wider than `widest`. */
export function qrCode(content: string, largest: number, widest: number): QrCode {
  const { data, size: modules } = encode(content, { ecc: 'M', border: 0 });
  const wanted = Math.min(MODULE.most, Math.max(MODULE.fewest, Math.floor(largest / modules)));
  const dots = Math.max(1, Math.min(wanted, Math.floor(widest / (modules + 2 * QUIET_ZONE))));
  const size = modules * dots;
  return {
    size,
    quiet: QUIET_ZONE * dots,
    at: (left) => ({
      height: size,
      draw(onto, top) {
        for (const [y, row] of data.entries()) {
          for (const [x, black] of row.entries())
            if (black) fillRectangle(onto, left + x * dots, top + y * dots, dots, dots);
        }
      },
    }),
  };
}
