import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { isMissing, makeFolder, syncFolder } from '../../files.ts';
import type { Log } from '../../log.ts';
import { StorageError, type Upgrades } from '../journal.ts';
import { continueSequence } from '../sequence.ts';
import { encodeEvents, encodeHeader } from './codec.ts';
import { type DayContent, dayContent } from './day-content.ts';
import { CREATE, cut, type Disk, EXTEND, writeDurably } from './disk.ts';
import { type End, EndMark, readEnd, settledAt } from './end-mark.ts';
import { appendWithMark, closeBoth, type OpenFiles } from './open-files.ts';
import { reportContent, reportMissingMark } from './report-content.ts';
import { emptyScan, type Scan, scan } from './scan.ts';
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

/** What the file holds as far as writes have succeeded. */
interface Durable extends Pick<DayContent<Envelope>, 'lastSeq' | 'skipped'> {
  bytes: number;
  events: number;
  version: number | null;
  /** Where the mark says that the file ends; null without a mark. */
  end: End | null;
  /** What must be durable before the next event: the end of a line that lacks it, and a header that names skipped numbers. */
  opening: string;
}

/**
 * A lowdb adapter (lowdb holds the events in memory, as an array) that appends: `write` adds what the array holds beyond the last durable event, with one sync.
 * Reading never changes the file, so that a read-only disk can still be read. After a failed write or sync it is unknown what the
 * disk holds beyond `#durable`: the files are closed, and the next write opens them again and truncates the day's file to there first.
 */
export class DayFile<Event extends Envelope> implements Adapter<Event[]> {
  readonly #day: BusinessDay;
  readonly #path: string;
  readonly #markPath: string;
  readonly #options: DayFileOptions;
  /** Null until the file has been read. */
  #durable: Durable | null = null;
  #open: OpenFiles | null = null;
  /** Upper bound of the file's length: behind the durable bytes may be reserved space or bytes of a refused append. */
  #end = 0;
  /** Whether the mark on the disk says less than is known: it names the latest write as possible only, or a refused one. */
  #unsettled = false;

  constructor(day: BusinessDay, options: DayFileOptions) {
    this.#day = day;
    this.#path = join(options.folder, `${day}.jsonl`);
    this.#markPath = join(options.folder, `${day}.end`);
    this.#options = options;
  }

