/** Pictures of one bit per dot, as thermal printers take them, and as PNG for the preview. */
import { crc32, deflateSync } from 'node:zlib';

/** 1 is black; the leftmost of eight dots is the highest bit of their byte. */
export interface Bitmap {
  /** In dots, a multiple of 8. */
  width: number;
  height: number;
  /** `width / 8` bytes per row, rows from top to bottom. */
  rows: Uint8Array;
}

/** Of 255: half grey, so that the smoothed edges of letters become sharp without making the letters bolder. */
const BLACK_BELOW = 128;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Packs opaque greyscale RGBA pixels; `width` must be a multiple of 8. */
export function packDots(pixels: Uint8ClampedArray, width: number, height: number): Bitmap {
  const rows = new Uint8Array((width / 8) * height);
  // All three channels of a grey pixel are equal, so the red one is enough.
  for (let dot = 0; dot < width * height; dot += 1) {
    if ((pixels[dot * 4] ?? 255) < BLACK_BELOW) rows[dot >> 3] = (rows[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return { width, height, rows };
}

/** A greyscale PNG of one bit per dot, with the bytes of the bitmap; a ticket has about 6 kB. */
export function toPng({ width, height, rows }: Bitmap): Buffer {
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
    chunk('IDAT', deflateSync(lines)),
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
