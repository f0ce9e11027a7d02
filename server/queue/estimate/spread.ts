/**
 * How far a wait may differ from its forward play. The wait of a visitor is the sum of the services ahead, so its variance grows with
 * the wait; how fast depends on the services that these counters serve, whichever of them the visitor needs.
 */
import type { DurationMs } from '../../../shared/time.ts';
import { deviationOf } from '../learning/pace.ts';
import type { Place } from '../line.ts';
import type { Forecast } from './forward-play.ts';

/** A visitor to come brings a whole service that nobody expects, a waiting one only the deviation of a service: about so much more. */
const TO_COME = 3;

/**
 * One spread of `place`, which waits `wait` without breaks. The root of variance per minute × minutes of waiting; one unit more stands
 * for the visits that last now, so that the spread of a short wait is not 0.
 */
export function spreadOf(forecast: Forecast, place: Place, weight: number, wait: DurationMs): DurationMs {
  const unit = varianceRate(forecast) * (1 + TO_COME * overtakingShare(forecast, weight));
  const { mean, seen } = forecast.play.paceOf(place.serviceId);
  // With little history the mean itself may be wrong, in the same direction for every visitor ahead.
  const ofTheMean = (wait * deviationOf(forecast.play.paceOf(place.serviceId))) / mean / Math.sqrt(seen);
  return Math.hypot(Math.sqrt(unit * (wait + unit)), ofTheMean);
}

/** The variance that a minute of waiting brings, in milliseconds: that of the counters' services per minute of their time. */
function varianceRate({ counters, play }: Forecast): DurationMs {
  let [variance, time] = [0, 0];
  for (const serviceId of new Set(counters.flatMap(({ services }) => services))) {
    const pace = play.paceOf(serviceId);
    variance += pace.seen * deviationOf(pace) ** 2;
    time += pace.seen * pace.mean;
  }
  return variance / time / counters.length;
}

/**
 * The part of the counters' time that visitors still to come will take before a ticket of this weight. Visitors of heavier classes,
 * assumed to be as many as wait now, overtake it when they come early enough (Kleinrock 1964).
 */
function overtakingShare({ competing }: Forecast, weight: number): number {
  let waiting = 1;
  let overtaking = 0;
  for (const { line, weight: other } of competing) {
    waiting += line.length;
    overtaking += line.length * Math.max(0, 1 - weight / other);
  }
  return overtaking / waiting;
}
