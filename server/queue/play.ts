/** Plays the waiting tickets forward over the open counters, each counter taking the next one by the office's own rule. */
import type { Office, ServiceId } from '../../shared/office.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import type { Line, Place } from './line.ts';
import { goesFirst, weightOf } from './pick.ts';
import type { OpenCounter, State } from './state.ts';

/** Tickets played one by one; behind them the wait grows at the pace they showed, so that a long line costs no more. */
const PLAYED_AT_MOST = 60;
/** A service that has lasted its mean is expected to last this part of the mean longer. */
const OVERTIME = 0.35;

interface PlayedLine {
  line: Line;
  serviceId: ServiceId;
  weight: number;
  mean: DurationMs;
  /** How many of the line have been called so far in this play. */
  called: number;
}

interface PlayedCounter {
  freeAt: EpochMs;
  lines: PlayedLine[];
  /** Serves the service we ask about. */
  able: boolean;
}

export interface Play {
  counters: PlayedCounter[];
  /** Counters that serve the service we ask about. */
  able: number;
  /** Visitors of that service who come back to one clerk and so go first. */
  returning: number;
}

/** Sets the scene at `at`; `meanOf` is the expected length of one service. */
export function setUp(
  state: State,
  office: Office,
  asked: ServiceId,
  at: EpochMs,
  meanOf: (id: ServiceId) => DurationMs,
): Play {
  const linesOf = new Map<ServiceId, PlayedLine[]>();
  const linesFor = (serviceId: ServiceId): PlayedLine[] => {
    const known = linesOf.get(serviceId);
    if (known) return known;
    const made: PlayedLine[] = [];
    for (const [classId, line] of state.queues.get(serviceId)?.lines ?? []) {
      if (line.length === 0) continue;
      made.push({ line, serviceId, weight: weightOf(office, classId), mean: meanOf(serviceId), called: 0 });
    }
    linesOf.set(serviceId, made);
    return made;
  };

  const play: Play = { counters: [], able: 0, returning: 0 };
  for (const { id, services } of office.counters) {
    const counter = state.counters.get(id);
    if (!counter || counter.paused !== null) continue;
    const able = services.includes(asked);
    let freeAt = at + timeLeft(state, counter, at, meanOf);
    const returning = state.reserved.get(counter.clerkId);
    for (const { serviceId } of returning?.first(PLAYED_AT_MOST) ?? []) {
      freeAt += meanOf(serviceId);
      if (serviceId === asked) play.returning += 1;
    }
    play.counters.push({ freeAt, lines: services.flatMap(linesFor), able });
    if (able) play.able += 1;
  }
  return play;
}

function timeLeft(state: State, counter: OpenCounter, at: EpochMs, meanOf: (id: ServiceId) => DurationMs): DurationMs {
  const ticket = counter.current === null ? undefined : state.tickets.get(counter.current);
  if (!ticket) return 0;
  const mean = meanOf(ticket.serviceId);
  return ticket.status === 'serving' ? Math.max(mean - (at - ticket.startedAt), mean * OVERTIME) : mean;
}

/**
 * When `place`, which stands in its line or is about to join it, will be called, and how many of its service go first; `ahead`
 * is null when the line is too long to be played to the end. At least one counter must be able.
 */
export function playUntil(
  play: Play,
  place: Place,
  weight: number,
  at: EpochMs,
): { wait: DurationMs; ahead: number | null } {
  let ahead = play.returning;
  let clock = at;
  for (let played = 0; played < PLAYED_AT_MOST; ) {
    const counter = earliest(play.counters);
    clock = counter.freeAt;
    const next = nextLine(counter.lines, clock);
    const head = next?.line.at(next.called);
    if (counter.able && !(next && head && goesFirst(head, next.weight, place, weight, clock)))
      return { wait: clock - at, ahead };
    if (!next) {
      counter.freeAt = Number.POSITIVE_INFINITY;
      continue;
    }
    next.called += 1;
    counter.freeAt += next.mean;
    if (next.serviceId === place.serviceId) ahead += 1;
    played += 1;
  }
  const behind = stillAhead(play, place);
  return { wait: ((clock - at) * (PLAYED_AT_MOST + behind)) / PLAYED_AT_MOST, ahead: null };
}

function earliest(counters: PlayedCounter[]): PlayedCounter {
  return counters.reduce((first, counter) => (counter.freeAt < first.freeAt ? counter : first));
}

/** The line whose head the counter would call at this moment. */
function nextLine(lines: PlayedLine[], at: EpochMs): PlayedLine | null {
  let best: PlayedLine | null = null;
  let bestHead: Place | undefined;
  for (const line of lines) {
    const head = line.line.at(line.called);
    if (!head || (best && bestHead && goesFirst(bestHead, best.weight, head, line.weight, at))) continue;
    best = line;
    bestHead = head;
  }
  return best;
}

/**
 * The part of the counters' time that visitors who are yet to come will take before a ticket of this weight: those with
 * heavier classes, as many as wait now, who come early enough to overtake (Kleinrock 1964).
 */
export function overtaking(play: Play, weight: number): number {
  let waiting = 1;
  let overtake = 0;
  for (const { line, weight: other } of linesOfAble(play)) {
    waiting += line.length;
    overtake += line.length * Math.max(0, 1 - weight / other);
  }
  return overtake / waiting;
}

/** Arrived before `place`, not yet played, and wanting a counter that could take it. */
function stillAhead(play: Play, place: Place): number {
  let count = 0;
  for (const { line, called } of linesOfAble(play))
    count += Math.max(0, line.countBefore(place.arrivedAt, place.order) - called);
  return count;
}

function linesOfAble(play: Play): Set<PlayedLine> {
  return new Set(play.counters.filter(({ able }) => able).flatMap((counter) => counter.lines));
}
