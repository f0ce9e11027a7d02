import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { toPng } from '../../../server/print/drawing/bitmap.ts';
import { drawPaper, type PaperWidthMm } from '../../../server/print/drawing/layout.ts';
import { familyOf, loadFonts } from '../../../server/print/drawing/typesetting.ts';
import { titleOf } from '../../../server/print/work.ts';
import type { Paper } from '../../../server/queue/views/paper.ts';
import { paper as en } from '../../../shared/words/en/paper.ts';
import { paper as vi } from '../../../shared/words/vi/paper.ts';
import { linesOn, rowsOf, slip, ticket, writtenOn } from './papers.ts';

const WIDTHS = [80, 58] as const;
const hasInk = (row: string) => row.includes('#');
const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+07:00`);
const short = { ...ticket, form: 'short' } satisfies Paper;
/** 100 letters. */
const LONG =
  'Trung tâm Phục vụ hành chính công, tiếp nhận và trả kết quả phường Nguyễn Nghiêm thị xã Đức Phổ tỉnh Quảng Ngãi'.slice(
    0,
    100,
  );
const longNames = {
  number: 'A1000',
  officeName: { vi: LONG, en: LONG },
  motto: { vi: LONG, en: LONG },
  hotline: '0255 3 822 697 – 0255 3 822 698',
  serviceName: { vi: LONG, en: 'X'.repeat(100) },
  className: { vi: LONG, en: LONG },
  counters: [1, 2, 3, 5, 7, 9, 11, 12, 13],
  dossiers: 12,
  appointmentAt: at('09:30'),
  ahead: 120,
  estimate: { fromMinutes: 75, toMinutes: 130 },
};
const EVERY_KIND: [name: string, paper: Paper][] = [
  ['full ticket', ticket],
  ['short ticket', short],
  ['slip', slip],
  ['reprint', { ...ticket, reprint: true }],
  ['reprinted short ticket', { ...short, reprint: true }],
  ['full ticket of the next session', { ...ticket, notBefore: at('13:30') }],
  ['short ticket of the next session', { ...short, notBefore: at('13:30') }],
  ['full ticket with long names', { ...ticket, ...longNames }],
  ['short ticket with long names', { ...short, ...longNames }],
  ['slip with long names', { ...slip, ...longNames }],
];
const EVERY_PAPER = EVERY_KIND.flatMap(([name, paper]) => WIDTHS.map((width) => ({ name, paper, width })));

/** The code that a scanner reads on the paper. */
async function scanned(paper: Paper, width: PaperWidthMm): Promise<string | undefined> {
  const image = await loadImage(await toPng(drawPaper(paper, width)));
  const canvas = createCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  return jsQR(data, image.width, image.height)?.data;
}

describe('drawPaper', () => {
  it.each(WIDTHS)('is as wide as the head of a %i mm printer and as high as its content', (width) => {
    const bitmap = drawPaper(ticket, width);
    expect(bitmap.width).toBe(width === 80 ? 576 : 384);
    expect(bitmap.rows).toHaveLength((bitmap.width / 8) * bitmap.height);
    const rows = rowsOf(bitmap);
    expect(rows.slice(0, 30).some(hasInk)).toBe(true);
    expect(rows.slice(-40).some(hasInk)).toBe(true);
  });

  it.each(EVERY_PAPER)('draws a QR code that a scanner reads on a $name, $width mm wide', async ({ paper, width }) => {
    expect(await scanned(paper, width)).toBe(ticket.code);
    const publicCode =
      'https://xephang.trungtamphucvuhanhchinhcong.quangngai.gov.vn/t/8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11';
    expect(await scanned({ ...paper, code: publicCode }, width)).toBe(publicCode);
  });

  it.each(EVERY_PAPER)('prints no dot outside the margins of a $name, $width mm wide', ({ paper, width }) => {
    for (const row of rowsOf(drawPaper(paper, width))) expect(row).toMatch(/^\.{6}.*\.{6}$/);
  });

  it.each(EVERY_PAPER)('writes in 22 dots and more on a $name, $width mm wide', ({ paper, width }) => {
    const lines = writtenOn(paper, width);
    expect(Math.min(...lines.map(({ style }) => style.size))).toBeGreaterThanOrEqual(22);
  });

  it.each(EVERY_PAPER)('has no black area higher than 64 dots on a $name, $width mm wide', ({ paper, width }) => {
    let height = 0;
    for (const row of rowsOf(drawPaper(paper, width))) {
      const black = row.split('').filter((dot) => dot === '#').length;
      // The letters on a band leave at least a third of it black.
      height = black > row.length * 0.55 ? height + 1 : 0;
      expect(height).toBeLessThanOrEqual(64);
    }
  });

  it('takes about 130 mm for a full ticket and about 51 mm for a short one, with a number of about 200 and 150 dots', () => {
    const DOTS_PER_MM = 8;
    const described = { ...ticket, officeName: { vi: 'UBND xã Ví Dụ – Trung tâm Phục vụ hành chính công', en: '' } };
    const long = drawPaper(described, 80).height / DOTS_PER_MM;
    const little =
      drawPaper({ ...described, form: 'short', className: { vi: 'Người cao tuổi', en: '' } }, 80).height / DOTS_PER_MM;
    expect(Math.abs(long - 130)).toBeLessThan(2);
    expect(Math.abs(little - 51)).toBeLessThan(1);
    const sizeOf = (paper: Paper) => writtenOn(paper).find(({ words }) => words === ticket.number)?.style.size;
    expect(sizeOf(described)).toBeGreaterThanOrEqual(195);
    expect(sizeOf(short)).toBeGreaterThanOrEqual(140);
  });

  it('has the same dots as its PNG for the preview', async () => {
    const bitmap = drawPaper(ticket, 58);
    const image = await loadImage(await toPng(bitmap));
    const canvas = createCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    const dots = Array.from({ length: bitmap.width * bitmap.height }, (_, dot) => (data[dot * 4] === 0 ? '#' : '.'));
    expect(dots.join('')).toBe(rowsOf(bitmap).join(''));
  });

  it('adds a line of large letters with the time of an appointment', () => {
    const walkIn = drawPaper(ticket, 80).height;
    const booked = drawPaper({ ...ticket, appointmentAt: Date.parse('2026-11-23T09:30:00+07:00') }, 80).height;
    expect(booked - walkIn).toBeGreaterThan(55);
    expect(vi.appointment('09:30')).toBe('Hẹn lúc 09:30');
    expect(en.appointment('09:30')).toBe('Appointment at 09:30');
  });

  it('marks a reprint with a black bar across the top', () => {
    const first = rowsOf(drawPaper(ticket, 80));
    const again = rowsOf(drawPaper({ ...ticket, reprint: true }, 80));
    const isBar = (row: string) => /#{500}/.test(row);
    expect(first.slice(0, 60).some(isBar)).toBe(false);
    expect(again.slice(0, 60).some(isBar)).toBe(true);
    expect(again.slice(-first.length + 30)).toEqual(first.slice(30));
    expect(titleOf({ ...ticket, reprint: true })).toBe('A012 (in lại)');
  });

  it('leaves out the wait when there is no estimate', () => {
    const heightOf = (paper: Paper) => drawPaper(paper, 80).height;
    expect(heightOf({ ...ticket, estimate: null })).toBeLessThan(heightOf(ticket));
  });

  it('draws composed and decomposed letters alike', () => {
    const apart = { ...ticket, serviceName: { ...ticket.serviceName, vi: ticket.serviceName.vi.normalize('NFD') } };
    expect(drawPaper(apart, 80)).toEqual(drawPaper(ticket, 80));
  });
});

describe('the fonts of papers', () => {
  const LETTERS = [
    ...'AĂÂEÊIOÔƠUƯY'
      .split('')
      .flatMap((vowel) =>
        ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
      ),
    'Đ',
  ].flatMap((capital) => [capital, capital.toLowerCase()]);

  const drawn = (letter: string, family: string) => {
    const canvas = createCanvas(48, 48).getContext('2d');
    canvas.font = `30px "${family}"`;
    canvas.fillText(letter, 8, 36);
    return Buffer.from(canvas.getImageData(0, 0, 48, 48).data).toString('base64');
  };

  it.each(['medium', 'bold'] as const)('have a distinct glyph for each Vietnamese letter in %s', (face) => {
    loadFonts();
    expect(GlobalFonts.has(familyOf(face))).toBe(true);
    expect(new Set(LETTERS.map((letter) => drawn(letter, familyOf(face)))).size).toBe(LETTERS.length);
  });

  it('are used for drawing, not a substitute of the machine', () => {
    loadFonts();
    for (const letter of 'ễẶựđ8') {
      expect(drawn(letter, familyOf('bold'))).not.toBe(drawn(letter, 'no such font'));
      expect(drawn(letter, familyOf('bold'))).not.toBe(drawn(letter, familyOf('medium')));
    }
  });
});

describe('the text of papers', () => {
  const OFFICE = 'Ủy ban nhân dân phường Bến Thành';
  const SCAN = ['Quét để theo dõi', 'lượt trên điện thoại', 'Scan to track your turn'];
  const FOOT = ['ĐT 1022', 'Thân thiện – Trách nhiệm – Đúng hẹn'];
  const elderly = { vi: 'Người cao tuổi', en: 'Older person' };

  it('contains number, service, counters, clock times, people ahead and what to do after a missed call', () => {
    expect(linesOn(ticket)).toEqual([
      ...[
        OFFICE,
        'SỐ THỨ TỰ',
        'Queue number',
        'A012',
        'Tư pháp – Hộ tịch',
        'Quầy 1, 2',
        'Civil status',
        'Counters 1, 2',
      ],
      ...['Dự kiến đến lượt', '08:25–08:40', 'Your turn, about', 'Trước ông/bà', '7', 'people ahead', ...SCAN],
      ...['Nếu qua lượt: báo cán bộ tại quầy', 'trong 30 phút, không cần lấy số mới.'],
      ...['Missed it? Tell the counter within 30 minutes.', 'Lấy lúc 08:15 Thứ Hai, 23/11/2026', ...FOOT],
    ]);
    expect(linesOn({ ...ticket, estimate: null })).not.toContain('Dự kiến đến lượt');
    expect(linesOn({ ...ticket, ahead: 0 })).toEqual(
      expect.arrayContaining(['Ông/bà là người tiếp theo', 'You are next']),
    );
  });

  it('contains on a short ticket what a visitor without a phone needs', () => {
    expect(linesOn({ ...short, className: elderly })).toEqual([
      ...[OFFICE, '08:15 · 23/11/2026', 'A012', 'Tư pháp – Hộ tịch', 'Quầy 1, 2'],
      ...['Dự kiến đến lượt', '08:25–08:40', 'Ưu tiên: Người cao tuổi', 'còn 7 người'],
    ]);
    const lines = linesOn({ ...short, dossiers: 5, appointmentAt: at('09:30'), notBefore: at('13:30') });
    expect(lines.slice(-4)).toEqual(['Sẽ gọi từ', '13:30', '5 hồ sơ – mỗi lượt 3 hồ sơ', 'Hẹn lúc 09:30']);
  });

  it('contains priority, dossiers, appointment and earliest call when a ticket has them', () => {
    const lines = linesOn({ ...ticket, className: elderly, dossiers: 5, appointmentAt: at('09:30') });
    expect(lines.slice(lines.indexOf('Counters 1, 2') + 1, lines.indexOf('Dự kiến đến lượt'))).toEqual([
      ...['Ưu tiên: Người cao tuổi', 'Priority: Older person'],
      ...['5 hồ sơ – mỗi lượt 3 hồ sơ', '5 applications – 3 per turn', 'Hẹn lúc 09:30', 'Appointment at 09:30'],
    ]);
    const later = linesOn({ ...ticket, notBefore: at('13:30') });
    expect(later).toEqual(expect.arrayContaining(['Sẽ gọi từ', 'Called from', '13:30']));
    expect(later).not.toContain('Trước ông/bà');
  });

  it('contains counter and time limit on a come-back slip, and IN LẠI first on every reprint', () => {
    const lines = linesOn(slip);
    expect(lines.slice(0, 11)).toEqual([
      ...[OFFICE, 'PHIẾU HẸN QUAY LẠI', 'Return slip', 'A012', 'Tư pháp – Hộ tịch', 'Civil status'],
      ...['Quay lại trước', '09:45', 'Come back before', 'Quay lại quầy', '3'],
    ]);
    expect(lines.slice(-3)).toEqual(['In lúc 08:15 Thứ Hai, 23/11/2026', ...FOOT]);
    for (const paper of [ticket, short, slip]) {
      expect(linesOn({ ...paper, reprint: true })).toEqual(['IN LẠI · REPRINT', ...linesOn(paper)]);
    }
  });

  it('breaks the name of the office at its dash only, on paper of both widths', () => {
    const officeName = { vi: 'UBND xã Bình Phước Xuân – Trung tâm Phục vụ hành chính công', en: '' };
    expect(linesOn({ ...ticket, officeName }).slice(0, 2)).toEqual(officeName.vi.split(' – '));
    expect(linesOn({ ...ticket, officeName }, 58)[0]).toBe('UBND xã Bình Phước Xuân');
  });

  it('joins three and more neighbouring counters, and leaves the counters out when none serves the service', () => {
    expect(linesOn({ ...ticket, counters: [7, 3, 1, 2] })).toContain('Quầy 1–3, 7');
    expect(linesOn({ ...ticket, counters: [4] })).toEqual(expect.arrayContaining(['Quầy 4', 'Counter 4']));
    expect(linesOn({ ...ticket, counters: [] }).join()).not.toContain('Quầy');
  });

  it('frames the names that are too long for one line on the band', () => {
    const names = linesOn({ ...ticket, ...longNames });
    expect(names).toContain('Quầy 1–3, 5, 7, 9, 11–13');
    expect(names.join(' ')).toContain(LONG);
  });

  it('consists of composed letters in both languages', () => {
    for (const words of [vi, en]) {
      for (const word of Object.values(words).map(String)) expect(word).toBe(word.normalize('NFC'));
    }
  });
});
