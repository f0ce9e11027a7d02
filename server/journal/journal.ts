import type { Text } from '../../shared/language.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { OperatorError } from '../log.ts';

/**
 * Durable history, one sequence of events per business day for all domains of the office. It knows an event's envelope and
 * nothing of what the event says. No caller may assume a file behind it. One contract test runs over every implementation (`tests/journal/contract.test.ts`).
 */
export interface Journal<Event extends Envelope> {
  /** The business days that hold events, oldest first. */
  days(): Promise<BusinessDay[]>;
  /**
   * All intact events of a day in order of `seq`; an unknown day is empty. Rejects with `StorageError`, and with
   * `DataRefused` for data of a newer program.
   */
  read(day: BusinessDay): Promise<Event[]>;
  /**
   * Appends to a day and resolves when the events would survive a power cut. Calls may overlap and share one write.
   * A crash in the middle keeps whole commands only: neighbours with one `requestId` are there together or not at all.
   * Rejects with `StorageError` and then holds none of these events: after a failure the caller reads the day again.
   * Without events it writes nothing, and rejects where it is plain that nothing could be written.
   */
  append(day: BusinessDay, events: readonly Event[]): Promise<void>;
}

/** Turns an event of one data version into the next; files are never rewritten, their events are upgraded when read. */
export type Upgrade = (event: unknown) => unknown;

/** The first upgrades version 1 to 2, the second 2 to 3 …: this program writes version `upgrades.length + 1`. */
export type Upgrades = readonly Upgrade[];

/** The disk, not the office, is in trouble: full, read-only, gone. The text says what to do. */
export class StorageError extends OperatorError {
  override readonly name = 'StorageError';

  constructor(text: Text, options?: ErrorOptions) {
    super('storage', text, options);
  }
}
