import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { toPng } from '../../../server/print/drawing/bitmap.ts';
import { drawPaper } from '../../../server/print/drawing/layout.ts';
import { familyOf, loadFonts } from '../../../server/print/drawing/typesetting.ts';
import { titleOf } from '../../../server/print/work.ts';
import type { Paper } from '../../../server/queue/views/paper.ts';
import { paper as en } from '../../../shared/words/en/paper.ts';
import { paper as vi } from '../../../shared/words/vi/paper.ts';
import { linesOn, rowsOf, slip, ticket } from './papers.ts';

const WIDTHS = [80, 58] as const;
const hasInk = (row: string) => row.includes('#');

describe('drawPaper', () => {
  it.each(WIDTHS)('is as wide as the head of a %i mm printer and as high as its content', (width) => {
    const bitmap = drawPaper(ticket, width);
    expect(bitmap.width).toBe(width === 80 ? 576 : 384);
    expect(bitmap.rows).toHaveLength((bitmap.width / 8) * bitmap.height);
    const rows = rowsOf(bitmap);
    expect(rows.slice(0, 30).some(hasInk)).toBe(true);
    expect(rows.slice(-40).some(hasInk)).toBe(true);
  });

  it.each(WIDTHS)('draws a QR code on %i mm paper that a scanner can read', async (width) => {
    for (const paper of [ticket, slip, { ...ticket, reprint: true }]) {
      const image = await loadImage(await toPng(drawPaper(paper, width)));
      const canvas = createCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      expect(jsQR(data, image.width, image.height)?.data).toBe(ticket.code);
    }
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

  it('never prints a dot outside the margins, however long the names are', () => {
    const long: Paper = {
      ...ticket,
      number: 'A1000',
      officeName: { vi: 'Trung tâm Phục vụ hành chính công phường Nguyễn Nghiêm – Đức Phổ', en: '' },
      serviceName: { vi: 'Lao động – Thương binh và Xã hội, Bảo trợ xã hội và Giảm nghèo', en: 'X'.repeat(80) },
      className: { vi: 'Người có công với cách mạng, thân nhân liệt sĩ', en: 'Persons of merit' },
      estimate: { fromMinutes: 75, toMinutes: 130 },
    };
    for (const width of WIDTHS) {
      for (const row of rowsOf(drawPaper(long, width))) expect(row).toMatch(/^\.{4}.*\.{4}$/);
    }
  });

  it('adds a line of large letters with the time of an appointment', () => {
    const walkIn = drawPaper(ticket, 80).height;
    const booked = drawPaper({ ...ticket, appointmentAt: Date.parse('2026-11-23T09:30:00+07:00') }, 80).height;
    expect(booked - walkIn).toBeGreaterThan(60);
    expect(vi.appointment('09:30')).toBe('Hẹn lúc 09:30');
    expect(en.appointment('09:30')).toBe('Appointment at 09:30');
  });

  it('marks a reprint with a black bar across the top', () => {
    const first = rowsOf(drawPaper(ticket, 80));
    const again = rowsOf(drawPaper({ ...ticket, reprint: true }, 80));
    const isBar = (row: string) => /#{500}/.test(row);
    expect(first.some(isBar)).toBe(false);
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

  it.each(['medium', 'bold', 'black'] as const)('have a distinct glyph for each Vietnamese letter in %s', (face) => {
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
  const HEAD = ['ỦY BAN NHÂN DÂN', 'PHƯỜNG BẾN THÀNH', 'Thân thiện – Trách nhiệm – Đúng hẹn'];
  const SERVICE = ['Tư pháp – Hộ tịch', 'Civil status'];
  const SCAN = ['Quét để theo dõi lượt · Scan to follow', '08:15 · Thứ Hai, 23/11/2026'];
  const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+07:00`);

  it('contains number, service, people ahead and expected wait', () => {
    expect(linesOn(ticket)).toEqual([
      ...[...HEAD, 'PHIẾU SỐ THỨ TỰ', 'Queue ticket', 'A012', ...SERVICE],
      ...['Số người chờ trước', 'People before you', '7 người'],
      ...['Dự kiến chờ', 'Expected wait', 'khoảng 10–25 phút', ...SCAN],
      ...['Ông/Bà vui lòng giữ phiếu đến khi xong việc.', 'Please keep this ticket until you have finished.'],
      'Trân trọng cảm ơn! · Thank you!',
    ]);
    expect(linesOn({ ...ticket, estimate: null })).not.toContain('Dự kiến chờ');
  });

  it('contains priority, dossiers, appointment and earliest call when a ticket has them', () => {
    const elderly = { vi: 'Người cao tuổi', en: 'Elderly' };
    const lines = linesOn({ ...ticket, className: elderly, dossiers: 5, appointmentAt: at('09:30') });
    expect(lines.slice(HEAD.length + 3, lines.indexOf('Số người chờ trước'))).toEqual([
      ...['Ưu tiên: Người cao tuổi', 'Priority: Elderly', ...SERVICE],
      ...['5 hồ sơ – mỗi lượt 3 hồ sơ', '5 dossiers – 3 in each turn', 'Hẹn lúc 09:30', 'Appointment at 09:30'],
    ]);
    const later = linesOn({ ...ticket, notBefore: at('13:30') });
    expect(later).toEqual(expect.arrayContaining(['Được gọi từ', 'Called from', '13:30']));
    expect(later).not.toContain('Số người chờ trước');
  });

  it('contains counter and time limit on a come-back slip, and IN LẠI first on every reprint', () => {
    const lines = linesOn(slip);
    expect(lines.slice(0, lines.indexOf(SCAN[0] ?? ''))).toEqual([
      ...[...HEAD, 'PHIẾU HẸN QUAY LẠI', 'Come-back slip', 'A012', ...SERVICE],
      ...['Quay lại quầy số', 'Return to counter', '3', 'Có giá trị đến', 'Valid until', '09:45'],
    ]);
    for (const paper of [ticket, slip]) {
      expect(linesOn({ ...paper, reprint: true })).toEqual(['IN LẠI · REPRINT', ...linesOn(paper)]);
    }
  });

  it('consists of composed letters in both languages', () => {
    for (const words of [vi, en]) {
      for (const word of Object.values(words).map(String)) expect(word).toBe(word.normalize('NFC'));
    }
  });
});
