import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { breakLines, familyOf, loadFonts } from '../../../server/print/drawing/typesetting.ts';

const OFFICE = 'UBND XÃ BÌNH PHƯỚC XUÂN – TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG';
const lines = (width: number, words: string) => {
  const pen = createCanvas(8, 8).getContext('2d');
  pen.font = `30px "${familyOf('bold')}"`;
  const lines = breakLines((text) => pen.measureText(text).width, width, words);
  // No-break spaces.
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
};

describe('breakLines', () => {
  beforeAll(loadFonts);

  it('breaks after a dash when this needs no additional line', () => {
    expect(lines(536, OFFICE)).toEqual(['UBND XÃ BÌNH PHƯỚC XUÂN –', 'TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG']);
  });

  it('puts as many parts between dashes on a line as fit', () => {
    expect(lines(400, 'Chứng thực – Hộ tịch – Nuôi con nuôi')).toEqual(['Chứng thực – Hộ tịch –', 'Nuôi con nuôi']);
  });

  it('makes lines about equally long when breaking at dashes would need another line', () => {
    expect(lines(290, 'Lao động, thương binh – Xã hội')).toEqual(['Lao động, thương', 'binh – Xã hội']);
  });

  it('keeps a text on one line when it fits', () => {
    expect(lines(536, 'Hộ tịch – Chứng thực')).toEqual(['Hộ tịch – Chứng thực']);
  });
});
