/** Black and white dots as a thermal head takes them: one bit a dot, 1 is black, the leftmost dot is the highest bit. */
export interface Bitmap {
  /** In dots, a multiple of 8. */
  width: number;
  height: number;
  /** `width / 8` bytes a row, rows from top to bottom. */
  rows: Uint8Array;
}

/** Darker than half is black: smoothed edges of letters become crisp without growing fat. */
const BLACK_BELOW = 128;

/** Packs opaque RGBA pixels drawn in greys; `width` must be a multiple of 8. */
export function packDots(pixels: Uint8ClampedArray, width: number, height: number): Bitmap {
  const rows = new Uint8Array((width / 8) * height);
  // Grey has three equal channels, so the red one tells all.
  for (let dot = 0; dot < width * height; dot += 1) {
    if ((pixels[dot * 4] ?? 255) < BLACK_BELOW) rows[dot >> 3] = (rows[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return { width, height, rows };
}
