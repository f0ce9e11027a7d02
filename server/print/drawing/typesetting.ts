/** The fonts of papers, and how a text is broken into lines. */
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/**
 * Complete TTF files: for a letter that a subset lacks, the canvas would silently use any font of the machine. Thin strokes
 * break when they are reduced to one bit, so no weight is below 500.
 */
const FACES = {
  medium: '500Medium',
  bold: '700Bold',
} as const;
export type Face = keyof typeof FACES;

export interface Style {
  face: Face;
  /** Font size in dots; below 22 the stacked diacritics of Vietnamese run together on paper. */
  size: number;
}

/** In font sizes, with room for diacritics above capitals and below letters. */
export const LINE_HEIGHT = 1.28;
export const BASELINE = 0.98;

/** Each face is a font family of its own, so that the canvas never synthesizes a weight from another face. */
export function familyOf(face: Face): string {
  return `den-luot-${face}`;
}

/** Registers the fonts once per process. Throws when one is missing, because a substitute font may lack letters. */
export function loadFonts(): void {
  for (const face of Object.keys(FACES) as Face[]) {
    if (GlobalFonts.has(familyOf(face))) continue;
    const name = FACES[face];
    const path = require.resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`);
    if (!GlobalFonts.registerFromPath(path, familyOf(face))) throw new Error(`the font ${path} cannot be read`);
  }
}

/** The width of a text, in dots. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into as few lines as fit, of about equal length: a single word on the last line looks like a mistake. Names of
 * offices and services consist of parts that are joined by dashes: lines break after dashes if this needs no additional line.
 */
export function breakLines(measure: Measure, width: number, text: string): string[] {
  const lines = evenLines(measure, width, text);
  if (lines.length < 2) return lines;
  const atDashes = joinFitting(measure, width, text.split(/(?<= –) /)).flatMap((part) =>
    evenLines(measure, width, part),
  );
  return atDashes.length > lines.length ? lines : atDashes;
}

/** Joins neighbouring parts that fit on one line. */
function joinFitting(measure: Measure, width: number, parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && measure(`${before} ${part}`) <= width) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  return joined;
}

/** Searches the smallest width at which the text needs no more lines than at the full width, to 4 dots. */
function evenLines(measure: Measure, fullWidth: number, text: string): string[] {
  const lines = wrap(measure, fullWidth, text);
  if (lines.length < 2) return lines;
  let tooNarrow = Math.max(...wordsOf(text).map(measure)) - 1;
  let enough = fullWidth;
  while (enough - tooNarrow > 4) {
    const width = (enough + tooNarrow) / 2;
    if (wrap(measure, width, text).length > lines.length) tooNarrow = width;
    else enough = width;
  }
  return wrap(measure, enough, text);
}

/** Breaks at spaces, never before a dash; a word that is wider than the line is broken between letters. */
function wrap(measure: Measure, width: number, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && measure(line + letter) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line ? [...lines, line] : lines;
}

/** A dash stays with the word before it. */
function wordsOf(text: string): string[] {
  return text.trim().replaceAll(' – ', '\u00a0– ').split(/ +/);
}
