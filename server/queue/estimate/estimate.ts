/**
 * How long a visitor will wait, as a range and never a single time: with few clerks most of the error is the spread of single
 * services. Computed from a forward play of the waiting tickets, and as wide around it as the office's earlier waits require.
 */
import { afterWorking, workingTime } from '../../../shared/calendar/working-time.ts';
import type { Office } from '../../../shared/office/office.ts';
import { scoreAt } from '../../../shared/office/priority.ts';
import type { Estimate } from '../../../shared/protocol/views/common.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Place } from '../line.ts';
import { arrivalWith, duePostponed, goesFirst, weightOf } from '../pick.ts';
import { reservedFor, type State } from '../state.ts';
import { forecastFor, waitFor } from './forward-play.ts';
import { spreadOf } from './spread.ts';

const STEP_MINUTES = 5;

export interface WaitEstimate {
  /** Visitors of the same service who are called before this one. */
  ahead: number;
  /** Null while no clerk is expected at any counter that serves the service. */
  estimate: Estimate | null;
}

/** The wait of `place` from `at` on; the place is in its line already or about to join it. */
export function estimateWait(state: State, office: Office, place: Place, at: EpochMs): WaitEstimate {
  const forecast = forecastFor(state, office, place.serviceId, at);
  if (forecast.counters.length === 0) return { ahead: aheadNow(state, office, place, at), estimate: null };

  const weight = weightOf(office, place.classId);
  const { wait: total, ahead } = waitFor(forecast, place, weight);
  const { day } = forecast.play;
  const wait = workingTime(day, at, at + total);
  const spread = spreadOf(forecast, place, weight, wait);
  const { below, above } = state.intervalWidth;
  // Until the arrival time of an early visitor with an appointment, everybody who comes may go first.
  const early = Math.max(0, place.arrivedAt - at);
  // Both ends count working time only, so that a range that reaches into a break goes on after it.
  const clockTime = (time: DurationMs): DurationMs => afterWorking(day, at, Math.max(0, time)) - at;
  return {
    ahead: ahead ?? aheadNow(state, office, place, at),
    estimate: rangeOf(clockTime(wait - below * spread), clockTime(wait + above * spread + early)),
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

/** Visitors of the same service who would go first if all were called at this moment. */
function aheadNow(state: State, office: Office, place: Place, at: EpochMs): number {
  const weight = weightOf(office, place.classId);
  const score = scoreAt(at, place.arrivedAt, weight);
  let ahead = reservedFor(state, place.serviceId);
  for (const [classId, line] of state.queues.get(place.serviceId)?.lines ?? []) {
    ahead += line.countBefore(arrivalWith(score, at, weightOf(office, classId)), place.order);
  }
  for (const other of duePostponed(state, at))
    if (other.serviceId === place.serviceId && goesFirst(other, weightOf(office, other.classId), place, weight, at))
      ahead += 1;
  return ahead;
}
