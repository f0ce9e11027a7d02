/** The estimates of visitors compared with their waits, and with the estimates of simpler rules. */
import type { Event } from '../../server/queue/events.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';

/** The estimate and the wait of one visitor; times in minutes. */
export interface RecordedEstimate {
  serviceId: string;
  classId: string;
  issuedAt: EpochMs;
  /** Until the first call; infinity for a visitor who is never called. */
  waited: number;
  /** Null for a visitor without an estimate. */
  range: Estimate | null;
  /** Whether lunch was between the ticket and its call. */
  acrossLunch: boolean;
  /** The wait that each simple rule would have estimated; null where it has too little history. */
  simple: Record<SimpleRule, number | null>;
}

export const SIMPLE_RULES = ['queue x mean / counters', 'mean of the last waits'] as const;
export type SimpleRule = (typeof SIMPLE_RULES)[number];

const LAST_WAITS = 5;
const STEP = 5;

/** Records the estimates of one day. */
export class EstimateRecorder {
  /** Those of visitors who were never called are completed by `waited`. */
  readonly recorded: RecordedEstimate[] = [];
  readonly #waiting = new Map<string, RecordedEstimate>();
  readonly #waits = new Map<string, number[]>();
  readonly #lunchAt: EpochMs;

  /** `lunchAt` is when nobody is called any more in the morning; infinity in an office without lunch. */
  constructor(lunchAt: EpochMs) {
    this.#lunchAt = lunchAt;
  }

  /** `state` is the one after the issue. */
  issued(state: State, { ticketId, serviceId, classId, estimate, at }: Event & { type: 'TicketIssued' }): void {
    const waits = this.#waits.get(serviceId);
    const recorded: RecordedEstimate = {
      serviceId,
      classId,
      issuedAt: at,
      waited: Number.POSITIVE_INFINITY,
      range: estimate,
      acrossLunch: false,
      simple: {
        'queue x mean / counters': lengthTimesMean(state, serviceId),
        'mean of the last waits': waits ? meanOf(waits) : null,
      },
    };
    this.recorded.push(recorded);
    this.#waiting.set(ticketId, recorded);
  }

  /** Only the first call counts. */
  called({ ticketId, serviceId }: Ticket, at: EpochMs): void {
    const recorded = this.#waiting.get(ticketId);
    if (!recorded) return;
    this.#waiting.delete(ticketId);
    recorded.waited = (at - recorded.issuedAt) / MINUTE;
    recorded.acrossLunch = recorded.issuedAt < this.#lunchAt && at >= this.#lunchAt;
    this.#waits.set(serviceId, [...(this.#waits.get(serviceId) ?? []), recorded.waited].slice(-LAST_WAITS));
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
  /** Parts of the visitors whose wait was inside the range, and who were called before and after it. */
  inside: number;
  early: number;
  late: number;
  /** Mean width of the ranges, in minutes. */
  width: number;
}

type RangeOf = (estimate: RecordedEstimate) => Estimate | null;

/** Of the visitors who have a range. */
export function qualityOf(estimates: readonly RecordedEstimate[], rangeOf: RangeOf = ({ range }) => range): Quality {
  const outcomes = { inside: 0, early: 0, late: 0 };
  let width = 0;
  let count = 0;
  for (const estimate of estimates) {
    const range = rangeOf(estimate);
    if (range === null) continue;
    const { fromMinutes, toMinutes } = range;
    const { waited } = estimate;
    outcomes[waited > toMinutes ? 'late' : waited < fromMinutes ? 'early' : 'inside'] += 1;
    width += toMinutes - fromMinutes;
    count += 1;
  }
  const { inside, early, late } = outcomes;
  return { inside: inside / count, early: early / count, late: late / count, width: width / count };
}

/** The quality of the ranges, stretched about their middle until they hold this part of the waits. A wait is never below 0. */
export function stretchedTo(inside: number, estimates: readonly RecordedEstimate[]): Quality {
  return smallest(2, inside, estimates, (factor) => ({ range }) => {
    if (range === null) return null;
    const middle = (range.fromMinutes + range.toMinutes) / 2;
    const half = (factor * (range.toMinutes - range.fromMinutes)) / 2;
    return { fromMinutes: Math.max(0, middle - half), toMinutes: middle + half };
  });
}

/** The quality of a simple rule with the smallest margin on both sides that brings its share of waits inside to `inside`. */
export function widened(estimates: readonly RecordedEstimate[], rule: SimpleRule, inside: number): Quality {
  const withMargins = [
    (margin: number) => (point: number) => around(point, margin),
    // A margin that grows with the wait suits long lines better; the simple rule gets the better of the two.
    (margin: number) => (point: number) => around(point, (margin / 60) * Math.max(point, 5)),
  ];
  const best = withMargins.map((rangeWith) =>
    smallest(
      600,
      inside,
      estimates,
      (margin) =>
        ({ simple: { [rule]: point } }) =>
          point === null ? null : rangeWith(margin)(point),
    ),
  );
  return best.reduce((narrowest, other) => (other.width < narrowest.width ? other : narrowest));
}

/** The quality with the smallest parameter up to about `most` with which this part of the waits is inside. */
function smallest(
  most: number,
  inside: number,
  estimates: readonly RecordedEstimate[],
  rangeWith: (parameter: number) => RangeOf,
): Quality {
  let low = 0;
  let high = most;
  while (high < 1000 * most && qualityOf(estimates, rangeWith(high)).inside < inside) high *= 2;
  for (let step = 0; step < 20; step += 1) {
    const parameter = (low + high) / 2;
    if (qualityOf(estimates, rangeWith(parameter)).inside >= inside) high = parameter;
    else low = parameter;
  }
  return qualityOf(estimates, rangeWith(high));
}

/** Rounded outwards, as the product's estimates are. */
function around(point: number, margin: number): Estimate {
  return {
    fromMinutes: Math.max(0, Math.floor((point - margin) / STEP)) * STEP,
    toMinutes: Math.max(1, Math.ceil((point + margin) / STEP)) * STEP,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
