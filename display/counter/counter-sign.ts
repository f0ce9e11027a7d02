import type { ServiceLoad } from '../../shared/protocol/views/common.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';

/** What the sign of one counter shows. */
export interface CounterSign {
  counterNumber: number;
  stage: 'called' | 'serving' | 'ready' | 'paused' | 'closed';
  /** The number called or served; null in the other stages. */
  number: string | null;
  services: ServiceLoad[];
  /** Another one for each call and recall of the number: the sign attracts attention again. */
  callId: number;
  /** When the clerk plans to be back, or when the office opens again; null without such a time, and when it has passed. */
  backAt: EpochMs | null;
}

const STAGES = { open: 'ready', paused: 'paused', closed: 'closed', busy: 'serving' } as const;

/** Null when the office has no such counter. */
export function counterSign(
  { counters, calls, services, announcements, opening }: DisplayView,
  counter: string,
  now: EpochMs,
): CounterSign | null {
  const found = counters.find(({ number }) => String(number) === counter);
  if (!found) return null;
  // Outside the opening hours a counter that its clerk has left open calls nobody.
  const pausing = found.state === 'open' && opening.state !== 'open';
  const back = opening.state === 'open' ? found.pausedUntil : opening.opensAt;
  const call = calls.find(({ counterNumber }) => counterNumber === found.number);
  return {
    counterNumber: found.number,
    stage: call?.status ?? STAGES[pausing ? 'paused' : found.state],
    number: call?.number ?? null,
    callId: Math.max(0, ...announcements.filter((each) => each.counterNumber === found.number).map(({ id }) => id)),
    services: services.filter(({ id }) => found.services.includes(id)),
    backAt: back !== null && back > now ? back : null,
  };
}
