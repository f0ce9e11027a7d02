import { openingAt } from '../../../shared/calendar/hours.ts';
import { type Office, REGULAR } from '../../../shared/office/office.ts';
import type { ServiceWait } from '../../../shared/protocol/views/hall.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { State } from '../state.ts';
import { availabilityOf, outlook } from './kiosk.ts';

/** A call must reach the TVs at once: they show waits that were computed at most so long before. Every 5 s a view is made anyway. */
const KEPT_FOR: DurationMs = 2_000;

interface Waits {
  at: EpochMs;
  office: Office;
  waits: ServiceWait[];
}

/** The last waits of each state. */
const latest = new WeakMap<State, Waits>();

/** What a regular ticket taken now can expect, for each service of the office in its order; the same as on the kiosk. */
export function waitsOf(state: State, at: EpochMs): ServiceWait[] {
  const { office } = state;
  const last = latest.get(state);
  if (last?.office === office && last.at <= at && at - last.at <= KEPT_FOR) return last.waits;
  const opening = openingAt(office, at);
  const waits = office.services.map(({ id }) => ({
    availability: availabilityOf(state, id),
    estimate: outlook(state, id, REGULAR, opening, at).estimate,
  }));
  latest.set(state, { at, office, waits });
  return waits;
}
