/** Plays the day forward: each open counter calls the next waiting ticket by the office's own rule until the estimates are covered. */
import { outsideBreaks } from '../../../shared/calendar/working-time.ts';
import { dossiersThisTurn, type Office, type ServiceId } from '../../../shared/office/office.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { Place } from '../line.ts';
import { goesFirst, nextLine } from '../pick.ts';
import { expectedIn, type State } from '../state.ts';
import {
  addLaterTurn,
  nextArrival,
  type PlayedCounter,
  type PlayedLine,
  type PlayStart,
  playStart,
} from './play-start.ts';

/** Tickets played one by one; behind them the wait grows at the pace of these, so that a long line costs no more. */
const PLAYED_AT_MOST = 60;

/** A counter is free at `at` and calls `head`; null when no visitor waits for it. */
interface PlayedCall {
  at: EpochMs;
  counter: PlayedCounter;
  head: Place | null;
  weight: number;
  /** As of the line that `head` is in. */
  counts: boolean;
}

interface ForwardPlay extends PlayStart {
  calls: PlayedCall[];
  forecasts: Map<ServiceId, Forecast>;
  /** What the state held when the play last looked at it. */
  lastSeq: number;
  tickets: number;
  expected: number;
}

/** A forward play as visitors of one service see it. */
export interface Forecast {
  play: ForwardPlay;
  /** The counters that serve the service and are open or expected to open again. */
  counters: PlayedCounter[];
  /** The lines whose visitors any of these counters may call. */
  competing: Set<PlayedLine>;
  openings: CallOpening[];
}

/** One of these counters is free. It calls `head` unless there is none or the visitor who asks goes before it. */
interface CallOpening {
  at: EpochMs;
  head: Place | null;
  weight: number;
  /** Visitors of the service, here already, who have been called before. */
  ahead: number;
}

/** Waits are shown in minutes, so all requests within one second share the play of the end of that second. */
const STEP: DurationMs = 1000;

/** The last play of each state. */
const latest = new WeakMap<State, ForwardPlay>();

/** What visitors of this service may expect at `at`. */
export function forecastFor(state: State, office: Office, serviceId: ServiceId, at: EpochMs): Forecast {
  const moment = Math.ceil(at / STEP) * STEP;
  let play = latest.get(state);
  if (play?.at !== moment || play.office !== office || !isStillValid(play, state)) {
    play = playForward(state, playStart(state, office, moment));
    latest.set(state, play);
  }
  const forecast = play.forecasts.get(serviceId) ?? forecastFrom(play, serviceId);
  play.forecasts.set(serviceId, forecast);
  return forecast;
}

function playForward(state: State, start: PlayStart): ForwardPlay {
  const calls: PlayedCall[] = [];
  for (let played = 0; played < PLAYED_AT_MOST; ) {
    const call = nextCall(start);
    if (!call) break;
    calls.push(call);
    if (call.head) played += 1;
  }
  const { lastSeq, tickets } = state;
  return { ...start, calls, forecasts: new Map(), lastSeq, tickets: tickets.size, expected: expectedIn(state) };
}

/** Null when no counter has a visitor to call and none is expected. */
function nextCall(start: PlayStart): PlayedCall | null {
  const { counters, office, day } = start;
  const counter = counters.reduce<PlayedCounter | null>((a, b) => (a && a.freeAt <= b.freeAt ? a : b), null);
  if (!counter || counter.freeAt === Number.POSITIVE_INFINITY) return null;
  const at = counter.freeAt;
  const arrived = counter.expected.filter((line) => nextArrival(line) <= at);
  const next = nextLine(arrived.length === 0 ? counter.lines : [...counter.lines, ...arrived], at);
  const head = next?.line.at(next.called) ?? null;
  if (next && head) {
    next.called += 1;
    counter.freeAt = outsideBreaks(day, at + next.mean * dossiersThisTurn(office.rules, head.dossiers));
    addLaterTurn(start, head, next.mean, counter.freeAt);
  } else {
    counter.freeAt = outsideBreaks(day, Math.min(...counter.expected.map(nextArrival), Number.POSITIVE_INFINITY));
  }
  return { at, counter, head, weight: next?.weight ?? 0, counts: next?.counts ?? false };
}

function forecastFrom(play: ForwardPlay, asked: ServiceId): Forecast {
  const serving = new Set(play.counters.filter(({ services }) => services.includes(asked)));
  const openings: CallOpening[] = [];
  let ahead = play.returning.filter((serviceId) => serviceId === asked).length;
  for (const { at, counter, head, weight, counts } of play.calls) {
    if (serving.has(counter)) openings.push({ at, head, weight, ahead });
    if (counts && head?.serviceId === asked) ahead += 1;
  }
  return { play, counters: [...serving], competing: new Set([...serving].flatMap(({ lines }) => lines)), openings };
}

/**
 * Whether the play still holds for `state`: since then visitors have only joined lines behind the tickets that were played. Such a
 * change is noted in the play.
 */
function isStillValid(play: ForwardPlay, state: State): boolean {
  // Only the issue of a ticket makes one more ticket.
  const joined = state.tickets.size - play.tickets;
  // A visitor with an appointment may join a line before others.
  if (state.lastSeq - play.lastSeq !== joined || expectedIn(state) !== play.expected) return false;
  if (joined === 0) return true;
  let seen = 0;
  for (const played of play.lines) {
    const { length } = played.line;
    if (length === played.length) continue;
    if (played.called === played.length) return false;
    // A visitor who is early for an appointment waits behind visitors who come later.
    if (played.called > 0 && Number(played.line.at(played.called - 1)?.arrivedAt) > play.at) return false;
    seen += length - played.length;
    played.length = length;
  }
  play.lastSeq = state.lastSeq;
  play.tickets = state.tickets.size;
  return seen === joined;
}

/**
 * How long `place`, which is in its line or about to join it, waits for its call, and how many visitors of its service who are here go
 * first; `ahead` is null when the line is too long to be played to the end. At least one counter must serve the service.
 */
export function waitFor(forecast: Forecast, place: Place, weight: number): { wait: DurationMs; ahead: number | null } {
  const { play, openings } = forecast;
  for (const { at, head, weight: other, ahead } of openings) {
    if (!(head && goesFirst(head, other, place, weight, at))) return { wait: at - play.at, ahead };
  }
  const wait = Number(play.calls.at(-1)?.at) - play.at;
  return { wait: (wait * (PLAYED_AT_MOST + unplayedAhead(forecast, place))) / PLAYED_AT_MOST, ahead: null };
}

/** How many arrived before `place`, are not yet played and may be called by a counter that could call it. */
function unplayedAhead({ competing }: Forecast, place: Place): number {
  let count = 0;
  for (const { line, called } of competing)
    count += Math.max(0, line.countBefore(place.arrivedAt, place.order) - called);
  return count;
}
