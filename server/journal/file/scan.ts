/** Reads a day's file from the start and separates intact events from damage. Never changes the file. */
import type { FileHandle } from 'node:fs/promises';
import type { Text } from '../../../shared/language.ts';
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { OperatorError } from '../../log.ts';
import type { Upgrades } from '../journal.ts';
import { asHeader, decodeLine, type Header, isEvent } from './codec.ts';
import type { DamageReason } from './report.ts';

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 10;

/** The bytes from `from` up to, not including, `to`; `line` is the number of the first line in them. */
export interface Range {
  line: number;
  from: number;
  to: number;
}

export interface Scan<Event extends Envelope> {
  events: Event[];
  /** The version in the last header; null for a file without an intact header, whose events are read as the current version. */
  version: number | null;
  damage: (Range & { reason: DamageReason })[];
  /** How many events are missing according to the sequence numbers. */
  missing: number;
  /** A last line that was not written completely, with the lines of the same command before it. */
  torn: Range | null;
  /** Up to where the file has complete commands; behind it are only blank lines and what is torn. */
  length: number;
}

export function emptyScan<Event extends Envelope>(): Scan<Event> {
  return { events: [], version: null, damage: [], missing: 0, torn: null, length: 0 };
}

/** Reads at most `limit` bytes. Throws `DataRefused` for a file of a newer program or of another day. */
export async function scan<Event extends Envelope>(
  file: FileHandle,
  path: string,
  day: BusinessDay,
  limit: number,
  upgrades: Upgrades,
): Promise<Scan<Event>> {
  const reader = new Reader<Event>(path, day, upgrades);
  // A device in the place of the file has the size 0, but reading it may never end.
  if (limit === 0) return reader.end();
  const chunks = file.createReadStream({ start: 0, end: limit - 1, autoClose: false, highWaterMark: CHUNK_BYTES });
  let unfinished: Buffer[] = [];
  for await (const piece of chunks) {
    const chunk: Buffer = piece;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      unfinished.push(chunk.subarray(start, end));
      reader.line(unfinished.length === 1 ? chunk.subarray(start, end) : Buffer.concat(unfinished));
      unfinished = [];
      start = end + 1;
    }
    if (start < chunk.length) unfinished.push(chunk.subarray(start));
  }
  return reader.end(unfinished.reduce((bytes, piece) => bytes + piece.length, 0));
}

interface Mark {
  offset: number;
  lines: number;
  events: number;
}

class Reader<Event extends Envelope> {
  readonly #path: string;
  readonly #day: BusinessDay;
  readonly #upgrades: Upgrades;
  readonly #scan = emptyScan<Event>();
  #offset = 0;
  #lines = 0;
  /** The position after the last complete command. */
  #complete: Mark = { offset: 0, lines: 0, events: 0 };
  /** The value of `#complete` before the latest line, if that line is damaged. */
  #beforeDamage: Mark | null = null;
  /** End of the latest line that is not blank. */
  #written = 0;

  constructor(path: string, day: BusinessDay, upgrades: Upgrades) {
    this.#path = path;
    this.#day = day;
    this.#upgrades = upgrades;
  }

  line(bytes: Buffer): void {
    const from = this.#offset;
    this.#offset += bytes.length + 1;
    this.#lines += 1;
    // Reserved space.
    if (bytes.length === 0) return;
    this.#written = this.#offset;
    const line = decodeLine(bytes);
    const damage = line === null ? 'checksum' : this.#take(line.payload);
    if (damage) this.#scan.damage.push({ line: this.#lines, from, to: this.#offset, reason: damage });
    this.#beforeDamage = damage ? this.#complete : null;
    if (damage || !line?.more) this.#markComplete();
  }

  end(unfinishedBytes = 0): Scan<Event> {
    const scan = this.#scan;
    const size = unfinishedBytes === 0 ? this.#written : this.#offset + unfinishedBytes;
    // A damaged last line that is followed by reserved space (blank lines) is an append that a power cut interrupted: the append
    // overwrote blank lines, and not all of its bytes arrived.
    if (this.#beforeDamage && size < this.#offset) {
      scan.damage.pop();
      this.#complete = this.#beforeDamage;
    }
    const { offset, lines, events } = this.#complete;
    scan.length = offset;
    if (size > offset) {
      scan.torn = { line: lines + 1, from: offset, to: size };
      scan.events.length = events;
    }
    return scan;
  }

  #markComplete(): void {
    this.#complete = { offset: this.#offset, lines: this.#lines, events: this.#scan.events.length };
  }

  #take(payload: unknown): DamageReason | null {
    const header = asHeader(payload);
    if (header) return this.#takeHeader(header);
    // Without a header the lines count as written in the current version.
    const event = upgraded(payload, this.#scan.version ?? this.#upgrades.length + 1, this.#upgrades);
    if (!isEvent<Event>(event)) return 'envelope';
    const { events } = this.#scan;
    const expected = (events.at(-1)?.seq ?? 0) + 1;
    if (event.seq < expected) return 'sequence';
    this.#scan.missing += event.seq - expected;
    events.push(event);
    return null;
  }

  #takeHeader({ version, day }: Header): null {
    const known = this.#upgrades.length + 1;
    if (version > known) {
      throw new DataRefused({
        vi:
          `${this.#path} do bản Đến Lượt mới hơn ghi (phiên bản dữ liệu ${version}, bản này chỉ biết ${known}). ` +
          'Không có gì bị thay đổi. Hãy cài lại bản mới hơn.',
        en:
          `${this.#path} was written by a newer version of Đến Lượt (data version ${version}, this one knows ${known}). ` +
          'Nothing was changed. Install the newer version again.',
      });
    }
    if (day !== this.#day) {
      throw new DataRefused({
        vi: `${this.#path} chứa sự kiện của ngày ${day}. Không có gì bị thay đổi. Hãy đặt lại đúng tên tệp.`,
        en: `${this.#path} holds the events of ${day}. Nothing was changed. Give it its own name back.`,
      });
    }
    this.#scan.version = version;
    return null;
  }
}

function upgraded(event: unknown, version: number, upgrades: Upgrades): unknown {
  let current = event;
  for (let from = version - 1; from < upgrades.length; from += 1) current = upgrades[from]?.(current) ?? current;
  return current;
}

/** A file that is intact but must not be read: by this program's rules a ticket number could be given twice. The text says what to do. */
export class DataRefused extends OperatorError {
  override readonly name = 'DataRefused';

  constructor(text: Text) {
    super('data-refused', text);
  }
}
