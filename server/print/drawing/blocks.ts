/** The blocks that a paper is composed of. Their heights are known before drawing, so the bitmap gets exactly the height it needs. */
import { type Bitmap, fillRectangle, type Ink } from './bitmap.ts';
import type { Lettering, Place } from './lettering.ts';
import { BASELINE, LINE_HEIGHT, type Style } from './typesetting.ts';

export interface Block {
  /** In whole dots. */
  height: number;
  draw(onto: Bitmap, top: number): void;
}

/** The part of the paper's width that a block has, in dots. */
export interface Column {
  lettering: Lettering;
  left: number;
  width: number;
}

export type Align = Place['align'];

export interface Words {
  words: string;
  style: Style;
}

/** Thinner lines break on paper. */
export const RULE = 4;
const DASH = { ink: 8, pitch: 14 };
/** A higher black area needs more current than a weak power supply gives, and its lines come out grey. */
export const HIGHEST_BAND = 64;
const FRAME = 8;
const CORNER = 10;
/** Capitals of the font are so high, in font sizes. */
const CAPITALS = 0.72;
/** The white beside the first and the last sign of a figure, together, in font sizes: the ink begins where the column does. */
const FREE = 0.06;

export function gap(height: number): Block {
  return { height, draw: () => undefined };
}

/** On as many lines as it needs. */
export function text(column: Column, { words, style }: Words, align: Align = 'left', ink: Ink = 'black'): Block {
  const lines = column.lettering.linesOf(words, style, column.width);
  const lineHeight = heightOf(style);
  return {
    height: lines.length * lineHeight,
    draw(onto, top) {
      for (const [index, line] of lines.entries()) {
        const place = { x: anchor(column, align), baseline: top + index * lineHeight + style.size * BASELINE, align };
        column.lettering.write(onto, line, style, place, ink);
      }
    },
  };
}

/** On one line, as large as it fits between `smallest` and the size of its style; if even the smallest is too wide, on more lines. */
export function fittedText(column: Column, { words, style }: Words, smallest: number, align: Align = 'left'): Block {
  return text(column, { words, style: fitted(column, words, style, smallest) }, align);
}

function fitted({ lettering, width }: Column, words: string, { face, size }: Style, smallest: number): Style {
  const wide = lettering.widthOf(words, { face, size });
  const fitting = wide <= width ? size : Math.floor((size * width) / wide);
  return { face, size: Math.max(fitting, smallest) };
}

/**
 * One line of digits and capitals, as wide as the column at most; without room for diacritics. It is written sign by sign, because only
 * the few signs, not the many numbers, can be kept from paper to paper.
 */
export function figure({ lettering, left, width }: Column, { words, style }: Words): Block {
  const { face } = style;
  const signs = [...words];
  const wide = signs.reduce((sum, sign) => sum + lettering.widthOf(sign, style), 0);
  const size = Math.floor(Math.min(style.size, (style.size * (width + FREE * style.size)) / wide));
  const height = Math.ceil(size * CAPITALS);
  return {
    height,
    draw(onto, top) {
      let x = left - (FREE * size) / 2;
      for (const sign of signs) {
        lettering.write(onto, sign, { face, size }, { x: Math.round(x), baseline: top + height, align: 'left' });
        x += lettering.widthOf(sign, { face, size });
      }
    },
  };
}

/** Words at the left and words at the right, on one line if both fit, otherwise below each other. */
export function ends(column: Column, left: Words, right: Words): Block {
  if (!fitSideBySide(column, left, right)) return stack([text(column, left), text(column, right)]);
  return oneLine(column, left, right, Math.max(heightOf(left.style), heightOf(right.style)), 'black');
}

function fitSideBySide({ lettering, width }: Column, left: Words, right: Words): boolean {
  const wide = lettering.widthOf(left.words, left.style) + lettering.widthOf(right.words, right.style);
  return wide + Math.max(left.style.size, right.style.size) * 0.5 <= width;
}

