/** Draws lines of text as dots. Most lines are the same on every paper, so each is drawn once and kept. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { LRUCache } from 'lru-cache';
import { type Bitmap, type Ink, packDots, stamp } from './bitmap.ts';
import { breakLines, familyOf, loadFonts, type Style } from './typesetting.ts';

/** Where a line of text is, in dots from the top left corner of the paper; fractions of a dot count. */
export interface Place {
  x: number;
  baseline: number;
  /** The part of the line that is at `x`. */
  align: 'left' | 'center' | 'right';
}

/** Bytes of kept lines: a paper has about 25 lines of 3 kB, of which about 5 differ from paper to paper, and a number of 26 kB. */
const BYTES_KEPT = 2_000_000;
const MEASURES_KEPT = 5_000;
/** Room for diacritics above and for descenders below the baseline, in font sizes. */
const RISE = 1.3;
const FALL = 0.5;

export class Lettering {
  /** Large enough for a line of the largest style; only the part that a line needs is drawn on and read back. */
  readonly #canvas = createCanvas(576, 400).getContext('2d');
  readonly #lines = new LRUCache<string, Bitmap>({
    maxSize: BYTES_KEPT,
    sizeCalculation: ({ rows }) => rows.length,
  });
  readonly #widths = new LRUCache<string, number>({ max: MEASURES_KEPT });
  readonly #broken = new LRUCache<string, readonly string[]>({ max: MEASURES_KEPT });

  /** Throws when a font is missing. */
  constructor() {
    loadFonts();
  }

  /** In dots. */
  widthOf(words: string, style: Style): number {
    const key = `${style.face} ${style.size} ${words}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    use(this.#canvas, style, 'left');
    const { width } = this.#canvas.measureText(words);
    this.#widths.set(key, width);
    return width;
  }

  /** The lines of a text in a column of `width` dots. */
  linesOf(words: string, style: Style, width: number): readonly string[] {
    const key = `${style.face} ${style.size} ${width} ${words}`;
    const known = this.#broken.get(key);
    if (known) return known;
    const lines = breakLines((part) => this.widthOf(part, style), width, words);
    this.#broken.set(key, lines);
    return lines;
  }

  /** Writes one line of text onto a paper. */
  write(onto: Bitmap, words: string, style: Style, { x, baseline, align }: Place, ink: Ink = 'black'): void {
    const row = Math.floor(baseline);
    const line = this.#line(words, style, { x, baseline: baseline - row, align }, onto.width, ink);
    stamp(onto, line, 0, row - riseOf(style), ink);
  }

  /** The dots of a line, `width` wide, with the baseline at the row `riseOf(style)`. */
  #line(words: string, style: Style, place: Place, width: number, ink: Ink): Bitmap {
    const key = [style.face, style.size, place.align, place.x, place.baseline, width, ink, words].join(' ');
    const known = this.#lines.get(key);
    if (known) return known;
    const rise = riseOf(style);
    const height = rise + Math.ceil(style.size * FALL);
    const canvas = this.#canvas;
    // White letters are drawn white on black: the edges of black ones on white, inverted, would make them thinner.
    canvas.fillStyle = ink === 'black' ? 'white' : 'black';
    canvas.fillRect(0, 0, width, height);
    canvas.fillStyle = ink;
    use(canvas, style, place.align);
    canvas.fillText(words, place.x, rise + place.baseline);
    const line = packDots(canvas.getImageData(0, 0, width, height).data, width, height, ink);
    this.#lines.set(key, line);
    return line;
  }
}

function riseOf({ size }: Style): number {
  return Math.ceil(size * RISE);
}

/** Sets the canvas to a style and an alignment. */
function use(canvas: SKRSContext2D, { face, size }: Style, align: Place['align']): void {
  canvas.font = `${size}px "${familyOf(face)}"`;
  canvas.textAlign = align;
}
