import type { BoardCall, DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { inOrder } from '../parts/calls.ts';

export type CounterRow = { counterNumber: number } & (
  | { number: string | null; state: BoardCall['status'] | 'ready' | 'paused' }
  | { number: string; state: 'over'; calledAt: EpochMs }
);

const STATES = { open: 'ready', paused: 'paused', busy: 'serving' } as const;
/** Every screen has room for this number of rows. */
const ROWS = 6;

/**
 * Calls first, then the open counters without a call; closed ones are left out. Below them the last calls that are over, for
 * visitors who did not hear theirs.
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
  // When no counter is open, the screen shows only that.
  if (rows.length === 0) return rows;
  for (const { number, counterNumber, at: calledAt } of [...announcements].reverse()) {
    if (rows.length >= ROWS) break;
    if (!rows.some((row) => row.number === number)) rows.push({ counterNumber, number, state: 'over', calledAt });
  }
  return rows;
}
