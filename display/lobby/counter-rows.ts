import type { BoardCall, DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { inOrder } from '../parts/calls.ts';

export type CounterRow = { counterNumber: number } & (
  | { number: string | null; state: BoardCall['status'] | 'ready' | 'paused' }
  | { number: string; state: 'over'; calledAt: EpochMs }
);

const STATES = { open: 'ready', paused: 'paused', busy: 'serving' } as const;
/** As many as every screen has room for. */
const ROWS = 6;

/**
 * Calls first, then the counters at work that call nobody just now; closed ones are left out. Below them the last calls that
 * are over, for whoever did not hear theirs.
 */
export function counterRows({
  calls,
  counters,
  announcements,
}: Pick<DisplayView, 'calls' | 'counters' | 'announcements'>): CounterRow[] {
  const busy = new Set(calls.map(({ counterNumber }) => counterNumber));
  const rows = inOrder(calls).map(
    ({ counterNumber, number, status: state }): CounterRow => ({ counterNumber, number, state }),
  );
  for (const { number: counterNumber, state } of counters) {
    if (state === 'closed' || busy.has(counterNumber)) continue;
    rows.push({ counterNumber, number: null, state: STATES[state] });
  }
  // Nobody is at work: the screen says that instead.
  if (rows.length === 0) return rows;
  for (const { number, counterNumber, at: calledAt } of [...announcements].reverse()) {
    if (rows.length >= ROWS) break;
    if (!rows.some((row) => row.number === number)) rows.push({ counterNumber, number, state: 'over', calledAt });
  }
  return rows;
}
