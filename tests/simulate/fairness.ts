/**
 * Checks that no visitor starves. Accumulating priority calls a ticket of weight v before one of weight w only while
 * v (t - b) ≥ w (t - a), where a is the arrival of the visitor who goes on waiting and b that of the called one, that is while
 *
 *   b - a ≤ (1 - w / v) (t - a).
 *
 * With weights 1 and 2, no visitor who comes in the second half of a wait is called before the visitor who waits, however many come.
 * All who are called before were there at the end of the first half, so in the second half a single counter does only work that strict
 * order of arrival would have left at that moment: the wait is at most v / w times as long as that of a visitor who came then and was
 * called in strict order. With several counters the ends of single visits blur this, so there it is measured.
 */
import { weightOf } from '../../server/queue/pick.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';

/** Tolerance for rounding errors. */
const ROUNDING = 1e-6;

export class Fairness {
  /** Minutes until the first call, by class. */
  readonly waits = new Map<string, number[]>();
  /** Calls by the calling rule, without visitors who return to one clerk, whose turn was before. */
  calls = 0;
  /** How often a visitor went on waiting while another one was called who had come later than the bound. */
  broken = 0;
  /** The largest part of the bound that was used, 1 being all of it. */
  nearest = 0;
  readonly #called = new Set<Ticket['ticketId']>();

  /** To be called before a day, because the ids of tickets repeat on each day. */
  newDay(): void {
    this.#called.clear();
  }

  called(state: State, called: Ticket, counterId: string, at: EpochMs): void {
    this.#count(called, at);
    if (called.status !== 'waiting' || called.reservedFor !== null) return;
    this.calls += 1;
    const served = state.office.counters.find(({ id }) => id === counterId)?.services ?? [];
    const weight = weightOf(state.office, called.classId);
    for (const other of state.tickets.values()) {
      if (other === called || other.status !== 'waiting' || other.reservedFor !== null) continue;
      if (!served.includes(other.serviceId)) continue;
      const bound = (1 - weightOf(state.office, other.classId) / weight) * (at - other.arrivedAt);
      const later = called.arrivedAt - other.arrivedAt;
      if (later > bound + ROUNDING) this.broken += 1;
      if (bound > 0) this.nearest = Math.max(this.nearest, later / bound);
    }
  }

  #count({ ticketId, classId, cameAt }: Ticket, at: EpochMs): void {
    if (this.#called.has(ticketId)) return;
    this.#called.add(ticketId);
    const waits = this.waits.get(classId) ?? [];
    waits.push((at - cameAt) / MINUTE);
    this.waits.set(classId, waits);
  }
}
