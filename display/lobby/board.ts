import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** One working counter. `called`: its visitor is on the way; `busy`: it serves a number that this screen does not show. */
export interface BoardRow {
  counterNumber: number;
  number: string | null;
  state: 'called' | 'serving' | 'ready' | 'paused' | 'busy';
}

const STATES = { open: 'ready', paused: 'paused', busy: 'busy' } as const;

/**
 * In the order of the counters' numbers, so that each row keeps its place. Counters that call nobody have no row: closed ones, and outside
 * the opening hours also those that a clerk has left open.
 */
export function boardRows({
  calls,
  counters,
  opening,
}: Pick<DisplayView, 'calls' | 'counters' | 'opening'>): BoardRow[] {
  const busy = new Set(calls.map(({ counterNumber }) => counterNumber));
  const rows = calls.map(({ counterNumber, number, status: state }): BoardRow => ({ counterNumber, number, state }));
  for (const { number: counterNumber, state } of counters) {
    const works = state !== 'closed' && (state === 'busy' || opening.state === 'open');
    if (works && !busy.has(counterNumber)) rows.push({ counterNumber, number: null, state: STATES[state] });
  }
  return rows.sort((a, b) => a.counterNumber - b.counterNumber);
}

/** The rows on one page of the board. */
export const ROOM = 12;

/** Rows that are being called stand first on every page, so that a visitor on the way never has to wait for a page. */
export function boardPages(rows: readonly BoardRow[]): BoardRow[][] {
  const called = rows.length > ROOM ? rows.filter(({ state }) => state === 'called') : [];
  // With a page full of calls they take turns too.
  const fixed = called.length < ROOM ? called : [];
  const others = rows.filter((row) => !fixed.includes(row));
  const count = Math.ceil(others.length / (ROOM - fixed.length)) || 1;
  const size = Math.ceil(others.length / count);
  return Array.from({ length: count }, (_, page) => [...fixed, ...others.slice(page * size, (page + 1) * size)]);
}

export const PAGE: DurationMs = 8_000;

/** Which of so many pages all TVs of the office show at `now`. */
export function pageAt(now: EpochMs, pages: number): number {
  return Math.floor(now / PAGE) % Math.max(1, pages);
}
