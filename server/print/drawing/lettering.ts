import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Face, familyOf } from './fonts.ts';

export interface Style {
  face: Face;
  /** Of the letters, in dots; below 22 stacked Vietnamese marks run together on paper. */
  size: number;
}

/** Room for marks above capitals and below letters. */
export const LINE_HEIGHT = 1.28;
export const BASELINE = 0.98;

export function use(canvas: SKRSContext2D, { face, size }: Style, align: 'left' | 'center' | 'right'): void {
  canvas.font = `${size}px "${familyOf(face)}"`;
  canvas.textAlign = align;
}

/** How wide words are, in dots. */
type Ruler = (words: string) => number;

/**
 * As few lines as fit, of about equal length: a single word on the last line looks like a mistake. Names of offices and
 * fields are made of parts with dashes between them: lines break there where that costs no line more.
 */
export function balance(pen: SKRSContext2D, full: number, words: string, style: Style): string[] {
  const widthOf = ruler(pen, style);
  const whole = evenly(widthOf, full, words);
  if (whole.length < 2) return whole;
  const atDashes = together(widthOf, full, words.split(/(?<= –) /)).flatMap((part) => evenly(widthOf, full, part));
  return atDashes.length > whole.length ? whole : atDashes;
}

/** Measuring is most of what a paper costs, and looking for the best lines asks for the same words again and again. */
function ruler(pen: SKRSContext2D, style: Style): Ruler {
  use(pen, style, 'center');
  const known = new Map<string, number>();
  return (words) => {
    const width = known.get(words) ?? pen.measureText(words).width;
    known.set(words, width);
    return width;
  };
}

/** Neighbours that fit on one line are one part. */
function together(widthOf: Ruler, full: number, parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && widthOf(`${before} ${part}`) <= full) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  return joined;
}

function evenly(widthOf: Ruler, full: number, words: string): string[] {
  const lines = wrap(widthOf, full, words);
  if (lines.length < 2) return lines;
  let tooNarrow = Math.max(...wordsOf(words).map(widthOf)) - 1;
  let enough = full;
  while (enough - tooNarrow > 4) {
    const width = (enough + tooNarrow) / 2;
    if (wrap(widthOf, width, words).length > lines.length) tooNarrow = width;
    else enough = width;
  }
  return wrap(widthOf, enough, words);
}

/** Breaks at spaces, never before a dash; a word that is wider than the line is broken inside. */
function wrap(widthOf: Ruler, width: number, words: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(words)) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && widthOf(line + letter) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line ? [...lines, line] : lines;
}

/** A dash stays with the word before it. */
function wordsOf(words: string): string[] {
  return words.trim().replaceAll(' – ', '\u00a0– ').split(/ +/);
}
