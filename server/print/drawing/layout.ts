/** The layout of papers: Vietnamese large, English small below it, one fact per line, readable without glasses. */
import type { Text } from '../../../shared/language.ts';
import { clock, date, waitRange } from '../../../shared/words/common.ts';
import { paper as en } from '../../../shared/words/en/paper.ts';
import { paper as vi } from '../../../shared/words/vi/paper.ts';
import type { Paper } from '../../queue/views/paper.ts';
import { type Bitmap, blankBitmap } from './bitmap.ts';
import { type Block, banner, type Column, figure, gap, type Pair, pairs, qrCode, rule, stack, text } from './blocks.ts';
import { Lettering } from './lettering.ts';
import type { Style } from './typesetting.ts';

export type PaperWidthMm = 58 | 80;

/** Font sizes and distances, in dots. */
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

/** The column of one paper with its font sizes and distances. */
type Page = Column & Measures;
type Ticket = Paper & { kind: 'ticket' };
type Slip = Paper & { kind: 'come-back-slip' };

/** Draws one paper. `lettering` keeps the lines of text that the papers of an office have in common. */
export function drawPaper(paper: Paper, paperWidthMm: PaperWidthMm, lettering = new Lettering()): Bitmap {
  const measures = MEASURES[paperWidthMm];
  const { paperWidth, margin } = measures;
  const content = stack(blocksOf(composed(paper), { ...measures, lettering, width: paperWidth - 2 * margin }));
  const bitmap = blankBitmap(paperWidth, content.height);
  content.draw(bitmap, 0);
  return bitmap;
}

function blocksOf(paper: Paper, page: Page): Block[] {
  const { space } = page;
  const isTicket = paper.kind === 'ticket';
  const title = isTicket ? 'ticket' : 'comeBackSlip';
  const closing = isTicket ? 'keep' : 'comeBack';
  const facts = isTicket ? ticketFacts(paper, page) : slipFacts(paper, page);
  return [
    gap(space),
    ...(paper.reprint ? reprintMark(page) : []),
    text(page, paper.officeName.vi.toUpperCase(), bold(page.office)),
    text(page, paper.motto.vi, medium(page.small)),
    gap(space),
    rule(page),
    gap(space),
    bilingual(page, { vi: vi[title].toUpperCase(), en: en[title] }, bold(page.title)),
    gap(space * 1.5),
    figure(page, paper.number, { face: 'black', size: page.number }),
    gap(space * 1.5),
    ...(isTicket ? priorityLines(paper, page) : []),
    bilingual(page, paper.serviceName, bold(page.service)),
    ...(isTicket ? [...proxyLines(paper, page), ...appointmentLines(paper, page)] : []),
    gap(space),
    rule(page),
    gap(space),
    pairs(page, facts, medium(page.label), medium(page.small), space),
    rule(page),
    gap(4),
    qrCode(page, paper.code, page.qr),
    text(page, `${vi.scan} · ${en.scan}`, medium(page.small)),
    gap(space / 2),
    text(page, moment(isTicket ? paper.issuedAt : paper.sentAwayAt, paper.timeZone), bold(page.label)),
    gap(space),
    bilingual(page, { vi: vi[closing], en: en[closing] }, medium(isTicket ? page.small : page.label)),
    gap(space),
    text(page, `${vi.thanks} · ${en.thanks}`, bold(page.small)),
    gap(space),
  ];
}

function bold(size: number): Style {
  return { face: 'bold', size };
}

function medium(size: number): Style {
  return { face: 'medium', size };
}

/** Vietnamese, and English small below it. */
function bilingual(page: Page, words: Text, style: Style): Block {
  return stack([text(page, words.vi, style), text(page, words.en, medium(page.small))]);
}

function reprintMark(page: Page): Block[] {
  return [banner(page, `${vi.reprint.toUpperCase()} · ${en.reprint.toUpperCase()}`, bold(page.title)), gap(page.space)];
}

function priorityLines({ className }: Ticket, page: Page): Block[] {
  if (className === null) return [];
  return [
    banner(page, vi.priority(className.vi), bold(page.label)),
    text(page, en.priority(className.en), medium(page.small)),
    gap(page.space),
  ];
}

/** For a visitor who also brings the dossiers of others: their number, and how many of them one turn covers. */
function proxyLines({ dossiers, dossiersPerTurn }: Ticket, page: Page): Block[] {
  if (dossiers === 1) return [];
  const inTurns = dossiers > dossiersPerTurn ? dossiersPerTurn : null;
  const words = { vi: vi.dossiers(dossiers, inTurns), en: en.dossiers(dossiers, inTurns) };
  return [gap(page.space / 2), bilingual(page, words, bold(page.label))];
}

function appointmentLines({ appointmentAt, timeZone }: Ticket, page: Page): Block[] {
  if (appointmentAt === null) return [];
  const at = clock(appointmentAt, timeZone);
  return [gap(page.space / 2), bilingual(page, { vi: vi.appointment(at), en: en.appointment(at) }, bold(page.value))];
}

/** How long the visitor waits, or from when they may be called. */
function ticketFacts({ notBefore, timeZone, ahead, estimate }: Ticket, page: Page): Pair[] {
  if (notBefore !== null) return [fact(page, 'calledFrom', clock(notBefore, timeZone), 1.5)];
  const people = fact(page, 'ahead', vi.people(ahead));
  return estimate ? [people, fact(page, 'wait', waitRange(estimate, 'vi'))] : [people];
}

/** Which counter the visitor comes back to, and until when. */
function slipFacts({ counterNumber, until, timeZone }: Slip, page: Page): Pair[] {
  const time = fact(page, 'validUntil', clock(until, timeZone), 1.5);
  return counterNumber === null ? [time] : [fact(page, 'counter', String(counterNumber), 1.8), time];
}

type FactName = 'ahead' | 'wait' | 'calledFrom' | 'counter' | 'validUntil';

function fact(page: Page, name: FactName, value: string, emphasis = 1): Pair {
  return { label: vi[name], translation: en[name], value, size: Math.round(page.value * emphasis) };
}

/** `08:15 · Thứ Hai, 23/11/2026` in the office's time zone. */
function moment(at: number, timeZone: string): string {
  return `${clock(at, timeZone)} · ${date(at, timeZone, 'vi')}`;
}

/** Set-up may hold decomposed letters (NFD); only composed letters (NFC) are measured and wrapped as they are drawn. */
function composed(paper: Paper): Paper {
  const compose = (words: Text) => ({
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
