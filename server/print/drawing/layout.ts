/** Which papers there are, and what is on each from top to bottom. Vietnamese is large; English is small below it. */
import type { Text } from '../../../shared/language.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { clock, clockRange, date, shortDate } from '../../../shared/words/common.ts';
import { paper as en } from '../../../shared/words/en/paper.ts';
import { paper as vi } from '../../../shared/words/vi/paper.ts';
import type { Paper } from '../../queue/views/paper.ts';
import { type Bitmap, blankBitmap } from './bitmap.ts';
import { type Block, band, beside, dashes, ends, figure, gap, rule, stack, text } from './blocks.ts';
import { Lettering } from './lettering.ts';
import {
  bilingual,
  bold,
  type Fact,
  facts,
  foot,
  head,
  MEASURES,
  medium,
  type Page,
  type PaperWidthMm,
  tracking,
} from './parts.ts';
import { qrCode } from './qr-code.ts';

export type { PaperWidthMm } from './parts.ts';

type Ticket = Paper & { kind: 'ticket' };
type Slip = Paper & { kind: 'come-back-slip' };

/** Draws one paper. `lettering` keeps the lines of text that the papers of an office have in common. */
export function drawPaper(paper: Paper, paperWidthMm: PaperWidthMm, lettering = new Lettering()): Bitmap {
  const measures = MEASURES[paperWidthMm];
  const { paperWidth, margin } = measures;
  const page: Page = { ...measures, lettering, left: margin, width: paperWidth - 2 * margin };
  const content = stack(blocksOf(composed(paper), page));
  const bitmap = blankBitmap(paperWidth, content.height);
  content.draw(bitmap, 0);
  return bitmap;
}

function blocksOf(paper: Paper, page: Page): Block[] {
  const { space } = page;
  const mark = `${vi.reprint} · ${en.reprint}`.toUpperCase();
  const blocks =
    paper.kind !== 'ticket' ? slip(paper, page) : paper.form === 'full' ? full(paper, page) : short(paper, page);
  const edge = paper.kind === 'ticket' && paper.form === 'short' ? space / 2 : space;
  return [
    gap(edge),
    ...(paper.reprint ? [band(page, mark, '', page.strong, page.small), gap(space)] : []),
    ...blocks,
    gap(edge),
  ];
}

function full(paper: Ticket, page: Page): Block[] {
  const { space } = page;
  const taken = moment(paper.issuedAt, paper.timeZone);
  return [
    ...head(paper, page),
    ends(page, bold(page.title, vi.ticket.toUpperCase()), medium(page.label, en.ticket)),
    gap(space),
    figure(page, bold(page.number, paper.number)),
    gap(space * 1.5),
    ...service(paper, page, countersOf(paper)),
    ...claims(paper).flatMap((words) => [gap(space / 2), bilingual(page, words)]),
    gap(space),
    ...turn(paper, page),
    gap(space),
    dashes(page),
    ...tracking(paper.code, page),
    dashes(page),
    gap(space / 2),
    bilingual(page, { vi: vi.missed(paper.lateReturnMinutes), en: en.missed(paper.lateReturnMinutes) }),
    gap(space / 2),
    rule(page),
    gap(space / 2),
    ...foot(paper, page, vi.taken(taken)),
  ];
}

/** Without what a visitor can read on the phone page or on the kiosk. */
function short(paper: Ticket, page: Page): Block[] {
  const { space } = page;
  const taken = `${clock(paper.issuedAt, paper.timeZone)} · ${shortDate(paper.issuedAt, paper.timeZone)}`;
  const [office = ''] = paper.officeName.vi.split(' – ');
  const priority = paper.className ? vi.priority(paper.className.vi) : '';
  const further = claims({ ...paper, className: null }).map((words) => text(page, bold(page.small, words.vi)));
  const people = paper.notBefore !== null ? '' : paper.ahead === 0 ? vi.next : vi.left(paper.ahead);
  return [
    ends(page, medium(page.small, office), medium(page.small, taken)),
    gap(4),
    rule(page),
    gap(space),
    ...numberWithCode(paper, page),
    gap(space),
    band(page, paper.serviceName.vi, countersOf(paper).vi, page.strong + 6, page.small),
    gap(space / 2),
    ...shortTurn(paper, page),
    ...(priority || people ? [ends(page, bold(page.small, priority), bold(page.small, people))] : []),
    ...further,
  ];
}

