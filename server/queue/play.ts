/** Plays the waiting tickets forward over the open counters, each counter taking the next one by the office's own rule. */
import type { Office, ServiceId } from '../../shared/office.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import { comesAt } from './coming.ts';
import type { Place } from './line.ts';
import { goesFirst, nextLine } from './pick.ts';
import { type PlayedCounter, type Scene, setUp } from './scene.ts';
import { expectedIn, type State } from './state.ts';
import { dossiersInTurn } from './turn.ts';

/** Tickets played one by one; behind them the wait grows at the pace they showed, so that a long line costs no more. */
const PLAYED_AT_MOST = 60;

/** A counter is free at `at` and calls `head`, or finds nobody. */
interface PlayedCall {
  at: EpochMs;
  able: boolean;
  head: Place | null;
  /** False for somebody who has booked and is still to come. */
  here: boolean;
  weight: number;
}

export interface Play extends Scene {
  /** As far as somebody has asked. */
  calls: PlayedCall[];
  /** The state that was looked at. */
  lastSeq: number;
  tickets: number;
  expected: number;
}

// Of each service the last one: callers who share a moment share the play.
const latest = new WeakMap<State, Map<ServiceId, Play>>();

/** The play for visitors of one service at `at`; `meanOf` is the expected length of one service. */
export function playFor(
  state: State,
  office: Office,
  asked: ServiceId,
  at: EpochMs,
  meanOf: (id: ServiceId) => DurationMs,
): Play {
  const plays = latest.get(state) ?? new Map<ServiceId, Play>();
  const known = plays.get(asked);
  if (known && known.at === at && known.office === office && stillHolds(known, state)) return known;
  const { lastSeq, tickets } = state;
  const play = {
    ...setUp(state, office, asked, at, meanOf),
    calls: [],
    lastSeq,
    tickets: tickets.size,
    expected: expectedIn(state),
  };
  latest.set(state, plays.set(asked, play));
  return play;
}

/** True when nothing has happened since but visitors joining at the end of lines which the play does not reach the end of. */
function stillHolds(play: Play, state: State): boolean {
  // Only the issue of a ticket makes one more ticket.
  const joined = state.tickets.size - play.tickets;
  // Whoever comes by appointment may stand before others.
  if (state.lastSeq - play.lastSeq !== joined || expectedIn(state) !== play.expected) return false;
  if (joined === 0) return true;
  let seen = 0;
  for (const played of play.lines) {
    const { length } = played.line;
    if (length === played.length) continue;
    if (played.called === played.length) return false;
    // Whoever is early for an appointment stands behind those who come after them.
    if (played.called > 0 && Number(played.line.at(played.called - 1)?.arrivedAt) > play.at) return false;
    seen += length - played.length;
    played.length = length;
  }
  play.lastSeq = state.lastSeq;
  play.tickets = state.tickets.size;
  return seen === joined;
}

/**
 * When `place`, which stands in its line or is about to join it, will be called, and how many of its service who are here go first; `ahead`
 * is null when the line is too long to be played to the end. At least one counter must be able.
 */
export function playUntil(play: Play, place: Place, weight: number): { wait: DurationMs; ahead: number | null } {
  let ahead = play.returning;
  let wait = 0;
  for (let index = 0, played = 0; played < PLAYED_AT_MOST; index += 1) {
    const call = callAt(play, index);
    wait = call.at - play.at;
    const { head, here } = call;
    if (call.able && !(head && goesFirst(head, call.weight, place, weight, call.at))) return { wait, ahead };
    if (!head) continue;
    if (here && head.serviceId === place.serviceId) ahead += 1;
    played += 1;
  }
  return { wait: (wait * (PLAYED_AT_MOST + stillAhead(play, place))) / PLAYED_AT_MOST, ahead: null };
}

function callAt(play: Play, index: number): PlayedCall {
  const known = play.calls[index];
  if (known) return known;
  const counter = earliest(play.counters);
  const at = counter.freeAt;
  const arrived = counter.coming.filter((line) => comesAt(line, play.office) <= at);
  const next = nextLine(arrived.length === 0 ? counter.lines : [...counter.lines, ...arrived], at);
  const head = next?.line.at(next.called) ?? null;
  const call = {
    at,
    able: counter.able,
    head,
    here: next === null || !arrived.includes(next),
    weight: next?.weight ?? 0,
  };
  if (next) next.called += 1;
  if (next && head) counter.freeAt += next.mean * dossiersInTurn(play.office, head.dossiers);
  else counter.freeAt = Math.min(...counter.coming.map((line) => comesAt(line, play.office)), Number.POSITIVE_INFINITY);
  play.calls.push(call);
  return call;
}

function earliest(counters: readonly PlayedCounter[]): PlayedCounter {
  return counters.reduce((first, counter) => (counter.freeAt < first.freeAt ? counter : first));
}

/**
 * The part of the counters' time that visitors who are yet to come will take before a ticket of this weight: those with
 * heavier classes, as many as wait now, who come early enough to overtake (Kleinrock 1964).
 */
export function overtaking(play: Play, weight: number): number {
  let waiting = 1;
  let overtake = 0;
  for (const { line, weight: other } of play.rivals) {
    waiting += line.length;
    overtake += line.length * Math.max(0, 1 - weight / other);
  }
  return overtake / waiting;
}

/** Arrived before `place`, not yet played, and wanting a counter that could take it. */
function stillAhead(play: Play, place: Place): number {
  let count = 0;
  for (const { line, called } of play.rivals)
    count += Math.max(0, line.countBefore(place.arrivedAt, place.order) - called);
  return count;
}
