/** The hall at one moment, as a play of the waiting tickets begins. */
import { dossiersThisTurn, type Office, type ServiceId } from '../../../shared/office/office.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import { type CallableLine, callableLines } from '../pick.ts';
import { type OpenCounter, paceOf, type State } from '../state.ts';
import { linesToCome } from './expected.ts';

/** Visitors kept for one clerk who are counted; behind them nobody else is called within any estimate. */
const RETURNING_AT_MOST = 60;
/** A service that has lasted its mean is expected to last this part of the mean longer. */
const OVERTIME = 0.35;

export interface PlayedLine extends CallableLine {
  mean: DurationMs;
  /** How many stood in the line when this was last looked at. */
  length: number;
}

export interface PlayedCounter {
  freeAt: EpochMs;
  services: readonly ServiceId[];
  lines: PlayedLine[];
  /** Of those who have booked and are not here yet. */
  coming: PlayedLine[];
}

export interface Scene {
  at: EpochMs;
  office: Office;
  counters: PlayedCounter[];
  lines: PlayedLine[];
  /** The services of visitors who come back to one clerk and so go first there. */
  returning: ServiceId[];
}

export function setUp(state: State, office: Office, at: EpochMs): Scene {
  const meanOf = meansOf(state);
  const played = (callable: CallableLine): PlayedLine => ({
    ...callable,
    mean: meanOf(callable.serviceId),
    length: callable.line.length,
  });
  const lines = callableLines(state, office, at).map(played);
  const coming = linesToCome(state, office, at).map(played);
  const scene: Scene = { at, office, counters: [], lines, returning: [] };
  for (const { id, services } of office.counters) {
    const counter = state.counters.get(id);
    if (!counter || counter.paused !== null) continue;
    let freeAt = at + timeLeft(state, office, counter, at, meanOf);
    for (const { serviceId, dossiers } of state.reserved.get(counter.clerkId)?.first(RETURNING_AT_MOST) ?? []) {
      freeAt += meanOf(serviceId) * dossiersThisTurn(office.rules, dossiers);
      scene.returning.push(serviceId);
    }
    const isServed = ({ serviceId }: PlayedLine) => services.includes(serviceId);
    scene.counters.push({ freeAt, services, lines: lines.filter(isServed), coming: coming.filter(isServed) });
  }
  return scene;
}

/** The expected length of one service; of one that was hardly seen yet, what the others take. */
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
