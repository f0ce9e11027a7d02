/** The blocks that a paper is composed of. Their heights are known before drawing, so the canvas gets exactly the height it needs. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { encode as encodeQr } from 'uqr';
import { BASELINE, breakLines, LINE_HEIGHT, type Style, use } from './typesetting.ts';

export interface Block {
  height: number;
  draw(canvas: SKRSContext2D, top: number): void;
}

/** The column of blocks, centred on the paper, in dots; `pen` measures text. */
export interface Column {
  pen: SKRSContext2D;
  paperWidth: number;
  width: number;
}

export function gap(height: number): Block {
  return { height, draw: () => undefined };
}

/** Centred, on as many lines as it needs. */
export function text(column: Column, words: string, style: Style): Block {
  const lines = breakLines(column.pen, column.width, words, style);
  const lineHeight = Math.ceil(style.size * LINE_HEIGHT);
  return {
    height: lines.length * lineHeight,
    draw(canvas, top) {
      use(canvas, style, 'center');
      for (const [index, line] of lines.entries()) {
        canvas.fillText(line, column.paperWidth / 2, top + index * lineHeight + style.size * BASELINE);
      }
    },
  };
}

/** One line of digits and capitals, of `size` or as large as the column is wide; without room for diacritics. */
export function figure(column: Column, words: string, { face, size }: Style): Block {
  use(column.pen, { face, size }, 'center');
  const fitting = Math.floor(Math.min(size, (size * column.width) / column.pen.measureText(words).width));
  const capitalHeight = Math.ceil(fitting * 0.74);
  return {
    height: capitalHeight,
    draw(canvas, top) {
      use(canvas, { face, size: fitting }, 'center');
      canvas.fillText(words, column.paperWidth / 2, top + capitalHeight);
    },
  };
}

/** White text on a black bar as wide as the column. */
export function banner(column: Column, words: string, style: Style): Block {
  const padding = Math.round(style.size * 0.3);
  const inner = text({ ...column, width: column.width - 2 * padding }, words, style);
  return {
    height: inner.height + 2 * padding,
    draw(canvas, top) {
      canvas.fillRect((column.paperWidth - column.width) / 2, top, column.width, inner.height + 2 * padding);
      canvas.fillStyle = 'white';
      inner.draw(canvas, top + padding);
      canvas.fillStyle = 'black';
    },
  };
}

/** A line of dashes of 6 dots; a solid line would attract more attention than the text around it. */
export function rule(column: Column): Block {
  return {
    height: 2,
    draw(canvas, top) {
      const left = (column.paperWidth - column.width) / 2;
      for (let x = 0; x < column.width; x += 12) canvas.fillRect(left + x, top, 6, 2);
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
  const widthOf = (words: string, style: Style) => {
    use(column.pen, style, 'left');
    return column.pen.measureText(words).width;
  };
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
    draw(canvas, top) {
      const left = (column.paperWidth - column.width) / 2;
      use(canvas, label, 'left');
      canvas.fillText(row.label, left, top + label.size * BASELINE);
      use(canvas, translation, 'left');
      canvas.fillText(row.translation, left, top + labelHeight + translation.size * BASELINE);
      use(canvas, { face: 'bold', size: row.size }, 'right');
      canvas.fillText(row.value, left + column.width, top + height / 2 + row.size * 0.36);
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
    draw(canvas, top) {
      const left = Math.floor((column.paperWidth - size * dots) / 2);
      for (const [y, row] of data.entries()) {
        for (const [x, black] of row.entries()) if (black) canvas.fillRect(left + x * dots, top + y * dots, dots, dots);
      }
    },
  };
}

export function stack(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    draw(canvas, top) {
      let y = top;
      for (const block of blocks) {
        block.draw(canvas, y);
        y += block.height;
      }
    },
  };
}
