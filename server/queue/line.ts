import type { ClassId, ServiceId } from '../../shared/office/office.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { TicketId } from './commands.ts';

/** A place in a line. `order` is the sequence number of the issuing event: of two equal arrival times the lower order goes first. */
export interface Place {
  ticketId: TicketId;
  serviceId: ServiceId;
  classId: ClassId;
  arrivedAt: EpochMs;
  order: number;
  /** How many dossiers the visitor brings; more than one for a visitor who also comes for other people. */
  dossiers: number;
}

/** Removed places before `head` are dropped only when there are many, so that removing the first place costs the same at any length. */
const DROP_AT = 1024;

/** Waiting tickets of one service and class in order of arrival; a visitor who comes back gets the former place again. */
export class Line {
  #places: Place[] = [];
  #head = 0;

  static of(place: Place): Line {
    const line = new Line();
    line.insert(place);
    return line;
  }

  get length(): number {
    return this.#places.length - this.#head;
  }

  at(index: number): Place | undefined {
    return this.#places[this.#head + index];
  }

  /** The first `count` places in order. */
  first(count: number): Place[] {
    return this.#places.slice(this.#head, this.#head + count);
  }

  insert(place: Place): void {
    const index = this.#search(place.arrivedAt, place.order);
    if (index === this.#places.length) this.#places.push(place);
    else this.#places.splice(index, 0, place);
  }

  remove(place: Pick<Place, 'arrivedAt' | 'order'>): void {
    const index = this.#search(place.arrivedAt, place.order);
    if (this.#places[index]?.order !== place.order) throw new Error(`place ${place.order} is not in this line`);
    if (index > this.#head) {
      this.#places.splice(index, 1);
      return;
    }
    this.#head += 1;
    if (this.#head < DROP_AT || this.#head * 2 < this.#places.length) return;
    this.#places = this.#places.slice(this.#head);
    this.#head = 0;
  }

  /** How many arrived before this instant, or at this instant with a lower order. */
  countBefore(arrivedAt: EpochMs, order = 0): number {
    return this.#search(arrivedAt, order) - this.#head;
  }

  /** First index whose place is not before (`arrivedAt`, `order`). */
  #search(arrivedAt: EpochMs, order: number): number {
    let low = this.#head;
    let high = this.#places.length;
    const last = this.#places[high - 1];
    // Nearly all visitors join at the end.
    if (last && isBefore(last, arrivedAt, order)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const place = this.#places[middle] as Place;
      if (isBefore(place, arrivedAt, order)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isBefore(place: Place, arrivedAt: EpochMs, order: number): boolean {
  return place.arrivedAt < arrivedAt || (place.arrivedAt === arrivedAt && place.order < order);
}