/** The code at the right of the number, or on narrow paper below it. */
function numberWithCode({ number, code }: Ticket, page: Page): Block[] {
  const { left, width, space } = page;
  const qr = qrCode(code, page.shortQr, width);
  const right = left + width - qr.size;
  const room = width - qr.size - qr.quiet;
  if (room >= page.shortNumber)
    return [beside([figure({ ...page, width: room }, bold(page.shortNumber, number)), qr.at(right)])];
  return [figure(page, bold(page.number, number)), gap(space), ...tracking(code, page, page.shortQr)];
}

function shortTurn({ notBefore, issuedAt, estimate, timeZone }: Ticket, page: Page): Block[] {
  const [label, value] =
    notBefore !== null
      ? [vi.calledFrom, clock(notBefore, timeZone)]
      : estimate
        ? [vi.turn, clockRange(issuedAt, estimate, timeZone)]
        : [];
  return label && value ? [ends(page, medium(page.small, label), bold(page.value, value))] : [];
}

function slip(paper: Slip, page: Page): Block[] {
  const { space } = page;
  const { until, sentAwayAt, timeZone, counterNumber } = paper;
  const counter = counterNumber === null ? [] : [fact('counter', String(counterNumber))];
  return [
    ...head(paper, page),
    ends(page, bold(page.title, vi.comeBackSlip.toUpperCase()), medium(page.label, en.comeBackSlip)),
    gap(space),
    figure(page, bold(page.number, paper.number)),
    gap(space * 1.5),
    ...service(paper, page, { vi: '', en: '' }),
    gap(space),
    facts(page, [fact('comeBackBefore', clock(until, timeZone)), ...counter]),
    gap(space),
    bilingual(page, { vi: vi.comeBack, en: en.comeBack }),
    gap(space),
    dashes(page),
    ...tracking(paper.code, page),
    rule(page),
    gap(space / 2),
    ...foot(paper, page, vi.printed(moment(sentAwayAt, timeZone))),
  ];
}

/** The band with the service and its counters, and English below it where it says something else. */
function service({ serviceName }: Paper, page: Page, counters: Text): Block[] {
  const { band: size, small, label } = page;
  const english = { ...page, left: page.left + 16, width: page.width - 32 };
  const translation = serviceName.en === serviceName.vi ? '' : serviceName.en;
  return [
    ...(serviceName.vi || counters.vi ? [band(page, serviceName.vi, counters.vi, size, label + 2)] : []),
    ...(translation || counters.en
      ? [gap(4), ends(english, medium(small, translation), medium(small, counters.en))]
      : []),
  ];
}

/** When the visitor's turn is expected and how many people are before it, or from when the ticket may be called. */
function turn({ notBefore, issuedAt, timeZone, ahead, estimate }: Ticket, page: Page): Block[] {
  if (notBefore !== null) return [facts(page, [fact('calledFrom', clock(notBefore, timeZone))])];
  const range = estimate ? [fact('turn', clockRange(issuedAt, estimate, timeZone))] : [];
  const people = ahead === 0 ? [] : [fact('ahead', String(ahead))];
  const next = ahead === 0 ? [gap(page.space / 2), bilingual(page, { vi: vi.next, en: en.next })] : [];
  return [...(range.length + people.length > 0 ? [facts(page, [...range, ...people])] : []), ...next];
}

/** What the visitor has a right to beside a turn: priority, several dossiers, an appointment. */
function claims({ className, dossiers, dossiersPerTurn, appointmentAt, timeZone }: Ticket): Text[] {
  const inTurns = dossiers > dossiersPerTurn ? dossiersPerTurn : null;
  const at = appointmentAt === null ? '' : clock(appointmentAt, timeZone);
  return [
    ...(className ? [{ vi: vi.priority(className.vi), en: en.priority(className.en) }] : []),
    ...(dossiers > 1 ? [{ vi: vi.dossiers(dossiers, inTurns), en: en.dossiers(dossiers, inTurns) }] : []),
    ...(at ? [{ vi: vi.appointment(at), en: en.appointment(at) }] : []),
  ];
}

type FactName = 'turn' | 'ahead' | 'calledFrom' | 'counter' | 'comeBackBefore';

function fact(name: FactName, value: string): Fact {
  return { label: vi[name], value, translation: en[name] };
}

/** `Quầy 1–3, 5`; empty when no counter serves the service. */
function countersOf({ counters }: Ticket): Text {
  if (counters.length === 0) return { vi: '', en: '' };
  const runs: number[][] = [];
  for (const number of counters.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const numbers = runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
  return { vi: vi.counters(numbers), en: en.counters(numbers) };
}

/** `09:41 Thứ Hai, 23/11/2026`, which breaks only after the clock. */
function moment(at: EpochMs, timeZone: string): string {
  return `${clock(at, timeZone)} ${date(at, timeZone, 'vi').replaceAll(' ', '\u00a0')}`;
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
