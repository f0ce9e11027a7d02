/**
 * How long a visitor will wait, as a range and never a point: with few clerks the spread of single services is most of the
 * error. Built from the play of the waiting tickets and the service times seen lately.
 */
import type { Office } from '../../../shared/office/office.ts';
import type { Estimate } from '../../../shared/protocol/views/hall.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import { deviationOf } from '../learning/pace.ts';
import type { Place } from '../line.ts';
import { arrivalWith, goesFirst, readyAgain, scoreAt, weightOf } from '../pick.ts';
import { paceOf, reservedFor, type State } from '../state.ts';
import { overtaking, playUntil, prospectOf } from './forward-play.ts';

const STEP_MINUTES = 5;

export interface Forecast {
  /** Visitors of the same service who are called before this one. */
  ahead: number;
  /** Null where too little is known about the service. */
  estimate: Estimate | null;
}

/** The wait of `place` from `at` on; it stands in its line already or is about to join it. */
export function forecast(state: State, office: Office, place: Place, at: EpochMs): Forecast {
  const pace = paceOf(state, place.serviceId);
  if (!pace) return { ahead: aheadNow(state, office, place, at), estimate: null };
  const prospect = prospectOf(state, office, place.serviceId, at);
  if (prospect.able === 0) return { ahead: aheadNow(state, office, place, at), estimate: null };

  const weight = weightOf(office, place.classId);
  const delay = 1 / (1 - overtaking(prospect, weight));
  const { wait, ahead } = playUntil(prospect, place, weight);
  const services = (wait * prospect.able) / pace.mean + 1;
  const deviation = deviationOf(pace);
  const ofServices = (Math.sqrt(services) * deviation) / prospect.able;
  const ofTheMean = (wait * deviation) / pace.mean / Math.sqrt(pace.seen);
  const { below, above } = state.intervalWidth;
  const spread = Math.hypot(ofServices, ofTheMean);
  // Before the clock of an early visitor begins, all who come until then may go first.
  const early = Math.max(0, place.arrivedAt - at);
  return {
    ahead: ahead ?? aheadNow(state, office, place, at),
    estimate: rangeOf(wait - below * spread, (wait + above * spread) * delay + early),
  };
}

/** Rounded outwards to 5 minutes. */
function rangeOf(from: DurationMs, to: DurationMs): Estimate {
  const step = STEP_MINUTES * MINUTE;
  return {
    fromMinutes: Math.max(0, Math.floor(from / step)) * STEP_MINUTES,
    toMinutes: Math.max(1, Math.ceil(to / step)) * STEP_MINUTES,
  };
}

/** People of the same service who would go first if everybody were called at this moment. */
function aheadNow(state: State, office: Office, place: Place, at: EpochMs): number {
  const weight = weightOf(office, place.classId);
  const score = scoreAt(at, place.arrivedAt, weight);
  let ahead = reservedFor(state, place.serviceId);
  for (const [classId, line] of state.queues.get(place.serviceId)?.lines ?? []) {
    ahead += line.countBefore(arrivalWith(score, at, weightOf(office, classId)), place.order);
  }
  for (const other of readyAgain(state, at))
    if (other.serviceId === place.serviceId && goesFirst(other, weightOf(office, other.classId), place, weight, at))
      ahead += 1;
  return ahead;
}
