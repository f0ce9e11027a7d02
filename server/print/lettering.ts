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

/**
 * As few lines as fit, of about equal length: a single word on the last line looks like a mistake. Names of offices and
 * fields are made of parts with dashes between them: lines break there where that costs no line more.
 */
export function balance(pen: SKRSContext2D, full: number, words: string, style: Style): string[] {
  const whole = evenly(pen, full, words, style);
  const atDashes = together(pen, full, words.split(/(?<= –) /), style).flatMap((part) =>
    evenly(pen, full, part, style),
  );
  return atDashes.length > whole.length ? whole : atDashes;
}

/** Neighbours that fit on one line are one part. */
function together(pen: SKRSContext2D, full: number, parts: readonly string[], style: Style): string[] {
  use(pen, style, 'center');
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && pen.measureText(`${before} ${part}`).width <= full) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  return joined;
}

function evenly(pen: SKRSContext2D, full: number, words: string, style: Style): string[] {
  const lines = wrap(pen, full, words, style);
  use(pen, style, 'center');
  let tooNarrow = Math.max(...wordsOf(words).map((word) => pen.measureText(word).width)) - 1;
  let enough = full;
  while (lines.length > 1 && enough - tooNarrow > 4) {
    const width = (enough + tooNarrow) / 2;
    if (wrap(pen, width, words, style).length > lines.length) tooNarrow = width;
    else enough = width;
  }
  return wrap(pen, enough, words, style);
}

/** Breaks at spaces, never before a dash; a word that is wider than the line is broken inside. */
function wrap(pen: SKRSContext2D, width: number, words: string, style: Style): string[] {
  use(pen, style, 'center');
  const fits = (line: string) => pen.measureText(line).width <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(words)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && !fits(line + letter)) {
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
