/** What visitors were told and what came of it, beside what simpler rules would have told them. */
import type { Event } from '../../server/queue/events.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import type { Estimate } from '../../shared/protocol/views/hall.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';

/** Minutes. */
export interface Promised {
  waited: number;
  range: Estimate;
  /** Of each simple rule the wait that it would have named. */
  simple: Record<SimpleRule, number>;
}

export const SIMPLE_RULES = ['queue x mean / counters', 'mean of the last waits'] as const;
export type SimpleRule = (typeof SIMPLE_RULES)[number];

const LAST_WAITS = 5;
const STEP = 5;

/** Of one day. */
export class Promises {
  readonly kept: Promised[] = [];
  readonly #told = new Map<
    string,
    { at: EpochMs; range: Estimate | null; simple: Record<SimpleRule, number | null> }
  >();
  readonly #waits = new Map<string, number[]>();

  /** `state` is that after the issue. */
  told(state: State, { ticketId, serviceId, estimate, at }: Event & { type: 'TicketIssued' }): void {
    const waits = this.#waits.get(serviceId);
    const simple = {
      'queue x mean / counters': lengthTimesMean(state, serviceId),
      'mean of the last waits': waits ? meanOf(waits) : null,
    };
    this.#told.set(ticketId, { at, range: estimate, simple });
  }

  /** Only the first call counts. */
  called({ ticketId, serviceId }: Ticket, at: EpochMs): void {
    const told = this.#told.get(ticketId);
    if (!told) return;
    this.#told.delete(ticketId);
    const waited = (at - told.at) / MINUTE;
    this.#waits.set(serviceId, [...(this.#waits.get(serviceId) ?? []), waited].slice(-LAST_WAITS));
    const { range, simple } = told;
    const [byLength, byWaits] = SIMPLE_RULES.map((rule) => simple[rule]);
    // Compared are visitors to whom every rule had something to say.
    if (range === null || byLength == null || byWaits == null) return;
    this.kept.push({
      waited,
      range,
      simple: { 'queue x mean / counters': byLength, 'mean of the last waits': byWaits },
    });
  }
}

/** Everybody who waits in the hall, without the one who has just come, times the mean, shared by all counters. */
function lengthTimesMean(state: State, serviceId: string): number | null {
  const pace = state.queues.get(serviceId)?.pace;
  const open = [...state.counters.values()].filter(({ paused }) => paused === null).length;
  if (!pace || open === 0) return null;
  let waiting = -1;
  for (const { status } of state.tickets.values()) if (status === 'waiting') waiting += 1;
  return (waiting * pace.mean) / open / MINUTE;
}

export interface Quality {
  /** Part of the visitors whose wait fell inside the range, and part who waited longer than it. */
  inside: number;
  late: number;
  /** Mean, in minutes. */
  width: number;
}

export function qualityOf(promises: readonly Promised[], rangeOf: (promised: Promised) => Estimate): Quality {
  let inside = 0;
  let late = 0;
  let width = 0;
  for (const promised of promises) {
    const { fromMinutes, toMinutes } = rangeOf(promised);
    if (promised.waited > toMinutes) late += 1;
    else if (promised.waited >= fromMinutes) inside += 1;
    width += toMinutes - fromMinutes;
  }
  const { length } = promises;
  return { inside: inside / length, late: late / length, width: width / length };
}

/** The simple rule with as wide a margin on both sides as makes it right as often as `inside`. */
export function widened(promises: readonly Promised[], rule: SimpleRule, inside: number): Quality {
  const withMargins = [
    (margin: number) => (point: number) => around(point, margin),
    // A margin that grows with the wait suits long lines better; the simple rule may have the one that serves it best.
    (margin: number) => (point: number) => around(point, (margin / 60) * Math.max(point, 5)),
  ];
  const best = withMargins.map((rangeWith) => {
    let low = 0;
    let high = 600;
    for (let step = 0; step < 20; step += 1) {
      const margin = (low + high) / 2;
      const { inside: reached } = qualityOf(promises, ({ simple }) => rangeWith(margin)(simple[rule]));
      if (reached >= inside) high = margin;
      else low = margin;
    }
    return qualityOf(promises, ({ simple }) => rangeWith(high)(simple[rule]));
  });
  return best.reduce((narrowest, other) => (other.width < narrowest.width ? other : narrowest));
}

/** Rounded outwards as ours is. */
function around(point: number, margin: number): Estimate {
  return {
    fromMinutes: Math.max(0, Math.floor((point - margin) / STEP)) * STEP,
    toMinutes: Math.max(1, Math.ceil((point + margin) / STEP)) * STEP,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
