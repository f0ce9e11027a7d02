/** What a forward play starts from: the counters, the waiting lines and the visitors still to come at one moment. */
import { outsideBreaks, type WorkingDay, workingDayOf } from '../../../shared/calendar/working-time.ts';
import { type CounterId, dossiersThisTurn, type Office, type ServiceId } from '../../../shared/office/office.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Pace } from '../learning/pace.ts';
import { Line, type Place } from '../line.ts';
import { type CallableLine, callableLines, comeBacksOf, weightOf } from '../pick.ts';
import { placeAfterTurn } from '../rules/turns.ts';
import { pacesOf, type State } from '../state.ts';
import { callsAgainIn } from './calls-again.ts';
import { bookedLines, overtakingLines, postponedLines } from './visitors-to-come.ts';

/** Visitors reserved for one clerk that a play counts: they take longer than any estimate reaches. */
const RETURNING_AT_MOST = 60;

export interface PlayedLine extends CallableLine {
  mean: DurationMs;
  /** Length of the line when the play last looked at it. */
  length: number;
  /** How long after its arrival time in the order a visitor of this line comes, but none comes before `notBefore`. */
  comesAfter: DurationMs;
  notBefore: EpochMs;
  /** Whether its visitors count among those who are ahead: false for visitors without a ticket and for the later turns of one. */
  counts: boolean;
}

export interface PlayedCounter {
  freeAt: EpochMs;
  services: readonly ServiceId[];
  lines: PlayedLine[];
  /** Lines of visitors who cannot be called yet. */
  expected: PlayedLine[];
}

/** Which counters a play has: those at which a clerk is expected, or besides one for each service that would have none. */
export type Staffing = 'expected' | 'assumed';

export interface PlayStart {
  at: EpochMs;
  day: WorkingDay;
  office: Office;
  paceOf: (serviceId: ServiceId) => Pace;
  counters: PlayedCounter[];
  lines: PlayedLine[];
  /** The services of visitors who come back to one clerk, who calls them first. */
  returning: ServiceId[];
}

export function playStart(state: State, office: Office, staffing: Staffing, at: EpochMs): PlayStart {
  const day = workingDayOf(office, at);
  const paceOf = pacesOf(state);
  const played = (callable: CallableLine, more: Partial<PlayedLine> = {}): PlayedLine => ({
    ...callable,
    mean: paceOf(callable.serviceId).mean,
    length: callable.line.length,
    comesAfter: 0,
    notBefore: 0,
    counts: true,
    ...more,
  });
  const lines = callableLines(state, office, at).map((line) => played(line));
  const headStart = office.rules.appointmentHeadStartMinutes * MINUTE;
  const expected = [
    ...postponedLines(state, office, at).map(({ notBefore, ...line }) => played(line, { notBefore })),
    ...bookedLines(state, office, at).map((line) => played(line, { comesAfter: headStart, counts: false })),
    ...overtakingLines(state, office, day, at).map((line) => played(line, { counts: false })),
  ];
  const start: PlayStart = { at, day, office, paceOf, counters: [], lines, returning: [] };
  const laterTurns: { place: Place; endsAt: EpochMs }[] = [];
  const free = freeCounters(office, staffing, at, callsAgainIn(state, office, day, paceOf, at));
  for (const { id, services } of office.counters) {
    let freeAt = free.get(id);
    if (freeAt === undefined) continue;
    const current = state.tickets.get(state.counters.get(id)?.current ?? '');
    if (current) laterTurns.push({ place: current, endsAt: freeAt });
    const clerkId = state.counters.get(id)?.clerkId ?? '';
    for (const { serviceId, dossiers } of comeBacksOf(state, clerkId)?.first(RETURNING_AT_MOST) ?? []) {
      freeAt += paceOf(serviceId).mean * dossiersThisTurn(office.rules, dossiers);
      start.returning.push(serviceId);
    }
    const isServed = ({ serviceId }: PlayedLine) => services.includes(serviceId);
    start.counters.push({
      freeAt: outsideBreaks(day, freeAt),
      services,
      lines: lines.filter(isServed),
      expected: expected.filter(isServed),
    });
  }
  for (const { place, endsAt } of laterTurns) addLaterTurn(start, place, paceOf(place.serviceId).mean, endsAt);
  return start;
}

/** When each counter of the play is free first. Where none is expected for a service, its first one in set-up is assumed to open now. */
function freeCounters(
  { counters, services }: Office,
  staffing: Staffing,
  at: EpochMs,
  callsAgain: (id: CounterId) => EpochMs | null,
): Map<CounterId, EpochMs> {
  const free = new Map<CounterId, EpochMs>();
  for (const { id } of counters) {
    const freeAt = callsAgain(id);
    if (freeAt !== null) free.set(id, freeAt);
  }
  if (staffing === 'expected') return free;
  for (const { id: serviceId } of services) {
    const able = counters.filter((counter) => counter.services.includes(serviceId));
    const [first] = able;
    if (first && !able.some(({ id }) => free.has(id))) free.set(first.id, at);
  }
  return free;
}

/** Lets a visitor with more dossiers than one turn takes wait again when the turn ends. */
export function addLaterTurn({ office, counters }: PlayStart, place: Place, mean: DurationMs, endsAt: EpochMs): void {
  const next = placeAfterTurn(place, office.rules);
  if (!next) return;
  const { serviceId, classId } = place;
  const line = Line.of(next);
  const weight = weightOf(office, classId);
  const callable: CallableLine = { line, serviceId, weight, called: 0 };
  const later: PlayedLine = { ...callable, mean, length: 1, comesAfter: 0, notBefore: endsAt, counts: false };
  for (const { services, expected } of counters) if (services.includes(serviceId)) expected.push(later);
}

/** When the next visitor of an expected line comes; infinity when there is none. */
export function nextArrival({ line, called, comesAfter, notBefore }: PlayedLine): EpochMs {
  const next = line.at(called);
  return next ? Math.max(notBefore, next.arrivedAt + comesAfter) : Number.POSITIVE_INFINITY;
}
