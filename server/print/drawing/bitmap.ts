/** Pictures of one bit per dot, as thermal printers take them, and as PNG for the preview. */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/** 1 is black; the leftmost of eight dots is the highest bit of their byte. */
export interface Bitmap {
  /** In dots, a multiple of 8. */
  width: number;
  height: number;
  /** `width / 8` bytes per row, rows from top to bottom. */
  rows: Uint8Array;
}

export type Ink = 'black' | 'white';

/** Of 255: half grey, so that the smoothed edges of letters become sharp without making the letters bolder. */
const BLACK_BELOW = 128;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Packs opaque greyscale RGBA pixels: a dot of the bitmap is a pixel of `ink`. `width` must be a multiple of 8. */
export function packDots(pixels: Uint8ClampedArray, width: number, height: number, ink: Ink): Bitmap {
  const bitmap = blankBitmap(width, height);
  const { rows } = bitmap;
  const other = ink === 'black' ? 0 : 0xff;
  for (let at = 0; at < rows.length; at += 1) {
    let black = 0;
    // All three channels of a grey pixel are equal, so the red one is enough.
    for (let red = at * 32; red < at * 32 + 32; red += 4)
      black = (black << 1) | ((pixels[red] ?? 0) < BLACK_BELOW ? 1 : 0);
    rows[at] = black ^ other;
  }
  return bitmap;
}

/** `width` must be a multiple of 8. */
export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, rows: new Uint8Array((width / 8) * height) };
}

/** Blackens a rectangle, which must lie within the bitmap. */
export function fillRectangle(onto: Bitmap, left: number, top: number, width: number, height: number): void {
  const { rows } = onto;
  const stride = onto.width / 8;
  const right = left + width;
  for (let at = left >> 3; at < right / 8; at += 1) {
    const from = Math.max(left - at * 8, 0);
    const to = Math.min(right - at * 8, 8);
    const dots = (0xff >> from) & (0xff << (8 - to));
    for (let y = top; y < top + height; y += 1) rows[y * stride + at] = (rows[y * stride + at] ?? 0) | dots;
  }
}

/** Draws the dots of `piece` in `ink`, with its top left corner at whole dots; what is outside of `onto` is left out. */
export function stamp(onto: Bitmap, piece: Bitmap, left: number, top: number, ink: Ink): void {
  const stride = onto.width / 8;
  const pieceStride = piece.width / 8;
  const shift = left & 7;
  const firstByte = (left - shift) / 8;
  const put = (y: number, x: number, dots: number): void => {
    if (dots === 0 || x < 0 || x >= stride) return;
    const at = y * stride + x;
    const before = onto.rows[at] ?? 0;
    onto.rows[at] = ink === 'black' ? before | dots : before & ~dots;
  };
  const lastRow = Math.min(piece.height, onto.height - top);
  for (let y = Math.max(0, -top); y < lastRow; y += 1) {
    for (let x = 0; x < pieceStride; x += 1) {
      const dots = piece.rows[y * pieceStride + x] ?? 0;
      if (dots === 0) continue;
      put(top + y, firstByte + x, dots >> shift);
      put(top + y, firstByte + x + 1, (dots << (8 - shift)) & 0xff);
    }
  }
}

const compress = promisify<Buffer, Buffer>(deflate);

/** A greyscale PNG of one bit per dot, with the bytes of the bitmap; a ticket has about 6 kB. Compressed by another thread. */
export async function toPng({ width, height, rows }: Bitmap): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;

  const stride = width / 8;
  const lines = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // In a PNG 1 is white. The byte before each row names its filter; 0 is none.
    for (let x = 0; x < stride; x += 1) lines[y * (stride + 1) + 1 + x] = ~(rows[y * stride + x] ?? 0);
  }
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', await compress(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
