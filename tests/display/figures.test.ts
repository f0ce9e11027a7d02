import { describe, expect, it } from 'vitest';
import { type BoardRow, boardPages, boardRows, PAGE, pageAt, ROOM } from '../../display/lobby/board.ts';
import { noticePages, pagesOf, turnAt } from '../../display/lobby/notices.ts';
import { isDark } from '../../display/lobby/theme.ts';
import { isOutdated, OUTDATED } from '../../display/parts/stage.ts';
import { wholePercent } from '../../shared/office/satisfaction.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { call } from './views.ts';

describe('percent', () => {
  it.each([
    [0, 0],
    [0.001, 1],
    [0.914, 91],
    [0.996, 99],
    [1, 100],
  ])('writes %d as %d', (share, percent) => {
    expect(wholePercent(share)).toBe(percent);
  });
});

describe('the rows of the board', () => {
  it('have the order of the counters, and leave out counters that call nobody: closed ones, and in a break all without a visitor', () => {
    const hall = {
      calls: [call('A012', 3, 'called'), call('B007', 1)],
      counters: [
        { number: 1, services: [], state: 'open', pausedUntil: null, current: 'B007' },
        { number: 2, services: [], state: 'paused', pausedUntil: null, current: null },
        { number: 3, services: [], state: 'open', pausedUntil: null, current: 'A012' },
        { number: 4, services: [], state: 'closed', pausedUntil: null, current: null },
        { number: 5, services: [], state: 'open', pausedUntil: null, current: null },
      ],
    } satisfies Partial<DisplayView>;
    expect(boardRows({ ...hall, opening: { state: 'open', until: null } })).toEqual([
      { counterNumber: 1, number: 'B007', state: 'serving' },
      { counterNumber: 2, number: null, state: 'paused' },
      { counterNumber: 3, number: 'A012', state: 'called' },
      { counterNumber: 5, number: null, state: 'ready' },
    ]);
    expect(boardRows({ ...hall, opening: { state: 'break', opensAt: 0 } })).toEqual([
      { counterNumber: 1, number: 'B007', state: 'serving' },
      { counterNumber: 3, number: 'A012', state: 'called' },
    ]);
  });

  const rows = (count: number, called: number[] = []): BoardRow[] =>
    Array.from({ length: count }, (_, index) => ({
      counterNumber: index + 1,
      number: 'A001',
      state: called.includes(index + 1) ? 'called' : 'serving',
    }));
  const numbers = (page: BoardRow[] | undefined) => page?.map(({ counterNumber }) => counterNumber);

  it('are all on one page up to twelve counters', () => {
    expect(boardPages(rows(ROOM, [12]))).toEqual([rows(ROOM, [12])]);
    expect(boardPages([])).toEqual([[]]);
  });

  it('take turns with more counters, and those being called stand first on every page', () => {
    const pages = boardPages(rows(20, [2, 13]));
    expect(pages).toHaveLength(2);
    expect(numbers(pages[0])).toEqual([2, 13, 1, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(numbers(pages[1])).toEqual([2, 13, 11, 12, 14, 15, 16, 17, 18, 19, 20]);
    expect([0, PAGE - 1, PAGE, 2 * PAGE].map((at) => pageAt(at, 2))).toEqual([0, 0, 1, 0]);
  });

  it('are all shown in turn when more counters call than a page has room for', () => {
    const all = rows(14).map((row) => ({ ...row, state: 'called' as const }));
    expect(boardPages(all).map((page) => page.length)).toEqual([7, 7]);
  });
});

describe('the dark theme', () => {
  const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+07:00`);
  const layout = { orientation: 'auto', calls: 'left', theme: 'light', darkHours: null } as const;
  const dark = (clock: string, fields: object) => isDark({ ...layout, ...fields }, at(clock), 'Asia/Ho_Chi_Minh');

  it('is on always or at the hours of set-up, which may end on the next day', () => {
    expect(dark('10:00', {})).toBe(false);
    expect(dark('10:00', { theme: 'dark' })).toBe(true);
    const night = { darkHours: { from: '17:00', to: '07:00' } };
    expect(['16:59', '17:00', '23:59', '06:59', '07:00'].map((clock) => dark(clock, night))).toEqual([
      ...[false, true, true, true, false],
    ]);
    expect(
      ['07:29', '07:30', '08:59', '09:00'].map((clock) => dark(clock, { darkHours: { from: '07:30', to: '09:00' } })),
    ).toEqual([...[false, true, true, false]]);
  });
});

describe('pages of a text', () => {
  it('are about even, and end after a comma or a dash where one is near, else between words', () => {
    expect(pagesOf('Người cao tuổi, người khuyết tật, phụ nữ mang thai, người có công', 38)).toEqual([
      'Người cao tuổi, người khuyết tật,',
      'phụ nữ mang thai, người có công',
    ]);
    expect(pagesOf('một hai ba bốn năm', 8)).toEqual(['một hai', 'ba bốn', 'năm']);
    const papers = 'Please have your identity card and papers ready before your turn.';
    expect(pagesOf(papers, 62)).toEqual(['Please have your identity card and papers', 'ready before your turn.']);
    const rating = 'On your way out, please rate our service on the screen at the exit.';
    expect(pagesOf(rating, 62)).toEqual(['On your way out, please rate our', 'service on the screen at the exit.']);
  });

  it('keep compounds together', () => {
    expect(pagesOf('Mời quý vị đến quầy', 16)).toEqual(['Mời quý\u00a0vị', 'đến\u00a0quầy']);
  });

  it('are shown in both languages, each long enough to be read', () => {
    const text = { vi: 'Nghỉ lễ', en: 'Holiday' };
    const notice = { id: 'a', kind: 'text', seconds: 40, text } as const;
    expect(noticePages(notice, text, 40)).toEqual([{ notice, text, page: 0, pages: 1, seconds: 36 }]);
    const long = { ...notice, text: { vi: 'Nghỉ', en: 'Holiday today' } };
    expect(noticePages(long, long.text, 8).map(({ text, seconds }) => [text.vi, text.en, seconds])).toEqual([
      ['Nghỉ', 'Holiday', 18],
      ['Nghỉ', 'today', 18],
    ]);
  });
});

describe('a view', () => {
  it('counts as outdated after 45 s, and not before the first one arrives', () => {
    expect(isOutdated(1_000, 1_000 + OUTDATED)).toBe(false);
    expect(isOutdated(1_000, 1_001 + OUTDATED)).toBe(true);
    expect(isOutdated(null, Date.now())).toBe(false);
  });
});

describe('texts of notices', () => {
  it('are shown in turn by the clock', () => {
    const list = [10, 20, 30].map((seconds) => ({ seconds }));
    const shown = [0, 9, 10, 29, 30, 59, 60].map((second) => turnAt(list, second * 1000)?.seconds);
    expect(shown).toEqual([10, 10, 20, 20, 30, 30, 10]);
  });

  it('show nothing when the office has none', () => {
    expect(turnAt([], 12_000)).toBeUndefined();
  });
});
