import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { type DayRecord, type Journal, StorageError } from './journal.ts';
import { continueSequence } from './sequence.ts';

/** A journal in memory, for tests. */
export class MemoryJournal<Event extends Envelope> implements Journal<Event> {
  readonly #days = new Map<BusinessDay, Event[]>();
  #failures = 0;

  async days(): Promise<BusinessDay[]> {
    return [...this.#days.keys()].sort();
  }

  async read(day: BusinessDay): Promise<Event[]> {
    return [...(this.#days.get(day) ?? [])];
  }

  async resume(day: BusinessDay): Promise<DayRecord<Event>> {
    const events = await this.read(day);
    return { events, lastSeq: events.at(-1)?.seq ?? 0, skipped: 0 };
  }

  async append(day: BusinessDay, events: readonly Event[]): Promise<void> {
    if (this.#failures > 0) {
      this.#failures -= 1;
      throw new StorageError({ vi: 'Ổ đĩa đầy.', en: 'The disk is full, says the test.' });
    }
    if (events.length === 0) return;
    const known = this.#days.get(day) ?? [];
    continueSequence(known.at(-1)?.seq ?? 0, events);
    for (const event of events) known.push(event);
    this.#days.set(day, known);
  }

  /** Makes the next `times` appends fail. */
  failNext(times = 1): void {
    this.#failures = times;
  }
}
