import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFonts } from '../../../server/print/drawing/fonts.ts';
import { balance } from '../../../server/print/drawing/lettering.ts';

const OFFICE = 'UBND XÃ BÌNH PHƯỚC XUÂN – TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG';
const lines = (width: number, words: string) =>
  balance(createCanvas(8, 8).getContext('2d'), width, words, { face: 'bold', size: 30 })
    // Spaces that do not break.
    .map((line) => line.replaceAll('\u00a0', ' '));

describe('the lines of a name', () => {
  beforeAll(loadFonts);

  it('break behind a dash where that costs no line more', () => {
    expect(lines(536, OFFICE)).toEqual(['UBND XÃ BÌNH PHƯỚC XUÂN –', 'TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG']);
  });

  it('hold as many parts as fit', () => {
    expect(lines(400, 'Chứng thực – Hộ tịch – Nuôi con nuôi')).toEqual(['Chứng thực – Hộ tịch –', 'Nuôi con nuôi']);
  });

  it('are about equally long where a break at each dash would cost more', () => {
    expect(lines(290, 'Lao động, thương binh – Xã hội')).toEqual(['Lao động, thương', 'binh – Xã hội']);
  });

  it('are one line where one is enough', () => {
    expect(lines(536, 'Hộ tịch – Chứng thực')).toEqual(['Hộ tịch – Chứng thực']);
  });
});
