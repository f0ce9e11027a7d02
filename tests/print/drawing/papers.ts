import { vi } from 'vitest';
import type { Bitmap } from '../../../server/print/drawing/bitmap.ts';
import { drawPaper, type PaperWidthMm } from '../../../server/print/drawing/layout.ts';
import { Lettering } from '../../../server/print/drawing/lettering.ts';
import type { Style } from '../../../server/print/drawing/typesetting.ts';
import type { Paper } from '../../../server/queue/views/paper.ts';

const EIGHT_FIFTEEN = Date.parse('2026-11-23T08:15:00+07:00');

const common = {
  officeName: { vi: 'Ủy ban nhân dân phường Bến Thành', en: 'People’s Committee of Bến Thành ward' },
  motto: { vi: 'Thân thiện – Trách nhiệm – Đúng hẹn', en: 'Friendly – Responsible – On time' },
  hotline: '1022',
  timeZone: 'Asia/Ho_Chi_Minh',
  number: 'A012',
  serviceName: { vi: 'Tư pháp – Hộ tịch', en: 'Civil status' },
  code: 'http://192.168.1.5:8080/t/8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11',
  reprint: false,
};

export const ticket = {
  ...common,
  kind: 'ticket',
  form: 'full',
  counters: [1, 2],
  lateReturnMinutes: 30,
  issuedAt: EIGHT_FIFTEEN,
  className: null,
  dossiers: 1,
  dossiersPerTurn: 3,
  appointmentAt: null,
  notBefore: null,
  ahead: 7,
  estimate: { fromMinutes: 10, toMinutes: 25 },
} satisfies Paper;

export const slip = {
  ...common,
  kind: 'come-back-slip',
  sentAwayAt: EIGHT_FIFTEEN,
  until: EIGHT_FIFTEEN + 5_400_000,
  counterNumber: 3,
} satisfies Paper;

/** A line of text on a paper, with the style that it is written in. */
interface Line {
  words: string;
  style: Style;
}

/** The lines of text on a paper, from the top. A number is written sign by sign, but is one line. */
export function writtenOn(paper: Paper, width: PaperWidthMm = 80): Line[] {
  const write = vi.spyOn(Lettering.prototype, 'write');
  drawPaper(paper, width);
  const lines: Line[] = [];
  for (const [, words, style, { align }] of write.mock.calls) {
    const before = lines.at(-1);
    if (before && before.style.size === style.size && style.size > 100 && align === 'left') before.words += words;
    else lines.push({ words: words.replaceAll('\u00a0', ' '), style });
  }
  write.mockRestore();
  return lines;
}

export function linesOn(paper: Paper, width: PaperWidthMm = 80): string[] {
  return writtenOn(paper, width).map(({ words }) => words);
}

/** The rows of a bitmap as strings of `#` and `.`, like those of the printer emulator. */
export function rowsOf({ width, height, rows }: Bitmap): string[] {
  return Array.from({ length: height }, (_, y) =>
    [...rows.subarray((y * width) / 8, ((y + 1) * width) / 8)]
      .map((byte) => byte.toString(2).padStart(8, '0').replaceAll('0', '.').replaceAll('1', '#'))
      .join(''),
  );
}
