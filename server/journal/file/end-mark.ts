/**
 * The mark beside a day's file (`DAY.end`): up to which event the file must reach. Without it, a file that has lost its end cannot be
 * told from the file of a shorter day. Each batch writes its mark at the same time as its events, and a second mark follows when the
 * journal is idle or closed. The mark has two places, which are written in turn, so that a power cut spoils at most one of them.
 */
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import type { BusinessDay } from '../../../shared/time.ts';
import { CREATE, type Disk, writeDurably } from './disk.ts';

/** What is known about the last events of a day: three sequence numbers, none smaller than the one before. */
export interface End {
  /** All events up to this one are acknowledged. */
  acknowledged: number;
  /** No event after this one can have been acknowledged. */
  possible: number;
  /** The last event of the latest write that was announced. One later write of at most `MAX_UNSURE` events may be under way. */
  announced: number;
}

/**
 * How many events may be acknowledged as soon as they and their mark are written. It bounds how many ticket numbers are skipped after a
 * power cut, because each event may have issued one. Larger batches wait for their second mark.
 */
export const MAX_UNSURE = 20;

/** Each place has a page of its own, because a disk may spoil the whole page that it is writing. */
const PLACE_BYTES = 4096;
const PLACES = 2;
const RECORD_BYTES = 128;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const record = v.tuple([whole, whole, whole, whole, whole, v.string()]);

interface Entry {
  /** Counts the writes of this mark: the entry with the highest number is the latest. */
  turn: number;
  end: End;
}

/** All events up to `seq` are acknowledged, and no write is under way. */
export function settledAt(seq: number): End {
  return { acknowledged: seq, possible: seq, announced: seq };
}

/** Null when there is no mark, as in data of older versions, or when it cannot be read. */
export async function readEnd(disk: Disk, path: string, day: BusinessDay): Promise<End | null> {
  try {
    const file = await disk.open(path, 'r');
    try {
      return (await latest(file, day))?.end ?? null;
    } finally {
      await file.close();
    }
  } catch {
    // The mark protects the file of the day, which can be read without it.
    return null;
  }
}

export class EndMark {
  readonly #disk: Disk;
  readonly #file: FileHandle;
  readonly #day: BusinessDay;
  #entry: Entry;
  readonly isNew: boolean;

  private constructor(disk: Disk, file: FileHandle, day: BusinessDay, entry: Entry, isNew: boolean) {
    this.isNew = isNew;
    this.#disk = disk;
    this.#file = file;
    this.#day = day;
    this.#entry = entry;
  }

  /** Opens the mark for writing. When there is none that can be read, creates it with the entry `first`. */
  static async open(disk: Disk, path: string, day: BusinessDay, first: End): Promise<EndMark> {
    const file = await disk.open(path, CREATE);
    try {
      const known = await latest(file, day);
      const entry = known ?? { turn: 1, end: first };
      if (!known) {
        // At its full length from the beginning, so that no later write changes the length or finds the disk full.
        const content = Buffer.alloc(PLACES * PLACE_BYTES, ' ');
        encode(entry, day).copy(content, placeOf(entry));
        await writeDurably(disk, file, content, 0);
      }
      return new EndMark(disk, file, day, entry, known === null);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Resolves when `end` would survive a power cut. Must not be called before the call before has ended. */
  async write(end: End): Promise<void> {
    // After a failed write the next one goes to the same place, because the other one is still intact.
    const entry = { turn: this.#entry.turn + 1, end };
    await writeDurably(this.#disk, this.#file, encode(entry, this.#day), placeOf(entry));
    this.#entry = entry;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

function placeOf({ turn }: Entry): number {
  return (turn % PLACES) * PLACE_BYTES;
}

/** One line of fixed length, in the form of the lines of a day's file. */
function encode({ turn, end }: Entry, day: BusinessDay): Buffer {
  const body = `${turn},${end.acknowledged},${end.possible},${end.announced},"${day}"]`;
  return Buffer.from(`${`[${crc32(body)},${body}`.padEnd(RECORD_BYTES - 1)}\n`);
}

async function latest(file: FileHandle, day: BusinessDay): Promise<Entry | null> {
  const { buffer } = await file.read(Buffer.alloc(PLACES * PLACE_BYTES), 0, PLACES * PLACE_BYTES, 0);
  const entries = Array.from({ length: PLACES }, (_, place) =>
    decode(buffer.toString('latin1', place * PLACE_BYTES, place * PLACE_BYTES + RECORD_BYTES).trimEnd(), day),
  );
  return entries.reduce((best, entry) => ((entry?.turn ?? 0) > (best?.turn ?? 0) ? entry : best), null);
}

function decode(text: string, day: BusinessDay): Entry | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Blank, or spoilt by a power cut: the other place counts.
    return null;
  }
  if (!v.is(record, parsed)) return null;
  const [checksum, turn, acknowledged, possible, announced, of] = parsed;
  if (crc32(text.slice(text.indexOf(',') + 1)) !== checksum || of !== day) return null;
  return { turn, end: { acknowledged, possible, announced } };
}
