/** What a forward play starts from: the open counters, the waiting lines and the expected visitors at one moment. */
import { dossiersThisTurn, type Office, REGULAR, type ServiceId } from '../../../shared/office/office.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import { Line } from '../line.ts';
import { type CallableLine, callableLines, weightOf } from '../pick.ts';
import { arrivalClock } from '../rules/slots.ts';
import { type OpenCounter, paceOf, type State } from '../state.ts';

/** Visitors reserved for one clerk that a play counts: they take longer than any estimate reaches. */
const RETURNING_AT_MOST = 60;
/** Expected visitors of one service that a play counts: later ones come after every visitor who asks for an estimate. */
const EXPECTED_AT_MOST = 30;
/** A service that has lasted its mean is expected to last this part of the mean longer. */
const OVERTIME = 0.35;

export interface PlayedLine extends CallableLine {
  mean: DurationMs;
  /** Length of the line when the play last looked at it. */
  length: number;
}

export interface PlayedCounter {
  freeAt: EpochMs;
  services: readonly ServiceId[];
  lines: PlayedLine[];
  /** Lines of visitors who have booked and are not here yet. */
  expected: PlayedLine[];
}

export interface PlayStart {
  at: EpochMs;
  office: Office;
  counters: PlayedCounter[];
  lines: PlayedLine[];
  /** The services of visitors who come back to one clerk, who calls them first. */
  returning: ServiceId[];
}

export function playStart(state: State, office: Office, at: EpochMs): PlayStart {
  const meanOf = meansOf(state);
  const played = (callable: CallableLine): PlayedLine => ({
    ...callable,
    mean: meanOf(callable.serviceId),
    length: callable.line.length,
  });
  const lines = callableLines(state, office, at).map(played);
  const expected = expectedLines(state, office, at).map(played);
  const start: PlayStart = { at, office, counters: [], lines, returning: [] };
  for (const { id, services } of office.counters) {
    const counter = state.counters.get(id);
    if (!counter || counter.paused !== null) continue;
    let freeAt = at + timeLeft(state, office, counter, at, meanOf);
    for (const { serviceId, dossiers } of state.reserved.get(counter.clerkId)?.first(RETURNING_AT_MOST) ?? []) {
      freeAt += meanOf(serviceId) * dossiersThisTurn(office.rules, dossiers);
      start.returning.push(serviceId);
    }
    const isServed = ({ serviceId }: PlayedLine) => services.includes(serviceId);
    start.counters.push({ freeAt, services, lines: lines.filter(isServed), expected: expected.filter(isServed) });
  }
  return start;
}

/** When the next visitor of an expected line comes; infinity when there is none. */
export function nextArrival({ line, called }: CallableLine, office: Office): EpochMs {
  const next = line.at(called);
  return next ? next.arrivedAt + office.rules.appointmentHeadStartMinutes * MINUTE : Number.POSITIVE_INFINITY;
}

/**
 * Booked visitors who can still be on time, one line per service, as if each came at the booked time. They count as regular, because
 * a visitor names a priority reason only at check-in.
 */
function expectedLines(state: State, office: Office, at: EpochMs): CallableLine[] {
  const { rules } = office;
  const lines: CallableLine[] = [];
  for (const [serviceId, expected] of state.expected) {
    const first = expected.countBefore(at - rules.appointmentLateMinutes * MINUTE);
    const line = new Line();
    for (let index = first; index < first + EXPECTED_AT_MOST; index += 1) {
      const place = expected.at(index);
      if (!place) break;
      const comesAt = Math.max(place.arrivedAt, at);
      line.insert({ ...place, arrivedAt: arrivalClock(place.arrivedAt, comesAt, rules) });
    }
    if (line.length > 0) lines.push({ line, serviceId, weight: weightOf(office, REGULAR), called: 0 });
  }
  return lines;
}

/** The expected length of one service; where too little is known about it, the mean of the others. */
function meansOf(state: State): (id: ServiceId) => DurationMs {
  const known = [...state.queues.keys()].flatMap((id) => paceOf(state, id)?.mean ?? []);
  const usual = known.reduce((sum, mean) => sum + mean, 0) / known.length;
  return (id) => paceOf(state, id)?.mean ?? usual;
}

function timeLeft(
  state: State,
  office: Office,
  counter: OpenCounter,
  at: EpochMs,
  meanOf: (id: ServiceId) => DurationMs,
): DurationMs {
  const ticket = counter.current === null ? undefined : state.tickets.get(counter.current);
  if (!ticket) return 0;
  const mean = meanOf(ticket.serviceId) * dossiersThisTurn(office.rules, ticket.dossiers);
  return 'calledAt' in ticket ? Math.max(mean - (at - ticket.calledAt), mean * OVERTIME) : mean;
}
