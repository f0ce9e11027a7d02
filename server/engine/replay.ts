import type { Office } from '../../shared/office/office.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Event } from '../queue/events.ts';
import { evolve } from '../queue/evolve.ts';
import { initialState, queueOf, type State } from '../queue/state.ts';

/**
 * The state of a day from its events. Where damage took a line away, later facts may not fit any more: they are told to
 * `report` and left out, because the rest of the day must go on. `office` stands in for a lost opening.
 */
export function replay(
  day: BusinessDay,
  events: readonly Event[],
  office: Office,
  report: (error: unknown) => void,
): State {
  const state = initialState(day);
  const [first] = events;
  if (first && first.type !== 'DayOpened') state.office = office;
  for (const event of events) {
    skipLost(state, event.seq - state.lastSeq - 1);
    try {
      evolve(state, event);
    } catch (error) {
      state.damage.unfit += 1;
      report(error);
    }
  }
  return state;
}

/** Each line that damage took away may have been a ticket of any service: numbers that may be on paper are not given again. */
function skipLost(state: State, lost: number): void {
  if (lost <= 0) return;
  state.damage.missing += lost;
  for (const { id } of state.office?.services ?? []) queueOf(state, id).lastOrdinal += lost;
}
