/**
 * The wait of one visitor: until the forward play comes to the visitor. Behind the tickets that are played one by one, the work ahead is
 * divided among the counters that can do it.
 */
import { afterWorking, workingTime } from '../../../shared/calendar/working-time.ts';
import type { ServiceId } from '../../../shared/office/office.ts';
import { scoreAt } from '../../../shared/office/priority.ts';
import type { DurationMs, EpochMs } from '../../../shared/time.ts';
import type { Place } from '../line.ts';
import { arrivalWith, goesFirst } from '../pick.ts';
import type { Forecast, PlayedCall, PlayedGroup } from './forward-play.ts';
import type { PlayedLine } from './play-start.ts';

/** Less work than this is none: divisions are not exact. */
const NOTHING: DurationMs = 1;
/** After so many rounds the wait hardly changes. */
const ROUNDS = 3;

/**
 * How long `place`, which is in its line or about to join it, waits for its call, in working time, and how many visitors of its service
 * who are here go first. Without a counter that serves the service the wait is 0, and those count who would go first now.
 */
export function waitFor(forecast: Forecast, place: Place, weight: number): { wait: DurationMs; ahead: number } {
  const { play, openings } = forecast;
  for (const { at, head, weight: other, ahead } of openings) {
    if (!(head && goesFirst(head, other, place, weight, at)))
      return { wait: workingTime(play.day, play.at, at), ahead };
  }
  const wait = waitBehind(forecast, place, weight);
  return { wait, ahead: aheadBehind(forecast, place, weight, wait) };
}

/**
 * From the moment of the play, in working time. The longer the wait, the more visitors to come go first: each round counts them up to the
 * call that the round before has found.
 */
function waitBehind({ play, serviceId, group }: Forecast, place: Place, weight: number): DurationMs {
  const { day, at } = play;
  const dossiers = dossiersPerTurn(group.calls);
  const counters = group.counters
    .filter(({ freeAt }) => freeAt < Number.POSITIVE_INFINITY)
    .map(({ services, freeAt }) => ({ services, from: workingTime(day, at, freeAt) }));
  let wait = workingTime(day, at, group.calls.at(-1)?.at ?? at);
  for (let round = 0; round < ROUNDS; round += 1) {
    const calledAt = afterWorking(day, at, wait);
    const work = new Map<ServiceId, DurationMs>();
    for (const line of group.unplayed) {
      const ahead = notCalledBefore(line, place, weight, calledAt) * line.mean * dossiers;
      if (ahead > 0) work.set(line.serviceId, (work.get(line.serviceId) ?? 0) + ahead);
    }
    wait = timeUntilFree(counters, work, serviceId);
  }
  return wait;
}

/** How many visitors of the service of `place`, here already, are called before it when it waits so long. */
function aheadBehind({ play, serviceId, called }: Forecast, place: Place, weight: number, wait: DurationMs): number {
  const calledAt = afterWorking(play.day, play.at, wait);
  const lines = play.lines.filter((line) => line.serviceId === serviceId);
  return lines.reduce((ahead, line) => ahead + notCalledBefore(line, place, weight, calledAt), called);
}

/** How many visitors of the line the play has not called who go before `place` at `at`. */
function notCalledBefore(
  { line, weight: other, called }: PlayedLine,
  place: Place,
  weight: number,
  at: EpochMs,
): number {
  const arrivedBefore = arrivalWith(scoreAt(at, place.arrivedAt, weight), at, other);
  return Math.max(0, line.countBefore(arrivedBefore, place.order) - called);
}

/** How many dossiers a turn has on average. */
function dossiersPerTurn(calls: readonly PlayedCall[]): number {
  let [taken, single] = [0, 0];
  for (const { takes, mean } of calls) {
    taken += takes;
    single += mean;
  }
  return single === 0 ? 1 : taken / single;
}

type WorkingCounter = Pick<PlayedGroup['counters'][number], 'services'> & {
  /** From when on it does the work. */
  from: DurationMs;
};

/**
 * When the first counter that serves `asked` has no work ahead. Each counter divides its time among its services as their work is
 * divided. Each round ends when a counter begins or the work of a service is done, so that there are few.
 */
function timeUntilFree(counters: WorkingCounter[], work: Map<ServiceId, DurationMs>, asked: ServiceId): DurationMs {
  let now: DurationMs = 0;
  for (let rounds = counters.length + work.size; rounds >= 0; rounds -= 1) {
    let until = Number.POSITIVE_INFINITY;
    const shares = new Map<ServiceId, number>();
    for (const { services, from } of counters) {
      if (from > now) {
        until = Math.min(until, from);
        continue;
      }
      const total = services.reduce((sum, serviceId) => sum + (work.get(serviceId) ?? 0), 0);
      if (total === 0 && services.includes(asked)) return now;
      for (const serviceId of services) {
        const share = (work.get(serviceId) ?? 0) / total;
        if (share > 0) shares.set(serviceId, (shares.get(serviceId) ?? 0) + share);
      }
    }
    for (const [serviceId, share] of shares) until = Math.min(until, now + (work.get(serviceId) ?? 0) / share);
    if (until === Number.POSITIVE_INFINITY) return now;
    for (const [serviceId, share] of shares) {
      const left = (work.get(serviceId) ?? 0) - share * (until - now);
      if (left < NOTHING) work.delete(serviceId);
      else work.set(serviceId, left);
    }
    now = until;
  }
  return now;
}
