/**
 * Plays the day forward: each counter calls the next waiting ticket by the office's own rule until the estimates are covered. Counters
 * that share no service, nor are connected by others that do, are played apart, because they change no wait at each other.
 */
import { outsideBreaks } from '../../../shared/calendar/working-time.ts';
import { dossiersThisTurn, type Office, type ServiceId } from '../../../shared/office/office.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { Place } from '../line.ts';
import { nextLine } from '../pick.ts';
import { expectedIn, type State } from '../state.ts';
import {
  addLaterTurn,
  nextArrival,
  type PlayedCounter,
  type PlayedLine,
  type PlayStart,
  playStart,
  type Staffing,
} from './play-start.ts';

/** Tickets of connected counters that are played one by one; `wait.ts` computes longer waits, so that they cost no more. */
const PLAYED_AT_MOST = 60;

/** A counter is free at `at` and calls `head`; null when no visitor waits for it. */
export interface PlayedCall {
  at: EpochMs;
  counter: PlayedCounter;
  head: Place | null;
  weight: number;
  /** How long the visit takes, and how long one dossier of its service does; 0 without a visitor. */
  takes: DurationMs;
  mean: DurationMs;
  /** As of the line that `head` is in. */
  counts: boolean;
}

interface ForwardPlay extends PlayStart {
  forecasts: Map<ServiceId, Forecast>;
  /** What the state held when the play last looked at it. */
  lastSeq: number;
  tickets: number;
  expected: number;
}

/** Counters that are connected by the services that they share, and the calls at these counters in order of time. */
export interface PlayedGroup {
  counters: PlayedCounter[];
  calls: PlayedCall[];
  /** The lines with visitors whom the play has not called, those of visitors to come too. */
  unplayed: PlayedLine[];
}

/** A forward play as visitors of one service see it. */
export interface Forecast {
  play: ForwardPlay;
  serviceId: ServiceId;
  group: PlayedGroup;
  /** The counters that serve the service and are open or expected to open again. */
  counters: PlayedCounter[];
  /** The lines whose visitors any of these counters may call. */
  competing: Set<PlayedLine>;
  openings: CallOpening[];
  /** Visitors of the service, here already, who are called before the play ends. */
  called: number;
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

/** The last plays of each state. */
const latest = { expected: new WeakMap<State, ForwardPlay>(), assumed: new WeakMap<State, ForwardPlay>() };

/** What visitors of this service may expect at `at`. */
export function forecastFor(
  state: State,
  office: Office,
  serviceId: ServiceId,
  staffing: Staffing,
  at: EpochMs,
): Forecast {
  const moment = Math.ceil(at / STEP) * STEP;
  let play = latest[staffing].get(state);
  if (play?.at !== moment || play.office !== office || !isStillValid(play, state)) {
    const { lastSeq, tickets } = state;
    const seen = { lastSeq, tickets: tickets.size, expected: expectedIn(state) };
    play = { ...playStart(state, office, staffing, moment), forecasts: new Map(), ...seen };
    latest[staffing].set(state, play);
  }
  const forecast = play.forecasts.get(serviceId) ?? forecastFrom(play, serviceId);
  play.forecasts.set(serviceId, forecast);
  return forecast;
}

function forecastFrom(play: ForwardPlay, asked: ServiceId): Forecast {
  const group = groupOf(play, asked);
  const serving = new Set(group.counters.filter(({ services }) => services.includes(asked)));
  const openings: CallOpening[] = [];
  let ahead = play.returning.filter((serviceId) => serviceId === asked).length;
  for (const { at, counter, head, weight, counts } of group.calls) {
    if (serving.has(counter)) openings.push({ at, head, weight, ahead });
    if (counts && head?.serviceId === asked) ahead += 1;
  }
  const competing = new Set([...serving].flatMap(({ lines }) => lines));
  return { play, serviceId: asked, group, counters: [...serving], competing, openings, called: ahead };
}

/** The group of the counters that serve the service, played; without counters when none serves it. */
function groupOf(play: ForwardPlay, asked: ServiceId): PlayedGroup {
  for (const { group } of play.forecasts.values())
    if (group.counters.some(({ services }) => services.includes(asked))) return group;
  const services = new Set([asked]);
  const counters = new Set<PlayedCounter>();
  // A set that grows while it is read: its loop also reads the services that are added.
  for (const serviceId of services) {
    for (const counter of play.counters) {
      if (!counter.services.includes(serviceId)) continue;
      counters.add(counter);
      for (const other of counter.services) services.add(other);
    }
  }
  // In the order of set-up, so that the play does not depend on the service that is asked for first.
  const connected = play.counters.filter((counter) => counters.has(counter));
  const calls: PlayedCall[] = [];
  for (let played = 0; played < PLAYED_AT_MOST; ) {
    const call = nextCall(play, connected);
    if (!call) break;
    calls.push(call);
    if (call.head) played += 1;
  }
  const lines = new Set(connected.flatMap(({ lines, expected }) => [...lines, ...expected]));
  const unplayed = [...lines].filter(({ line, called }) => called < line.length);
  return { counters: connected, calls, unplayed };
}

/** Null when no counter has a visitor to call and none is expected. */
function nextCall(start: PlayStart, counters: readonly PlayedCounter[]): PlayedCall | null {
  const { office, day } = start;
  const counter = counters.reduce<PlayedCounter | null>((a, b) => (a && a.freeAt <= b.freeAt ? a : b), null);
  if (!counter || counter.freeAt === Number.POSITIVE_INFINITY) return null;
  const at = counter.freeAt;
  const arrived = counter.expected.filter((line) => nextArrival(line) <= at);
  const next = nextLine(arrived.length === 0 ? counter.lines : [...counter.lines, ...arrived], at);
  const head = next?.line.at(next.called) ?? null;
  if (!(next && head)) {
    counter.freeAt = outsideBreaks(day, Math.min(...counter.expected.map(nextArrival), Number.POSITIVE_INFINITY));
    return { at, counter, head: null, weight: 0, takes: 0, mean: 0, counts: false };
  }
  const { mean, weight, counts } = next;
  const takes = mean * dossiersThisTurn(office.rules, head.dossiers);
  next.called += 1;
  counter.freeAt = outsideBreaks(day, at + takes);
  addLaterTurn(start, head, mean, counter.freeAt);
  return { at, counter, head, weight, takes, mean, counts };
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