/** Both on one baseline. */
function oneLine(column: Column, left: Words, right: Words, height: number, ink: Ink): Block {
  const size = Math.max(left.style.size, right.style.size);
  const below = (height - Math.ceil(size * LINE_HEIGHT)) / 2;
  return {
    height,
    draw(onto, top) {
      const baseline = top + below + size * BASELINE;
      for (const [{ words, style }, align] of [[left, 'left'] as const, [right, 'right'] as const])
        if (words) column.lettering.write(onto, words, style, { x: anchor(column, align), baseline, align }, ink);
    },
  };
}

/**
 * White on a black band: one text at the left, the other at the right. When both do not fit on one line in letters of `smallest` dots,
 * they are drawn black in a frame, on as many lines as they need.
 */
export function band(column: Column, left: string, right: string, size: number, smallest: number): Block {
  const padding = 16;
  const inner = { ...column, left: column.left + padding, width: column.width - 2 * padding };
  const height = Math.min(HIGHEST_BAND, Math.ceil(size * 1.6));
  for (let fitting = size; fitting >= smallest; fitting -= 1) {
    const style = { face: 'bold', size: fitting } as const;
    const words = [
      { words: left, style },
      { words: right, style },
    ] as const;
    if (!fitSideBySide(inner, ...words)) continue;
    const line = oneLine(inner, ...words, height, 'white');
    return {
      height,
      draw(onto, top) {
        fillBand(onto, column, top, height);
        line.draw(onto, top);
      },
    };
  }
  const style = { face: 'bold', size: Math.max(smallest, size - 6) } as const;
  const lines = [left, right].filter(Boolean).map((words) => text(inner, { words, style }));
  return framed(column, stack([gap(FRAME + 6), ...lines, gap(FRAME + 8)]));
}

/** A black rectangle with round corners. */
function fillBand(onto: Bitmap, { left, width }: Column, top: number, height: number): void {
  for (let row = 0; row < CORNER; row += 1) {
    const inset = Math.round(CORNER - Math.sqrt(CORNER ** 2 - (CORNER - row - 0.5) ** 2));
    for (const y of [top + row, top + height - 1 - row]) fillRectangle(onto, left + inset, y, width - 2 * inset, 1);
  }
  fillRectangle(onto, left, top + CORNER, width, height - 2 * CORNER);
}

function framed({ left, width }: Column, inner: Block): Block {
  const { height } = inner;
  return {
    height,
    draw(onto, top) {
      for (const y of [top, top + height - FRAME]) fillRectangle(onto, left, y, width, FRAME);
      for (const x of [left, left + width - FRAME]) fillRectangle(onto, x, top, FRAME, height);
      inner.draw(onto, top);
    },
  };
}

export function rule({ left, width }: Column): Block {
  return { height: RULE, draw: (onto, top) => fillRectangle(onto, left, top, width, RULE) };
}

export function dashes({ left, width }: Column): Block {
  return {
    height: RULE,
    draw(onto, top) {
      for (let x = 0; x < width; x += DASH.pitch)
        fillRectangle(onto, left + x, top, Math.min(DASH.ink, width - x), RULE);
    },
  };
}

/** Blocks beside each other, each in its column, and a line between them if `divided`. The lower ones are at half of the height. */
export function beside(blocks: readonly Block[], divider: number | null = null): Block {
  const height = Math.max(...blocks.map((block) => block.height));
  return {
    height,
    draw(onto, top) {
      for (const block of blocks) block.draw(onto, top + Math.floor((height - block.height) / 2));
      if (divider !== null) fillRectangle(onto, divider, top, RULE, height);
    },
  };
}

export function stack(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    draw(onto, top) {
      let y = top;
      for (const block of blocks) {
        block.draw(onto, y);
        y += block.height;
      }
    },
  };
}

function anchor({ left, width }: Column, align: Align): number {
  return align === 'left' ? left : align === 'center' ? left + width / 2 : left + width;
}

export function heightOf({ size }: Style): number {
  return Math.ceil(size * LINE_HEIGHT);
}
