import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Low } from 'lowdb';
import pLimit from 'p-limit';
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay, DurationMs } from '../../../shared/time.ts';
import { ifMissing } from '../../files.ts';
import type { DayRecord, Journal } from '../journal.ts';
import { DayFile, type DayFileOptions } from './day-file.ts';
import { nodeDisk } from './disk.ts';
import { storageError } from './storage-error.ts';

const DAY_FILE = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** A pause between two writes after which the mark settles: long enough that a busy office does not pay for it. */
const IDLE_AFTER: DurationMs = 200;

interface OpenDay<Event extends Envelope> {
  day: BusinessDay;
  file: DayFile<Event>;
  /** Holds the durable events and, during a write, the events that are being written. */
  low: Low<Event[]>;
  /** True when the array may differ from the disk and must be read again. */
  stale: boolean;
}

/** The append calls that share one write and its promise. */
interface Batch<Event extends Envelope> {
  day: BusinessDay;
  parts: (readonly Event[])[];
  done: Promise<void>;
}

/** One file per business day in `folder`. The caller must keep other processes off the folder (`lockFolder`). */
export class FileJournal<Event extends Envelope> implements Journal<Event> {
  readonly #options: DayFileOptions;
  #open: OpenDay<Event> | null = null;
  /** The batch that still takes appends, because its write has not begun. */
  #next: Batch<Event> | null = null;
  /** Whether several callers shared the last write: they are likely to append again together, so the next write waits a turn for them. */
  #lastWasShared = false;
  /** The error of the latest write that failed; each failure is a new object. */
  #failure: unknown = null;
  /** Runs out when the open day has not been written for a moment. */
  #idle: NodeJS.Timeout | undefined;
  /** Makes accesses to the open day run one after another. */
  readonly #queue = pLimit(1);

  constructor(options: Omit<DayFileOptions, 'disk'> & Partial<Pick<DayFileOptions, 'disk'>>) {
    this.#options = { disk: nodeDisk, ...options };
  }

  async days(): Promise<BusinessDay[]> {
    const { folder } = this.#options;
    try {
      const names: string[] = await readdir(folder).catch(ifMissing([]));
      const days = names.flatMap((name) => DAY_FILE.exec(name)?.[1] ?? []);
      const sizes = await Promise.all(days.map(async (day) => (await stat(join(folder, `${day}.jsonl`))).size));
      return days.filter((_, index) => sizes[index] !== 0).sort();
    } catch (error) {
      throw storageError(error, folder);
    }
  }

  async read(day: BusinessDay): Promise<Event[]> {
    return (await this.resume(day)).events;
  }

  async resume(day: BusinessDay): Promise<DayRecord<Event>> {
    const readOnce = async () => {
      const file = new DayFile<Event>(day, this.#options);
      return { events: await file.read(), ...file.numbers };
    };
    // Older days are no longer written, so their readers need not wait in the queue of the open day.
    if (this.#open && day < this.#open.day) return readOnce();
    // A later day is read without closing the day that is being written.
    return this.#queue(async () => {
      if (this.#open && day !== this.#open.day) return readOnce();
      const { low, file } = await this.#ready(day);
      return { events: [...low.data], ...file.numbers };
    });
  }

  append(day: BusinessDay, events: readonly Event[]): Promise<void> {
    if (events.length === 0) return this.#queue(async () => (await this.#ready(day)).file.tryToOpen());
    if (this.#next?.day !== day) this.#next = this.#plan(day);
    this.#next.parts.push(events);
    return this.#next.done;
  }

  /** Waits for accesses under way, then closes the day. A later append opens it again. */
  close(): Promise<void> {
    return this.#queue(() => this.#closeDay());
  }

  #plan(day: BusinessDay): Batch<Event> {
    const parts: Batch<Event>['parts'] = [];
    const failure = this.#failure;
    const done = this.#queue(async () => {
      if (this.#lastWasShared) await setImmediate();
      if (this.#next?.parts === parts) this.#next = null;
      this.#lastWasShared = parts.length > 1;
      // A write has failed since these events were decided, on a state that contains the events of that write.
      if (this.#failure !== failure) throw this.#failure;
      await this.#write(day, parts);
    });
    return { day, parts, done };
  }

  async #write(day: BusinessDay, parts: Batch<Event>['parts']): Promise<void> {
    try {
      const opened = await this.#ready(day);
      // Until the write has succeeded, the array has events that the disk may not have.
      opened.stale = true;
      for (const part of parts) for (const event of part) opened.low.data.push(event);
      await opened.low.write();
      opened.stale = false;
      this.#settleSoon();
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  #settleSoon(): void {
    if (this.#idle) this.#idle.refresh();
    else this.#idle = setTimeout(() => void this.#queue(() => this.#settle()), IDLE_AFTER).unref();
  }

  async #settle(): Promise<void> {
    await this.#open?.file.settle().catch(() => {
      // Nothing depends on it: the next write reports the error of the disk.
    });
  }

  async #ready(day: BusinessDay): Promise<OpenDay<Event>> {
    if (this.#open?.day !== day) {
      await this.#closeDay();
      const file = new DayFile<Event>(day, this.#options);
      this.#open = { day, file, low: new Low<Event[]>(file, []), stale: true };
    }
    const opened = this.#open;
    if (opened.stale) await opened.low.read();
    opened.stale = false;
    return opened;
  }

  async #closeDay(): Promise<void> {
    clearTimeout(this.#idle);
    this.#idle = undefined;
    await this.#open?.file.close();
    this.#open = null;
  }
}
