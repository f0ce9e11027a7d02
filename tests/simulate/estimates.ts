/** The estimates of visitors compared with their waits, and with the estimates of simpler rules. */
import type { Event } from '../../server/queue/events.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';

/** The estimate and the wait of one visitor; times in minutes. */
export interface RecordedEstimate {
  waited: number;
  range: Estimate;
  /** The wait that each simple rule would have estimated. */
  simple: Record<SimpleRule, number>;
}

export const SIMPLE_RULES = ['queue x mean / counters', 'mean of the last waits'] as const;
export type SimpleRule = (typeof SIMPLE_RULES)[number];

const LAST_WAITS = 5;
const STEP = 5;

/** Records the estimates of one day. */
export class EstimateRecorder {
  readonly recorded: RecordedEstimate[] = [];
  readonly #issued = new Map<
    string,
    { at: EpochMs; range: Estimate | null; simple: Record<SimpleRule, number | null> }
  >();
  readonly #waits = new Map<string, number[]>();

  /** `state` is the one after the issue. */
  issued(state: State, { ticketId, serviceId, estimate, at }: Event & { type: 'TicketIssued' }): void {
    const waits = this.#waits.get(serviceId);
    const simple = {
      'queue x mean / counters': lengthTimesMean(state, serviceId),
      'mean of the last waits': waits ? meanOf(waits) : null,
    };
    this.#issued.set(ticketId, { at, range: estimate, simple });
  }

  /** Only the first call counts. */
  called({ ticketId, serviceId }: Ticket, at: EpochMs): void {
    const issued = this.#issued.get(ticketId);
    if (!issued) return;
    this.#issued.delete(ticketId);
    const waited = (at - issued.at) / MINUTE;
    this.#waits.set(serviceId, [...(this.#waits.get(serviceId) ?? []), waited].slice(-LAST_WAITS));
    const { range, simple } = issued;
    const [byLength, byWaits] = SIMPLE_RULES.map((rule) => simple[rule]);
    // Only visitors for whom every rule has an estimate are compared.
    if (range === null || byLength == null || byWaits == null) return;
    this.recorded.push({
      waited,
      range,
      simple: { 'queue x mean / counters': byLength, 'mean of the last waits': byWaits },
    });
  }
}

/** The number of waiting visitors, without the one who has just come, times the mean, divided by the open counters. */
function lengthTimesMean(state: State, serviceId: string): number | null {
  const pace = state.queues.get(serviceId)?.pace;
  const open = [...state.counters.values()].filter(({ paused }) => paused === null).length;
  if (!pace || open === 0) return null;
  let waiting = -1;
  for (const { status } of state.tickets.values()) if (status === 'waiting') waiting += 1;
  return (waiting * pace.mean) / open / MINUTE;
}

export interface Quality {
  /** The share of visitors whose wait was inside the range, and the share who waited longer. */
  inside: number;
  late: number;
  /** Mean width of the ranges, in minutes. */
  width: number;
}

export function qualityOf(
  estimates: readonly RecordedEstimate[],
  rangeOf: (estimate: RecordedEstimate) => Estimate,
): Quality {
  let inside = 0;
  let late = 0;
  let width = 0;
  for (const estimate of estimates) {
    const { fromMinutes, toMinutes } = rangeOf(estimate);
    if (estimate.waited > toMinutes) late += 1;
    else if (estimate.waited >= fromMinutes) inside += 1;
    width += toMinutes - fromMinutes;
  }
  const { length } = estimates;
  return { inside: inside / length, late: late / length, width: width / length };
}

/** The quality of a simple rule with the smallest margin on both sides that brings its share of waits inside to `inside`. */
export function widened(estimates: readonly RecordedEstimate[], rule: SimpleRule, inside: number): Quality {
  const withMargins = [
    (margin: number) => (point: number) => around(point, margin),
    // A margin that grows with the wait suits long lines better; the simple rule gets the better of the two.
    (margin: number) => (point: number) => around(point, (margin / 60) * Math.max(point, 5)),
  ];
  const best = withMargins.map((rangeWith) => {
    let low = 0;
    let high = 600;
    for (let step = 0; step < 20; step += 1) {
      const margin = (low + high) / 2;
      const { inside: reached } = qualityOf(estimates, ({ simple }) => rangeWith(margin)(simple[rule]));
      if (reached >= inside) high = margin;
      else low = margin;
    }
    return qualityOf(estimates, ({ simple }) => rangeWith(high)(simple[rule]));
  });
  return best.reduce((narrowest, other) => (other.width < narrowest.width ? other : narrowest));
}

/** Rounded outwards, as the product's estimates are. */
function around(point: number, margin: number): Estimate {
  return {
    fromMinutes: Math.max(0, Math.floor((point - margin) / STEP)) * STEP,
    toMinutes: Math.max(1, Math.ceil((point + margin) / STEP)) * STEP,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