  /** Of the last reading and the writes after it. */
  get numbers(): Pick<DayContent<Event>, 'lastSeq' | 'skipped'> {
    return { lastSeq: this.#durable?.lastSeq ?? 0, skipped: this.#durable?.skipped ?? 0 };
  }

  async read(): Promise<Event[]> {
    try {
      const end = this.#durable ? this.#durable.end : await readEnd(this.#options.disk, this.#markPath, this.#day);
      const { content, version, unfinished } = await this.#scan(end);
      const { events, lastSeq, skipped, newlySkipped } = content;
      const bytes = this.#durable?.bytes ?? content.length;
      if (content.length < bytes) throw this.#lostEnd();
      const opening = `${unfinished ? '\n' : ''}${newlySkipped ? encodeHeader(this.#day, this.#version, newlySkipped) : ''}`;
      this.#durable = { bytes, events: events.length, lastSeq, skipped, version, end, opening };
      return events;
    } catch (error) {
      throw storageError(error, this.#path);
    }
  }

  async write(events: Event[]): Promise<void> {
    const before = this.#durable;
    if (!before) throw new Error(`${this.#path} is written before it was read`);
    const lastSeq = continueSequence(before.lastSeq, events, before.events);
    try {
      this.#open ??= await this.#openFiles();
      // Opening may have written a header.
      const { bytes: from, version } = this.#durable ?? before;
      const header = version === this.#version ? '' : encodeHeader(this.#day, this.#version);
      const added = Buffer.from(header + encodeEvents(events, before.events));
      const bytes = from + added.length > this.#end ? Buffer.concat([added, RESERVE]) : added;
      this.#end = Math.max(this.#end, from + bytes.length);
      this.#unsettled = true;
      const append = { bytes, position: from, before: before.lastSeq, lastSeq };
      this.#unsettled = !(await appendWithMark(this.#options.disk, this.#open, append));
      const end = settledAt(lastSeq);
      const { skipped } = before;
      const known = { events: events.length, lastSeq, skipped, version: this.#version, end, opening: '' };
      this.#durable = { bytes: from + added.length, ...known };
    } catch (error) {
      await this.#stop();
      throw storageError(error, this.#path);
    }
  }

  /** Makes the mark say that the latest write is complete. Does nothing when it says so already. */
  async settle(): Promise<void> {
    if (!this.#open || !this.#unsettled) return;
    try {
      await this.#open.mark.write(settledAt(this.numbers.lastSeq));
      this.#unsettled = false;
    } catch (error) {
      throw storageError(error, this.#markPath);
    }
  }

  /** Rejects with `StorageError` when the file cannot be opened for writing. Does nothing for a day without events, which has no file. */
  async tryToOpen(): Promise<void> {
    if (this.#open || !this.#durable?.bytes) return;
    try {
      await (await this.#options.disk.open(this.#path, EXTEND)).close();
    } catch (error) {
      throw storageError(error, this.#path);
    }
  }

  /** Closes the files, having cut off reserved space and the bytes of refused appends. */
  async close(): Promise<void> {
    try {
      const bytes = this.#durable?.bytes ?? 0;
      if (this.#end > bytes) {
        this.#open ??= await this.#openFiles();
        await this.#cut(this.#open.file, bytes);
      }
      await this.#settleAtEnd();
      if (this.#open) await closeBoth(this.#open);
      this.#open = null;
    } catch (error) {
      throw storageError(error, this.#path);
    }
  }

  async #settleAtEnd(): Promise<void> {
    if (!this.#unsettled) return;
    try {
      this.#open ??= await this.#openFiles();
      await this.settle();
    } catch {
      // Without it the next start skips a few ticket numbers; the events themselves are durable.
    }
  }

  get #version(): number {
    return this.#options.upgrades.length + 1;
  }

  async #scan(end: End | null): Promise<{ content: DayContent<Event> } & Pick<Scan<Event>, 'version' | 'unfinished'>> {
    const { disk, upgrades, log } = this.#options;
    let file: FileHandle | null = null;
    try {
      file = await disk.open(this.#path, 'r');
    } catch (error) {
      if (!isMissing(error) || this.#durable?.bytes) throw error;
    }
    try {
      const limit = this.#durable?.bytes ?? (await file?.stat())?.size ?? 0;
      const found = file ? await scan<Event>(file, this.#path, this.#day, limit, upgrades) : emptyScan<Event>();
      const content = dayContent(found, end);
      // Reported at the first reading only.
      if (!this.#durable) {
        if (end === null) reportMissingMark(content, found.version, { path: this.#path, mark: this.#markPath }, log);
        await reportContent(content, file, this.#path, log);
      }
      // A torn last line is cut off.
      return { content, version: found.version, unfinished: found.unfinished && !content.torn };
    } finally {
      await file?.close();
    }
  }

  async #openFiles(): Promise<OpenFiles> {
    const { folder, disk } = this.#options;
    const bytes = this.#durable?.bytes ?? 0;
    const isNew = bytes === 0;
    const openFolder = (path: string, flags: 'r') => disk.open(path, flags);
    if (isNew) await makeFolder(folder, openFolder);
    // A file that held events and is gone must not be created anew: its ticket numbers would be given a second time.
    const file = await disk.open(this.#path, isNew ? CREATE : EXTEND);
    let mark: EndMark | null = null;
    try {
      mark = await EndMark.open(disk, this.#markPath, this.#day, settledAt(this.numbers.lastSeq));
      if (isNew || mark.isNew) await syncFolder(folder, openFolder);
      const { size } = await file.stat();
      if (size < bytes) throw this.#lostEnd();
      if (size > bytes) await this.#cut(file, bytes);
      this.#end = bytes;
      await this.#writeOpening(file);
      return { file, mark };
    } catch (error) {
      await file.close();
      await mark?.close();
      throw error;
    }
  }

  /** Ends the last line and names skipped numbers, durably before the next mark is written, which counts both as done. */
  async #writeOpening(file: FileHandle): Promise<void> {
    const durable = this.#durable;
    if (!durable?.opening) return;
    const opening = Buffer.from(durable.opening);
    this.#end = durable.bytes + opening.length;
    await writeDurably(this.#options.disk, file, opening, durable.bytes);
    const version = durable.opening === '\n' ? durable.version : this.#version;
    this.#durable = { ...durable, bytes: this.#end, version, opening: '', end: settledAt(durable.lastSeq) };
  }

  async #cut(file: FileHandle, bytes: number): Promise<void> {
    await cut(file, bytes);
    this.#end = bytes;
  }

  #lostEnd(): StorageError {
    return new StorageError({
      vi: `${this.#path} mất phần cuối khi chương trình đang chạy. Vui lòng dừng chương trình, đặt lại bản sao lưu, rồi khởi động lại.`,
      en: `${this.#path} has lost its end while the program ran. Stop the program, put back a backup, start it again.`,
    });
  }

  async #stop(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    try {
      await this.#cut(open.file, this.#durable?.bytes ?? 0);
    } catch {
      // The failed write reports the disk's error already; the next write truncates the file before anything else.
    }
    await closeBoth(open).catch(() => {
      // Closing frees the file descriptors even when it reports the error of the write again.
    });
  }
}
