import type { Text } from '../../shared/language.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { OperatorError } from '../log.ts';

/**
 * The durable history: one sequence of events per business day for all domains of the office. It knows the envelope of an event, not
 * its content. Callers must not assume that it is a file. One contract test runs over every implementation
 * (`tests/journal/contract.test.ts`).
 */
export interface Journal<Event extends Envelope> {
  /** The business days that hold events, oldest first. */
  days(): Promise<BusinessDay[]>;
  /**
   * All intact events of a day in the order of `seq`; empty for an unknown day. Rejects with `StorageError`, and with
   * `DataRefused` for data of a newer program.
   */
  read(day: BusinessDay): Promise<Event[]>;
  /** What the office needs to go on with a day. Rejects like `read`. */
  resume(day: BusinessDay): Promise<DayRecord<Event>>;
  /**
   * Appends to a day and resolves when the events would survive a power cut. Calls may overlap and share one write.
   * A crash during the write keeps whole commands only: consecutive events with one `requestId` are kept together or not at all.
   * Rejects with `StorageError` and then holds none of these events: after a failure the caller reads the day again.
   * Without events it writes nothing, and rejects when it can tell that a write would fail.
   */
  append(day: BusinessDay, events: readonly Event[]): Promise<void>;
}

export interface DayRecord<Event extends Envelope> {
  events: Event[];
  /** The last sequence number that was or may have been used, 0 for an unknown day: the next event gets the one after it. */
  lastSeq: number;
  /**
   * How many sequence numbers up to `lastSeq` have no event because a write was cut short before it was acknowledged. All others
   * without an event belong to acknowledged events that are lost.
   */
  skipped: number;
}

/** Turns an event of one data version into the next; files are never rewritten, their events are upgraded when read. */
export type Upgrade = (event: unknown) => unknown;

/** The first upgrades version 1 to 2, the second 2 to 3 …: this program writes version `upgrades.length + 1`. */
export type Upgrades = readonly Upgrade[];

/** A failure of the disk: full, read-only, removed. The text says what to do. */
export class StorageError extends OperatorError {
  override readonly name = 'StorageError';

  constructor(text: Text, options?: ErrorOptions) {
    super('storage', text, options);
  }
}
