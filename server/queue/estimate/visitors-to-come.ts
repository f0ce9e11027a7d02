/** Visitors who cannot be called yet and may be called before one who waits. */
import type { WorkingDay } from '../../../shared/calendar/working-time.ts';
import { type Office, REGULAR } from '../../../shared/office/office.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import { frequencyOf } from '../learning/arrivals.ts';
import { Line } from '../line.ts';
import { type CallableLine, weightOf } from '../pick.ts';
import { arrivalClock } from '../rules/slots.ts';
import type { Queue, State } from '../state.ts';

/** Visitors to come of one service that a play counts: later ones come after every visitor who asks for an estimate. */
const AT_MOST = 30;
/** Visitors to come grow rarer, e times in this time, because crowds do not last. */
const LASTS: DurationMs = 120 * MINUTE;

/**
 * Booked visitors who can still be on time, one line per service, as if each came at the booked time. They count as regular, because
 * a visitor names a priority reason only at check-in.
 */
export function bookedLines(state: State, office: Office, at: EpochMs): CallableLine[] {
  const { rules } = office;
  const lines: CallableLine[] = [];
  for (const [serviceId, expected] of state.expected) {
    const first = expected.countBefore(at - rules.appointmentLateMinutes * MINUTE);
    const line = new Line();
    for (let index = first; index < first + AT_MOST; index += 1) {
      const place = expected.at(index);
      if (!place) break;
      const comesAt = Math.max(place.arrivedAt, at);
      line.insert({ ...place, arrivedAt: arrivalClock(place.arrivedAt, comesAt, rules) });
    }
    if (line.length > 0) lines.push({ line, serviceId, weight: weightOf(office, REGULAR), called: 0 });
  }
  return lines;
}

/**
 * Visitors who asked to be called later and cannot be called yet, one line for those of one service and class who can be called from
 * the same moment on.
 */
export function postponedLines(state: State, office: Office, at: EpochMs): (CallableLine & { notBefore: EpochMs })[] {
  const lines = new Map<string, CallableLine & { notBefore: EpochMs }>();
  for (const place of state.postponed.first(state.postponed.length)) {
    const ticket = state.tickets.get(place.ticketId);
    if (ticket?.status !== 'waiting' || ticket.notBefore === null || ticket.notBefore <= at) continue;
    const { serviceId, classId, notBefore } = ticket;
    const key = `${serviceId} ${classId} ${notBefore}`;
    const known = lines.get(key);
    if (known) known.line.insert(place);
    else lines.set(key, { line: Line.of(place), serviceId, weight: weightOf(office, classId), called: 0, notBefore });
  }
  return [...lines.values()];
}

/**
 * Visitors with priority who will come as often as lately, one line per service and weight. Visitors of the lightest weight overtake
 * nobody and are left out.
 */
export function overtakingLines(state: State, office: Office, day: WorkingDay, at: EpochMs): CallableLine[] {
  const lightest = Math.min(...office.ticketClasses.map(({ weight }) => weight));
  const lines: CallableLine[] = [];
  for (const [serviceId, queue] of state.queues) {
    for (const [weight, frequency] of frequencies(queue, office, day, at)) {
      if (weight <= lightest) continue;
      const line = new Line();
      for (let order = 0; order < AT_MOST; order += 1) {
        // The moment until which order + 1/2 visitors come when their frequency falls from `frequency` as LASTS says.
        const share = (order + 0.5) / (frequency * LASTS);
        if (share >= 1) break;
        const arrivedAt = at - LASTS * Math.log(1 - share);
        line.insert({ ticketId: '', serviceId, classId: '', arrivedAt, order, dossiers: 1 });
      }
      if (line.length > 0) lines.push({ line, serviceId, weight, called: 0 });
    }
  }
  return lines;
}

function frequencies({ arrivals }: Queue, office: Office, day: WorkingDay, at: EpochMs): Map<number, number> {
  const byWeight = new Map<number, number>();
  for (const [classId, each] of arrivals) {
    const weight = weightOf(office, classId);
    byWeight.set(weight, (byWeight.get(weight) ?? 0) + frequencyOf(each, day, at));
  }
  return byWeight;
}
