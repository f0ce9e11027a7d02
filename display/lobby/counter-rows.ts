import type { BoardCall, DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { inOrder } from '../parts/calls.ts';

export type CounterRow = { counterNumber: number } & (
  | { number: string | null; state: BoardCall['status'] | 'ready' | 'paused' }
  | { number: string; state: 'missed'; until: EpochMs }
);

const STATES = { open: 'ready', paused: 'paused', busy: 'serving' } as const;
/** Every screen has room for this number of rows. */
const ROWS = 6;

/**
 * Calls first, then the open counters without a call; closed ones are left out. Below them the visitors who missed their call and may
 * still come back.
 */
export function counterRows({
  calls,
  counters,
  missed,
}: Pick<DisplayView, 'calls' | 'counters' | 'missed'>): CounterRow[] {
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
  const room = Math.max(0, ROWS - rows.length);
  return [...rows, ...missed.slice(0, room).map((call): CounterRow => ({ ...call, state: 'missed' }))];
}
