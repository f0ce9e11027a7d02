/** The hall at one moment, as a play of the waiting tickets begins. */
import type { Office, ServiceId } from '../../shared/office.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import { linesToCome } from './coming.ts';
import { type CallableLine, callableLines } from './pick.ts';
import type { OpenCounter, State } from './state.ts';
import { dossiersInTurn } from './turn.ts';

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
  lines: PlayedLine[];
  /** Of those who have booked and are not here yet. */
  coming: PlayedLine[];
  /** Serves the service we ask about. */
  able: boolean;
}

export interface Scene {
  at: EpochMs;
  office: Office;
  counters: PlayedCounter[];
  lines: PlayedLine[];
  /** The lines whose visitors want a counter that could take ours. */
  rivals: Set<PlayedLine>;
  /** Counters that serve the service we ask about. */
  able: number;
  /** Visitors of that service who come back to one clerk and so go first. */
  returning: number;
}

/** For visitors of `asked` at `at`; `meanOf` is the expected length of one service. */
export function setUp(
  state: State,
  office: Office,
  asked: ServiceId,
  at: EpochMs,
  meanOf: (id: ServiceId) => DurationMs,
): Scene {
  const lines = callableLines(state, office, at).map((callable) => ({
    ...callable,
    mean: meanOf(callable.serviceId),
    length: callable.line.length,
  }));
  const coming = linesToCome(state, office, at, meanOf);
  const scene: Scene = { at, office, counters: [], lines, rivals: new Set(), able: 0, returning: 0 };
  for (const { id, services } of office.counters) {
    const counter = state.counters.get(id);
    if (!counter || counter.paused !== null) continue;
    const able = services.includes(asked);
    let freeAt = at + timeLeft(state, office, counter, at, meanOf);
    const returning = state.reserved.get(counter.clerkId);
    for (const { serviceId, dossiers } of returning?.first(RETURNING_AT_MOST) ?? []) {
      freeAt += meanOf(serviceId) * dossiersInTurn(office, dossiers);
      if (serviceId === asked) scene.returning += 1;
    }
    const isServed = ({ serviceId }: PlayedLine) => services.includes(serviceId);
    const served = lines.filter(isServed);
    scene.counters.push({ freeAt, lines: served, coming: coming.filter(isServed), able });
    if (!able) continue;
    scene.able += 1;
    for (const line of served) scene.rivals.add(line);
  }
  return scene;
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
  const mean = meanOf(ticket.serviceId) * dossiersInTurn(office, ticket.dossiers);
  return 'calledAt' in ticket ? Math.max(mean - (at - ticket.calledAt), mean * OVERTIME) : mean;
}
