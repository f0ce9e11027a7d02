/** The blocks that a paper is composed of. Their heights are known before drawing, so the bitmap gets exactly the height it needs. */
import { encode as encodeQr } from 'uqr';
import { type Bitmap, fillRectangle, type Ink } from './bitmap.ts';
import type { Lettering } from './lettering.ts';
import { BASELINE, LINE_HEIGHT, type Style } from './typesetting.ts';

export interface Block {
  /** In whole dots. */
  height: number;
  draw(onto: Bitmap, top: number): void;
}

/** The column of blocks, centred on the paper, in dots. */
export interface Column {
  lettering: Lettering;
  paperWidth: number;
  width: number;
}

export function gap(height: number): Block {
  return { height, draw: () => undefined };
}

/** Centred, on as many lines as it needs. */
export function text(column: Column, words: string, style: Style, ink: Ink = 'black'): Block {
  const { lettering, paperWidth, width } = column;
  const lines = lettering.linesOf(words, style, width);
  const lineHeight = Math.ceil(style.size * LINE_HEIGHT);
  return {
    height: lines.length * lineHeight,
    draw(onto, top) {
      for (const [index, line] of lines.entries()) {
        const baseline = top + index * lineHeight + style.size * BASELINE;
        lettering.write(onto, line, style, { x: paperWidth / 2, baseline, align: 'center' }, ink);
      }
    },
  };
}

/** One line of digits and capitals, of `size` or as large as the column is wide; without room for diacritics. */
export function figure({ lettering, paperWidth, width }: Column, words: string, { face, size }: Style): Block {
  const fitting = Math.floor(Math.min(size, (size * width) / lettering.widthOf(words, { face, size })));
  const capitalHeight = Math.ceil(fitting * 0.74);
  return {
    height: capitalHeight,
    draw(onto, top) {
      const place = { x: paperWidth / 2, baseline: top + capitalHeight, align: 'center' } as const;
      lettering.write(onto, words, { face, size: fitting }, place);
    },
  };
}

/** White text on a black bar as wide as the column. */
export function banner(column: Column, words: string, style: Style): Block {
  const padding = Math.round(style.size * 0.3);
  const inner = text({ ...column, width: column.width - 2 * padding }, words, style, 'white');
  const height = inner.height + 2 * padding;
  return {
    height,
    draw(onto, top) {
      fillRectangle(onto, (column.paperWidth - column.width) / 2, top, column.width, height);
      inner.draw(onto, top + padding);
    },
  };
}

/** A line of dashes of 6 dots; a solid line would attract more attention than the text around it. */
export function rule(column: Column): Block {
  return {
    height: 2,
    draw(onto, top) {
      const left = (column.paperWidth - column.width) / 2;
      for (let x = 0; x < column.width; x += 12) fillRectangle(onto, left + x, top, Math.min(6, column.width - x), 2);
    },
  };
}

export interface Pair {
  label: string;
  translation: string;
  value: string;
  /** Font size of the value, in dots. */
  size: number;
}

/** Labels at the left and values at the right; if one pair is too wide for the column, every value is below its label. */
export function pairs(column: Column, rows: readonly Pair[], label: Style, translation: Style, space: number): Block {
  const widthOf = (words: string, style: Style) => column.lettering.widthOf(words, style);
  const fits = rows.every((row) => {
    const left = Math.max(widthOf(row.label, label), widthOf(row.translation, translation));
    return left + row.size / 2 + widthOf(row.value, { face: 'bold', size: row.size }) <= column.width;
  });
  const blockOf = fits ? besideEachOther : belowEachOther;
  return stack(rows.flatMap((row) => [blockOf(column, row, label, translation), gap(space)]));
}

function besideEachOther(column: Column, row: Pair, label: Style, translation: Style): Block {
  const labelHeight = Math.ceil(label.size * LINE_HEIGHT);
  const height = labelHeight + Math.ceil(translation.size * LINE_HEIGHT);
  return {
    height,
    draw(onto, top) {
      const { lettering, paperWidth, width } = column;
      const left = (paperWidth - width) / 2;
      const right = left + width;
      const second = top + labelHeight;
      const middle = top + height / 2 + row.size * 0.36;
      lettering.write(onto, row.label, label, { x: left, baseline: top + label.size * BASELINE, align: 'left' });
      const below = { x: left, baseline: second + translation.size * BASELINE, align: 'left' } as const;
      lettering.write(onto, row.translation, translation, below);
      const value = { face: 'bold', size: row.size } as const;
      lettering.write(onto, row.value, value, { x: right, baseline: middle, align: 'right' });
    },
  };
}

function belowEachOther(column: Column, row: Pair, label: Style, translation: Style): Block {
  return stack([
    text(column, row.label, label),
    text(column, row.value, { face: 'bold', size: row.size }),
    text(column, row.translation, translation),
  ]);
}

/** A QR code with the quiet zone that scanners need; each module is a whole number of dots. */
export function qrCode(column: Column, content: string, largest: number): Block {
  const { data, size } = encodeQr(content, { ecc: 'M', border: 4 });
  const dots = Math.max(3, Math.floor(Math.min(largest, column.width) / size));
  return {
    height: size * dots,
    draw(onto, top) {
      const left = Math.floor((column.paperWidth - size * dots) / 2);
      for (const [y, row] of data.entries()) {
        for (const [x, black] of row.entries())
          if (black) fillRectangle(onto, left + x * dots, top + y * dots, dots, dots);
      }
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
