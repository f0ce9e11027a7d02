import type { BoardCall, DisplayView } from '../../shared/views.ts';
import { inOrder } from '../parts/calls.ts';

export interface CounterRow {
  counterNumber: number;
  number: string | null;
  state: BoardCall['status'] | 'ready' | 'paused';
}

const STATES = { open: 'ready', paused: 'paused', busy: 'serving' } as const;

/** Calls first, then the counters at work that call nobody just now; closed ones are left out. */
export function counterRows(calls: BoardCall[], counters: DisplayView['counters']): CounterRow[] {
  const busy = new Set(calls.map(({ counterNumber }) => counterNumber));
  const rows: CounterRow[] = inOrder(calls).map(({ counterNumber, number, status }) => ({
    counterNumber,
    number,
    state: status,
  }));
  for (const { number: counterNumber, state } of counters) {
    if (state === 'closed' || busy.has(counterNumber)) continue;
    rows.push({ counterNumber, number: null, state: STATES[state] });
  }
  return rows;
}
