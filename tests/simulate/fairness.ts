/**
 * That nobody starves. Accumulating priority calls a ticket of weight v before one of weight w only while
 * v (t - b) ≥ w (t - a), where a is the arrival of the one who goes on waiting and b that of the other, that is while
 *
 *   b - a ≤ (1 - w / v) (t - a).
 *
 * With weights 1 and 2, nobody who comes in the second half of your wait is called before you, however many they are. All who
 * are called before you were there when the first half was over, so a single counter does no other work in the second half than
 * strict order of arrival would have left to do at that moment: you wait at most v / w times as long as somebody who came then
 * would have waited in strict order. With several counters the ends of single visits blur this, so there it is measured.
 */
import { weightOf } from '../../server/queue/pick.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';

/** For numbers that were added up in another order. */
const ROUNDING = 1e-6;

export class Fairness {
  /** Minutes until the first call, by class. */
  readonly waits = new Map<string, number[]>();
  /** Calls by the rule: who comes back to one clerk is called because the own turn was before. */
  calls = 0;
  /** How often somebody went on waiting while another was called who came later than the bound. */
  broken = 0;
  /** The most that was used of the bound, 1 being all of it. */
  nearest = 0;
  readonly #heard = new Set<Ticket['ticketId']>();

  /** Before a day on which the same ids are given again. */
  newDay(): void {
    this.#heard.clear();
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
    if (this.#heard.has(ticketId)) return;
    this.#heard.add(ticketId);
    const waits = this.waits.get(classId) ?? [];
    waits.push((at - cameAt) / MINUTE);
    this.waits.set(classId, waits);
  }
}
