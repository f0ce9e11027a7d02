import type { BusinessDay } from '../../shared/time.ts';
import type { Event } from '../queue/events.ts';

/**
 * Durable history, one series of events per business day. No caller may assume a file behind it.
 * One contract test runs over every implementation (`tests/journal/contract.test.ts`).
 */
export interface Journal {
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

/** The disk, not the office, is in trouble: full, read-only, gone. The message says what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
