/** The look of a paper: Vietnamese large, English small below it, one thing a line, readable without glasses. */
import { createCanvas } from '@napi-rs/canvas';
import { clock, date, waitRange } from '../../shared/words/common.ts';
import { paper as en } from '../../shared/words/en/paper.ts';
import { paper as vi } from '../../shared/words/vi/paper.ts';
import type { Paper } from '../queue/paper.ts';
import { type Bitmap, packDots } from './bitmap.ts';
import { type Block, banner, type Column, figure, gap, pairs, qrCode, rule, stack, text } from './blocks.ts';
import { loadFonts } from './fonts.ts';

export type PaperWidthMm = 58 | 80;

interface Measures {
  /** Dots of the print head. */
  paperWidth: number;
  margin: number;
  office: number;
  title: number;
  number: number;
  service: number;
  label: number;
  value: number;
  small: number;
  qr: number;
  space: number;
}

const MEASURES: Record<PaperWidthMm, Measures> = {
  80: {
    paperWidth: 576,
    margin: 20,
    office: 30,
    title: 36,
    number: 208,
    service: 36,
    label: 28,
    value: 36,
    small: 22,
    qr: 225,
    space: 16,
  },
  58: {
    paperWidth: 384,
    margin: 8,
    office: 26,
    title: 30,
    number: 140,
    service: 30,
    label: 24,
    value: 32,
    small: 22,
    qr: 230,
    space: 12,
  },
};

/**
 * Draws one paper. Takes about 10 ms, and the native memory behind a picture is freed only when the event loop turns: never
 * call it in a loop without awaiting something in between.
 */
export function drawPaper(paper: Paper, paperWidthMm: PaperWidthMm): Bitmap {
  loadFonts();
  const measures = MEASURES[paperWidthMm];
  const { paperWidth, margin } = measures;
  const column: Column = {
    pen: createCanvas(8, 8).getContext('2d'),
    paperWidth,
    width: paperWidth - 2 * margin,
  };
  const content = stack(blocksOf(composed(paper), column, measures));

  const canvas = createCanvas(paperWidth, content.height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, paperWidth, content.height);
  context.fillStyle = 'black';
  content.draw(context, 0);
  return packDots(context.getImageData(0, 0, paperWidth, content.height).data, paperWidth, content.height);
}

/** For lists of printed papers. */
export function titleOf({ kind, number, reprint }: Paper): string {
  const title = kind === 'ticket' ? number : `${number} – ${vi.comeBackSlip}`;
  return reprint ? `${title} (${vi.reprint.toLowerCase()})` : title;
}

function blocksOf(paper: Paper, column: Column, m: Measures): Block[] {
  const isTicket = paper.kind === 'ticket';
  const reprint = banner(column, `${vi.reprint.toUpperCase()} · ${en.reprint.toUpperCase()}`, {
    face: 'bold',
    size: m.title,
  });
  return [
    gap(m.space),
    ...(paper.reprint ? [reprint, gap(m.space)] : []),
    text(column, paper.officeName.vi.toUpperCase(), { face: 'bold', size: m.office }),
    text(column, paper.motto.vi, { face: 'medium', size: m.small }),
    gap(m.space),
    rule(column),
    gap(m.space),
    text(column, (isTicket ? vi.ticket : vi.comeBackSlip).toUpperCase(), { face: 'bold', size: m.title }),
    text(column, isTicket ? en.ticket : en.comeBackSlip, { face: 'medium', size: m.small }),
    gap(m.space * 1.5),
    figure(column, paper.number, { face: 'black', size: m.number }),
    gap(m.space * 1.5),
    ...(isTicket && paper.className
      ? [
          banner(column, vi.priority(paper.className.vi), { face: 'bold', size: m.label }),
          text(column, en.priority(paper.className.en), { face: 'medium', size: m.small }),
          gap(m.space),
        ]
      : []),
    text(column, paper.serviceName.vi, { face: 'bold', size: m.service }),
    text(column, paper.serviceName.en, { face: 'medium', size: m.small }),
    ...(isTicket ? [...proxyLines(paper, column, m), ...appointmentLines(paper, column, m)] : []),
    gap(m.space),
    rule(column),
    gap(m.space),
    facts(paper, column, m),
    rule(column),
    gap(4),
    qrCode(column, paper.code, m.qr),
    text(column, `${vi.scan} · ${en.scan}`, { face: 'medium', size: m.small }),
    gap(m.space / 2),
    text(column, moment(isTicket ? paper.issuedAt : paper.sentAwayAt, paper.timeZone), {
      face: 'bold',
      size: m.label,
    }),
    gap(m.space),
    ...closing(isTicket, column, m),
  ];
}

