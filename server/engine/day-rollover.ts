/** From one business day to the next: a new day is a new series of events, and nothing of the old one is deleted. */
import type { Office } from '../../shared/office/office.ts';
import { addDays, type EpochMs, instantOf, localTime } from '../../shared/time.ts';
import type { Event } from '../queue/events.ts';
import { closeDay, openDay } from '../queue/rules/day.ts';
import { initialState, type State } from '../queue/state.ts';
import { record } from './record.ts';

export interface Page {
  /** What the old day left open, closed in its own series and by its own end; `old` holds it already. */
  closing: Event[];
  opening: Event[];
  next: State;
}

/** Null while the day of `old` lasts. A clock that was set back never leads to an earlier day. */
export function turnPage(old: State, office: Office, at: EpochMs): Page | null {
  const { day } = localTime(at, office.timeZone);
  if (old.office && day <= old.day) return null;
  const actor = { kind: 'system', id: 'clock' } as const;

  let closing: Event[] = [];
  if (old.office) {
    const end = Math.max(old.lastAt, instantOf(addDays(old.day, 1), 0, office.timeZone) - 1);
    const command = { at: end, requestId: `close-${old.day}`, actor };
    closing = record(old, closeDay(old), command);
  }
  const next = initialState(day);
  const opening = record(next, [openDay(day, office, old)], { at, requestId: `open-${day}`, actor });
  return { closing, opening, next };
}
