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

/** Bytes of kept lines: a paper has about 25 lines of 1 kB, of which about 5 differ from paper to paper, and a number of 10 kB. */
const BYTES_KEPT = 1_000_000;
const MEASURES_KEPT = 5_000;
/** The part of a line that is before its place. */
const BEFORE: Record<Place['align'], number> = { left: 0, center: 0.5, right: 1 };
/** Around the measured ink, for the smoothed edges of letters. */
const EDGE = 2;

/** A drawn line; `left` is the column of its first dot on the paper, `top` its row, counted from that of the baseline. */
interface Line {
  left: number;
  top: number;
  dots: Bitmap;
}

type Metrics = ReturnType<SKRSContext2D['measureText']>;

export class Lettering {
  /** Large enough for a line of the largest style; only the part that a line needs is drawn on and read back. */
  readonly #canvas = createCanvas(576, 400).getContext('2d');
  readonly #lines = new LRUCache<string, Line>({
    maxSize: BYTES_KEPT,
    sizeCalculation: ({ dots }) => dots.rows.length,
  });
  /** Of texts that begin at 0. */
  readonly #measures = new LRUCache<string, Metrics>({ max: MEASURES_KEPT });
  readonly #broken = new LRUCache<string, readonly string[]>({ max: MEASURES_KEPT });

  /** Throws when a font is missing. */
  constructor() {
    loadFonts();
  }

  /** In dots. */
  widthOf(words: string, style: Style): number {
    return this.#measure(words, style).width;
  }

  /** Where the ink of a line begins and ends, in dots from where the line is written. */
  inkOf(words: string, style: Style): { left: number; right: number } {
    const { actualBoundingBoxLeft, actualBoundingBoxRight } = this.#measure(words, style);
    return { left: -actualBoundingBoxLeft, right: actualBoundingBoxRight };
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
    const column = Math.floor(x);
    const line = this.#line(words, style, { x: x - column, baseline: baseline - row, align }, ink);
    stamp(onto, line.dots, column + line.left, row + line.top, ink);
  }

  #line(words: string, style: Style, place: Place, ink: Ink): Line {
    const key = [style.face, style.size, place.align, place.x, place.baseline, ink, words].join(' ');
    const known = this.#lines.get(key);
    if (known) return known;
    const line = this.#draw(words, style, place, ink);
    this.#lines.set(key, line);
    return line;
  }

  #measure(words: string, style: Style): Metrics {
    const key = `${style.face} ${style.size} ${words}`;
    const known = this.#measures.get(key);
    if (known) return known;
    use(this.#canvas, style, 'left');
    const measures = this.#canvas.measureText(words);
    this.#measures.set(key, measures);
    return measures;
  }

  /** Draws and reads back only the rectangle that has ink. */
  #draw(words: string, style: Style, { x, baseline, align }: Place, ink: Ink): Line {
    const canvas = this.#canvas;
    const box = this.#measure(words, style);
    const start = x - box.width * BEFORE[align];
    const top = Math.floor(baseline - box.actualBoundingBoxAscent) - EDGE;
    const height = Math.ceil(baseline + box.actualBoundingBoxDescent) + EDGE - top;
    const left = 8 * Math.floor((start - box.actualBoundingBoxLeft - EDGE) / 8);
    const width = 8 * Math.ceil((start + box.actualBoundingBoxRight + EDGE - left) / 8);
    use(canvas, style, align);
    // White letters are drawn white on black: the edges of black ones on white, inverted, would make them thinner.
    canvas.fillStyle = ink === 'black' ? 'white' : 'black';
    canvas.fillRect(0, 0, width, height);
    canvas.fillStyle = ink;
    canvas.fillText(words, x - left, baseline - top);
    return { left, top, dots: packDots(canvas.getImageData(0, 0, width, height).data, width, height, ink) };
  }
}

/** Sets the canvas to a style and an alignment. */
function use(canvas: SKRSContext2D, { face, size }: Style, align: Place['align']): void {
  canvas.font = `${size}px "${familyOf(face)}"`;
  canvas.textAlign = align;
}
