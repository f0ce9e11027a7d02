/** What papers have in common: sizes for each width of paper, head, foot, facts and the code for the telephone. */
import type { Text } from '../../../shared/language.ts';
import { paper as en } from '../../../shared/words/en/paper.ts';
import { paper as vi } from '../../../shared/words/vi/paper.ts';
import type { Paper } from '../../queue/views/paper.ts';
import {
  type Align,
  type Block,
  beside,
  type Column,
  ends,
  fittedText,
  gap,
  RULE,
  rule,
  stack,
  text,
  type Words,
} from './blocks.ts';
import { qrCode } from './qr-code.ts';

export type PaperWidthMm = 58 | 80;

/** Font sizes and distances, in dots. */
interface Measures {
  /** Dots of the print head. */
  paperWidth: number;
  margin: number;
  office: number;
  title: number;
  number: number;
  band: number;
  label: number;
  value: number;
  /** Sentences and facts that a visitor must read. */
  strong: number;
  small: number;
  qr: number;
  /** On short tickets, where the code stands beside the number. */
  shortNumber: number;
  shortQr: number;
  /** The narrowest column for words beside the code. */
  scanRoom: number;
  space: number;
}

export const MEASURES: Record<PaperWidthMm, Measures> = {
  80: {
    paperWidth: 576,
    margin: 16,
    office: 32,
    title: 30,
    number: 200,
    band: 40,
    label: 26,
    value: 46,
    strong: 28,
    small: 24,
    qr: 222,
    shortNumber: 160,
    shortQr: 165,
    scanRoom: 200,
    space: 16,
  },
  58: {
    paperWidth: 384,
    margin: 8,
    office: 28,
    title: 26,
    number: 140,
    band: 34,
    label: 24,
    value: 44,
    strong: 24,
    small: 22,
    qr: 185,
    shortNumber: 200,
    shortQr: 185,
    scanRoom: 130,
    space: 12,
  },
};

/** Below 22 dots the stacked diacritics of Vietnamese run together. */
const SMALLEST = 22;

/** The column of one paper with its font sizes and distances. */
export type Page = Column & Measures;

export function bold(size: number, words: string): Words {
  return { words, style: { face: 'bold', size } };
}

export function medium(size: number, words: string): Words {
  return { words, style: { face: 'medium', size } };
}

/** Vietnamese, and English small below it. */
export function bilingual(page: Page, words: Text): Block {
  return stack([text(page, bold(page.strong, words.vi)), text(page, medium(page.small, words.en))]);
}

/** The name of the office, which breaks at its dashes: the last part, the centre itself, is the largest. */
export function head({ officeName }: Paper, page: Page): Block[] {
  const parts = officeName.vi.split(' – ');
  const main = parts.pop() ?? '';
  return [
    ...parts.map((part) => fittedText(page, medium(page.small, part), SMALLEST, 'center')),
    fittedText(page, bold(page.office, main), page.small, 'center'),
    gap(page.space / 2),
    rule(page),
    gap(page.space / 2),
  ];
}

/** `moment` says when the paper was printed. */
export function foot({ hotline, motto }: Paper, page: Page, moment: string): Block[] {
  const telephone = hotline ? vi.telephone(hotline) : '';
  return [
    ends(page, bold(page.small, moment), bold(page.small, telephone)),
    ...(motto.vi ? [fittedText(page, medium(page.small, motto.vi), SMALLEST, 'center')] : []),
  ];
}

/** A value with what it means. */
export interface Fact {
  label: string;
  value: string;
  translation: string;
}

/** One or two facts, beside each other if they fit. */
export function facts(page: Page, all: readonly Fact[]): Block {
  const { lettering, left, width, space } = page;
  const gutter = 2 * space;
  const widths = all.map((fact) =>
    Math.ceil(Math.max(...wordsOf(fact, page).map(({ words, style }) => lettering.widthOf(words, style)))),
  );
  const [first = 0] = widths;
  const total = widths.reduce((sum, one) => sum + one, 0);
  if (all.length < 2 || total + gutter + RULE > width)
    return stack(all.flatMap((fact, index) => [gap(index > 0 ? space / 2 : 0), factAcross(fact, page)]));
  // What is left over is given to both cells.
  const divider = left + first + space + Math.floor((width - total - gutter - RULE) / 2);
  const second = { ...page, left: divider + RULE + space };
  return beside(
    all.map((fact, index) => factBlock(fact, index === 0 ? page : second)),
    divider,
  );
}

function wordsOf({ label, value, translation }: Fact, page: Page): [label: Words, value: Words, translation: Words] {
  return [medium(page.label, label), bold(page.value, value), medium(page.small, translation)];
}

/** The meaning at the left and the value at the right, or below each other where both are too wide. */
function factAcross(fact: Fact, page: Page): Block {
  const [label, value, translation] = wordsOf(fact, page);
  const meaning = Math.max(...[label, translation].map(({ words, style }) => page.lettering.widthOf(words, style)));
  const wide = page.lettering.widthOf(value.words, value.style);
  if (meaning + wide + 2 * page.space > page.width) return factBlock(fact, page);
  return beside([stack([text(page, label), text(page, translation)]), text(page, value, 'right')]);
}

function factBlock(fact: Fact, page: Page): Block {
  return stack(wordsOf(fact, page).map((words) => text(page, words)));
}

/** The code of the ticket's page with the words beside it, or below it on narrow paper; with the white that the code needs. */
export function tracking(code: string, page: Page, largest = page.qr): Block[] {
  const { left, width, margin } = page;
  const qr = qrCode(code, largest, page.paperWidth);
  const indent = Math.max(0, qr.quiet - margin);
  const besideIt = { ...page, left: left + indent + qr.size + qr.quiet, width: width - indent - qr.size - qr.quiet };
  const words = (column: Page, align: Align) =>
    stack([text(column, bold(page.strong, vi.scan), align), text(column, medium(page.small, en.scan), align)]);
  if (besideIt.width >= page.scanRoom)
    return [gap(qr.quiet), beside([qr.at(left + indent), words(besideIt, 'left')]), gap(qr.quiet)];
  const centred = Math.floor((page.paperWidth - qr.size) / 2);
  return [gap(qr.quiet), qr.at(centred), gap(qr.quiet), words(page, 'center'), gap(page.space)];
}
