/** Who has booked and will come: within a play they take their share of the counters from the moment of their appointment. */
import { type Office, REGULAR } from '../../../shared/office/office.ts';
import { type EpochMs, MINUTE } from '../../../shared/time.ts';
import { Line } from '../line.ts';
import { type CallableLine, weightOf } from '../pick.ts';
import { arrivalClock } from '../rules/slots.ts';
import type { State } from '../state.ts';

/** Of each service; later ones come behind everybody whom an estimate is for. */
const COMING_AT_MOST = 30;

/** Who booked and is not late beyond the tolerance, as if each came at their time; what class they have is not known yet. */
export function linesToCome(state: State, office: Office, at: EpochMs): CallableLine[] {
  const { rules } = office;
  const lines: CallableLine[] = [];
  for (const [serviceId, expected] of state.expected) {
    const first = expected.countBefore(at - rules.appointmentLateMinutes * MINUTE);
    const line = new Line();
    for (let index = first; index < first + COMING_AT_MOST; index += 1) {
      const place = expected.at(index);
      if (!place) break;
      const comesAt = Math.max(place.arrivedAt, at);
      line.insert({ ...place, arrivedAt: arrivalClock(place.arrivedAt, comesAt, rules) });
    }
    if (line.length > 0) lines.push({ line, serviceId, weight: weightOf(office, REGULAR), called: 0 });
  }
  return lines;
}

/** When the next of such a line is here; later than any time when there is none. */
export function comesAt({ line, called }: CallableLine, office: Office): EpochMs {
  const next = line.at(called);
  return next ? next.arrivedAt + office.rules.appointmentHeadStartMinutes * MINUTE : Number.POSITIVE_INFINITY;
}
