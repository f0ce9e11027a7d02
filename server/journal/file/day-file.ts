import { type FileHandle, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { isMissing, syncFolder } from '../../files.ts';
import type { Log } from '../../log.ts';
import { StorageError, type Upgrades } from '../journal.ts';
import { continueSequence } from '../sequence.ts';
import { encodeEvents, encodeHeader } from './codec.ts';
import { CREATE, cut, type Disk, EXTEND, writeDurably } from './disk.ts';
import { quarantine } from './quarantine.ts';
import { damaged, tornTail } from './report.ts';
import { emptyScan, type Range, type Scan, scan } from './scan.ts';
import { storageError } from './storage-error.ts';

export interface DayFileOptions {
  folder: string;
  log: Log;
  upgrades: Upgrades;
  disk: Disk;
}

/**
 * Space reserved behind the last event as blank lines, which the next appends overwrite: while the file does not grow, the file system
 * has no new length and no new blocks to write down, and an append takes two thirds of the time.
 */
const RESERVE = Buffer.alloc(256 * 1024, '\n');

/**
 * A lowdb adapter (lowdb holds the events in memory, as an array) that appends: `write` adds what the array holds beyond the last durable event, with one sync.
 * Reading never changes the file, so that a read-only disk can still be read. After a failed write or sync it is unknown what the
 * disk holds beyond `#durable`: the file is closed, and the next write opens it again and truncates it to there first.
 */
export class DayFile<Event extends Envelope> implements Adapter<Event[]> {
  readonly #day: BusinessDay;
  readonly #path: string;
  readonly #options: DayFileOptions;
  /** Null until the file has been read. */
  #durable: { bytes: number; events: number; lastSeq: number; version: number | null } | null = null;
  #file: FileHandle | null = null;
  /** Upper bound of the file's length: behind the durable bytes may be reserved space or bytes of a refused append. */
  #end = 0;

  constructor(day: BusinessDay, options: DayFileOptions) {
    this.#day = day;
    this.#path = join(options.folder, `${day}.jsonl`);
    this.#options = options;
  }

  async read(): Promise<Event[]> {
    try {
      const { events, length, version } = await this.#scan();
      const bytes = this.#durable?.bytes ?? length;
      if (length < bytes) throw this.#lostEnd();
      this.#durable = { bytes, events: events.length, lastSeq: events.at(-1)?.seq ?? 0, version };
      return events;
    } catch (error) {
      throw storageError(error, this.#path);
    }
  }

  async write(events: Event[]): Promise<void> {
    const durable = this.#durable;
    if (!durable) throw new Error(`${this.#path} is written before it was read`);
    const lastSeq = continueSequence(durable.lastSeq, events, durable.events);
    const header = durable.version === this.#version ? '' : encodeHeader(this.#day, this.#version);
    const bytes = Buffer.from(header + encodeEvents(events, durable.events));
    const end = durable.bytes + bytes.length;
    try {
      this.#file ??= await this.#open(durable.bytes);
      const grown = end > this.#end ? Buffer.concat([bytes, RESERVE]) : bytes;
      this.#end = Math.max(this.#end, durable.bytes + grown.length);
      await writeDurably(this.#options.disk, this.#file, grown, durable.bytes);
    } catch (error) {
      await this.#stop(durable.bytes);
      throw storageError(error, this.#path);
    }
    this.#durable = { bytes: end, events: events.length, lastSeq, version: this.#version };
  }

  /** Rejects with `StorageError` when the file cannot be opened for writing. Does nothing for a day without events, which has no file. */
  async tryToOpen(): Promise<void> {
    if (this.#file || !this.#durable?.bytes) return;
    try {
      await (await this.#options.disk.open(this.#path, EXTEND)).close();
    } catch (error) {
      throw storageError(error, this.#path);
    }
  }

  /** Closes the file, having cut off reserved space and the bytes of refused appends. */
  async close(): Promise<void> {
    try {
      const bytes = this.#durable?.bytes ?? 0;
      if (this.#end > bytes) {
        this.#file ??= await this.#open(bytes);
        await this.#cut(this.#file, bytes);
      }
      await this.#file?.close();
      this.#file = null;
    } catch (error) {
      throw storageError(error, this.#path);
    }
  }

  get #version(): number {
    return this.#options.upgrades.length + 1;
  }

  async #scan(): Promise<Scan<Event>> {
    const { disk, upgrades } = this.#options;
    let file: FileHandle;
    try {
      file = await disk.open(this.#path, 'r');
    } catch (error) {
      if (isMissing(error) && !this.#durable?.bytes) return emptyScan();
      throw error;
    }
    try {
      const limit = this.#durable?.bytes ?? (await file.stat()).size;
      const found = await scan<Event>(file, this.#path, this.#day, limit, upgrades);
      // Reported at the first reading only.
      if (!this.#durable) await this.#report(file, found);
      return found;
    } finally {
      await file.close();
    }
  }

  async #report(file: FileHandle, { damage, missing, torn }: Scan<Event>): Promise<void> {
    const { log } = this.#options;
    const path = this.#path;
    const copyOf = (range: Range) => quarantine(file, range, path.replace(/\.jsonl$/, '.damaged.jsonl'));
    if (damage.length + missing > 0) {
      let copy: string | null = null;
      for (const range of damage) copy = await copyOf(range);
      log(damaged({ path, lines: damage.map(({ line, reason }) => ({ line, reason })), missing, copy }));
    }
    if (torn) log(tornTail({ path, line: torn.line, copy: await copyOf(torn) }));
  }

  async #open(durableBytes: number): Promise<FileHandle> {
    const { folder, disk } = this.#options;
    const isNew = durableBytes === 0;
    const sync = (path: string) => syncFolder(path, (...asked) => disk.open(...asked));
    if (isNew && (await mkdir(folder, { recursive: true }))) await sync(dirname(folder));
    // A file that held events and is gone must not be created anew: its ticket numbers would be given a second time.
    const file = await disk.open(this.#path, isNew ? CREATE : EXTEND);
    try {
      if (isNew) await sync(folder);
      const { size } = await file.stat();
      if (size < durableBytes) throw this.#lostEnd();
      if (size > durableBytes) await this.#cut(file, durableBytes);
      this.#end = durableBytes;
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async #cut(file: FileHandle, bytes: number): Promise<void> {
    await cut(file, bytes);
    this.#end = bytes;
  }

  #lostEnd(): StorageError {
    return new StorageError({
      vi: `${this.#path} mất phần cuối khi chương trình đang chạy. Hãy dừng chương trình, đặt lại bản sao lưu, rồi khởi động lại.`,
      en: `${this.#path} has lost its end while the program ran. Stop the program, put back a backup, start it again.`,
    });
  }

  async #stop(durableBytes: number): Promise<void> {
    const file = this.#file;
    this.#file = null;
    if (!file) return;
    try {
      await this.#cut(file, durableBytes);
    } catch {
      // The failed write reports the disk's error already; the next write truncates the file before anything else.
    }
    await file.close().catch(() => {
      // Closing frees the file descriptor even when it reports the error of the write again.
    });
  }
}