/** Whoever comes for others reads how many dossiers were told, and how many one turn takes. */
function proxyLines({ dossiers, dossiersPerTurn }: Paper & { kind: 'ticket' }, column: Column, m: Measures): Block[] {
  if (dossiers === 1) return [];
  const inTurns = dossiers > dossiersPerTurn ? dossiersPerTurn : null;
  return [
    gap(m.space / 2),
    text(column, vi.dossiers(dossiers, inTurns), { face: 'bold', size: m.label }),
    text(column, en.dossiers(dossiers, inTurns), { face: 'medium', size: m.small }),
  ];
}

function appointmentLines(
  { appointmentAt, timeZone }: Paper & { kind: 'ticket' },
  column: Column,
  m: Measures,
): Block[] {
  if (appointmentAt === null) return [];
  const at = clock(appointmentAt, timeZone);
  return [
    gap(m.space / 2),
    text(column, vi.appointment(at), { face: 'bold', size: m.value }),
    text(column, en.appointment(at), { face: 'medium', size: m.small }),
  ];
}

/** What the visitor wants to know: how long, or where and until when. */
function facts(paper: Paper, column: Column, m: Measures): Block {
  const fact = (name: 'ahead' | 'wait' | 'calledFrom' | 'counter' | 'validUntil', value: string, emphasis = 1) => ({
    label: vi[name],
    translation: en[name],
    value,
    size: Math.round(m.value * emphasis),
  });
  const rows =
    paper.kind === 'ticket'
      ? paper.notBefore === null
        ? [
            fact('ahead', vi.people(paper.ahead)),
            ...(paper.estimate ? [fact('wait', waitRange(paper.estimate, 'vi'))] : []),
          ]
        : [fact('calledFrom', clock(paper.notBefore, paper.timeZone), 1.5)]
      : [
          ...(paper.counterNumber === null ? [] : [fact('counter', String(paper.counterNumber), 1.8)]),
          fact('validUntil', clock(paper.until, paper.timeZone), 1.5),
        ];
  return pairs(column, rows, { face: 'medium', size: m.label }, { face: 'medium', size: m.small }, m.space);
}

function closing(isTicket: boolean, column: Column, m: Measures): Block[] {
  return [
    text(column, isTicket ? vi.keep : vi.comeBack, { face: 'medium', size: isTicket ? m.small : m.label }),
    text(column, isTicket ? en.keep : en.comeBack, { face: 'medium', size: m.small }),
    gap(m.space),
    text(column, `${vi.thanks} · ${en.thanks}`, { face: 'bold', size: m.small }),
    gap(m.space),
  ];
}

/** `08:15 · Thứ Hai, 23/11/2026` on the office's clock. */
function moment(at: number, timeZone: string): string {
  return `${clock(at, timeZone)} · ${date(at, timeZone, 'vi')}`;
}

/** Set-up may hold letters with their marks apart; composed ones wrap and measure as they are drawn. */
function composed(paper: Paper): Paper {
  const compose = (words: { vi: string; en: string }) => ({
    vi: words.vi.normalize('NFC'),
    en: words.en.normalize('NFC'),
  });
  const named = {
    ...paper,
    officeName: compose(paper.officeName),
    motto: compose(paper.motto),
    serviceName: compose(paper.serviceName),
  };
  if (named.kind === 'ticket' && named.className) return { ...named, className: compose(named.className) };
  return named;
}
