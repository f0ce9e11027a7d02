/** Plays the waiting tickets forward over the open counters, each counter taking the next one by the office's own rule. */
import { dossiersThisTurn, type Office, type ServiceId } from '../../../shared/office/office.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { Place } from '../line.ts';
import { goesFirst, nextLine } from '../pick.ts';
import { expectedIn, type State } from '../state.ts';
import { comesAt } from './expected.ts';
import { type PlayedCounter, type PlayedLine, type Scene, setUp } from './play-start.ts';

/** Tickets played one by one; behind them the wait grows at the pace they showed, so that a long line costs no more. */
const PLAYED_AT_MOST = 60;

/** A counter is free at `at` and calls `head`, or finds nobody. */
interface PlayedCall {
  at: EpochMs;
  counter: PlayedCounter;
  head: Place | null;
  weight: number;
  /** False for somebody who has booked and is still to come. */
  here: boolean;
}

interface Play extends Scene {
  calls: PlayedCall[];
  prospects: Map<ServiceId, Prospect>;
  /** The state that was looked at. */
  lastSeq: number;
  tickets: number;
  expected: number;
}

/** The play as visitors of one service see it. */
export interface Prospect {
  play: Play;
  /** How many counters could take them. */
  able: number;
  /** The lines whose visitors want one of these counters. */
  rivals: Set<PlayedLine>;
  chances: Chance[];
}

/** One of these counters is free and calls `head` or, if that is nobody or whoever asks goes first, whoever asks. */
interface Chance {
  at: EpochMs;
  head: Place | null;
  weight: number;
  /** Visitors of the service, here already, who have been called. */
  ahead: number;
}

/** Waits are told in steps of minutes: whoever asks within the same second is answered from the same play, of its end. */
const STEP: DurationMs = 1000;

// Of each state the last one.
const latest = new WeakMap<State, Play>();

/** What visitors of `asked` may expect at `at`. */
export function prospectOf(state: State, office: Office, asked: ServiceId, at: EpochMs): Prospect {
  const moment = Math.ceil(at / STEP) * STEP;
  let play = latest.get(state);
  if (play?.at !== moment || play.office !== office || !stillHolds(play, state)) {
    play = playOut(state, setUp(state, office, moment));
    latest.set(state, play);
  }
  const prospect = play.prospects.get(asked) ?? seenBy(asked, play);
  play.prospects.set(asked, prospect);
  return prospect;
}

function playOut(state: State, scene: Scene): Play {
  const calls: PlayedCall[] = [];
  for (let played = 0; played < PLAYED_AT_MOST; ) {
    const call = nextCall(scene);
    if (!call) break;
    calls.push(call);
    if (call.head) played += 1;
  }
  const { lastSeq, tickets } = state;
  return { ...scene, calls, prospects: new Map(), lastSeq, tickets: tickets.size, expected: expectedIn(state) };
}

/** Null when every counter has found nobody and nobody is to come. */
function nextCall({ counters, office }: Scene): PlayedCall | null {
  const counter = counters.reduce<PlayedCounter | null>((a, b) => (a && a.freeAt <= b.freeAt ? a : b), null);
  if (!counter || counter.freeAt === Number.POSITIVE_INFINITY) return null;
  const at = counter.freeAt;
  const arrived = counter.coming.filter((line) => comesAt(line, office) <= at);
  const next = nextLine(arrived.length === 0 ? counter.lines : [...counter.lines, ...arrived], at);
  const head = next?.line.at(next.called) ?? null;
  if (next && head) {
    next.called += 1;
    counter.freeAt += next.mean * dossiersThisTurn(office.rules, head.dossiers);
  } else counter.freeAt = Math.min(...counter.coming.map((line) => comesAt(line, office)), Number.POSITIVE_INFINITY);
  return { at, counter, head, weight: next?.weight ?? 0, here: next === null || !arrived.includes(next) };
}

function seenBy(asked: ServiceId, play: Play): Prospect {
  const able = new Set(play.counters.filter(({ services }) => services.includes(asked)));
  const chances: Chance[] = [];
  let ahead = play.returning.filter((serviceId) => serviceId === asked).length;
  for (const { at, counter, head, weight, here } of play.calls) {
    if (able.has(counter)) chances.push({ at, head, weight, ahead });
    if (here && head?.serviceId === asked) ahead += 1;
  }
  return { play, able: able.size, rivals: new Set([...able].flatMap(({ lines }) => lines)), chances };
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
export function playUntil(
  prospect: Prospect,
  place: Place,
  weight: number,
): { wait: DurationMs; ahead: number | null } {
  const { play, chances } = prospect;
  for (const { at, head, weight: other, ahead } of chances) {
    if (!(head && goesFirst(head, other, place, weight, at))) return { wait: at - play.at, ahead };
  }
  const wait = Number(play.calls.at(-1)?.at) - play.at;
  return { wait: (wait * (PLAYED_AT_MOST + stillAhead(prospect, place))) / PLAYED_AT_MOST, ahead: null };
}

/**
 * The part of the counters' time that visitors who are yet to come will take before a ticket of this weight: those with
 * heavier classes, as many as wait now, who come early enough to overtake (Kleinrock 1964).
 */
export function overtaking({ rivals }: Prospect, weight: number): number {
  let waiting = 1;
  let overtake = 0;
  for (const { line, weight: other } of rivals) {
    waiting += line.length;
    overtake += line.length * Math.max(0, 1 - weight / other);
  }
  return overtake / waiting;
}

/** Arrived before `place`, not yet played, and wanting a counter that could take it. */
function stillAhead({ rivals }: Prospect, place: Place): number {
  let count = 0;
  for (const { line, called } of rivals) count += Math.max(0, line.countBefore(place.arrivedAt, place.order) - called);
  return count;
}
