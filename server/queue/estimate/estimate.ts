/**
 * How long a visitor will wait, as a range and never a single time: with few clerks most of the error is the spread of single
 * services. Computed from a forward play of the waiting tickets, and as wide around it as the office's earlier waits require.
 */
import { afterWorking, dayEndOf } from '../../../shared/calendar/working-time.ts';
import type { Office } from '../../../shared/office/office.ts';
import type { Estimate } from '../../../shared/protocol/views/common.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Place } from '../line.ts';
import { weightOf } from '../pick.ts';
import type { State } from '../state.ts';
import { type Forecast, forecastFor } from './forward-play.ts';
import { spreadOf } from './spread.ts';
import { waitFor } from './wait.ts';

const STEP_MINUTES = 5;
const LAST_CALLS: DurationMs = 30 * MINUTE;

export interface WaitEstimate {
  /**
   * Visitors of the same service, here already, who are called before this one. While no clerk is expected, as many as if one counter
   * opened now.
   */
  ahead: number;
  /** Null while no clerk is expected at any counter that serves the service. */
  estimate: Estimate | null;
}

/** The wait of `place` from `at` on; the place is in its line already or about to join it. The range ends with the day. */
export function estimateWait(state: State, office: Office, place: Place, at: EpochMs): WaitEstimate {
  const weight = weightOf(office, place.classId);
  const forecast = forecastFor(state, office, place.serviceId, 'expected', at);
  if (forecast.counters.length === 0) {
    const assumed = forecastFor(state, office, place.serviceId, 'assumed', at);
    return { ahead: waitFor(assumed, place, weight).ahead, estimate: null };
  }
  const { wait, ahead } = waitFor(forecast, place, weight);
  return { ahead, estimate: withinDay(rangeAround(wait, state, forecast, place, at), office, at) };
}

/**
 * The range as it would be if the day went on for ever, so that it says whether a session is long enough; null while no clerk is
 * expected.
 */
export function unlimitedRange(state: State, office: Office, place: Place, at: EpochMs): Estimate | null {
  const forecast = forecastFor(state, office, place.serviceId, 'expected', at);
  if (forecast.counters.length === 0) return null;
  const { wait } = waitFor(forecast, place, weightOf(office, place.classId));
  return rangeAround(wait, state, forecast, place, at);
}

/**
 * Nobody is called after the day: the range ends by the moment at which tickets expire, to the minute. It begins by the end of the last
 * session and half an hour before it ends, because a narrow range at the end of the day would promise a call.
 */
export function withinDay({ fromMinutes, toMinutes }: Estimate, office: Office, at: EpochMs): Estimate {
  const { lastSession, expiry } = dayEndOf(office, at);
  const minutesUntil = (end: EpochMs) => Math.floor((end - at) / MINUTE);
  const to = Math.max(1, Math.min(toMinutes, minutesUntil(expiry)));
  const latestStart = minutesUntil(Math.min(lastSession, expiry - LAST_CALLS));
  const from = Math.max(0, Math.floor(Math.min(latestStart, to - 1) / STEP_MINUTES) * STEP_MINUTES);
  return { fromMinutes: Math.min(fromMinutes, from), toMinutes: to };
}

/** `wait` and both ends count working time only, so that a range that reaches into a break goes on after it. */
function rangeAround(wait: DurationMs, state: State, forecast: Forecast, place: Place, at: EpochMs): Estimate {
  const { day, office } = forecast.play;
  const spread = spreadOf(forecast, place, weightOf(office, place.classId), wait);
  const { below, above } = state.intervalWidth;
  // Until the arrival time of an early visitor with an appointment, everybody who comes may go first.
  const early = Math.max(0, place.arrivedAt - at);
  const clockTime = (time: DurationMs): DurationMs => afterWorking(day, at, Math.max(0, time)) - at;
  return rangeOf(clockTime(wait - below * spread), clockTime(wait + above * spread + early));
}

/** Rounded outwards to 5 minutes. */
function rangeOf(from: DurationMs, to: DurationMs): Estimate {
  const step = STEP_MINUTES * MINUTE;
  return {
    fromMinutes: Math.max(0, Math.floor(from / step)) * STEP_MINUTES,
    toMinutes: Math.max(1, Math.ceil(to / step)) * STEP_MINUTES,
  };
}
