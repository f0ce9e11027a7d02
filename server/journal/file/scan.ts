/** Reads a day's file from the start into intact lines and damaged ones. Never changes the file. */
import type { FileHandle } from 'node:fs/promises';
import type { Text } from '../../../shared/language.ts';
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { OperatorError } from '../../log.ts';
import type { Upgrades } from '../journal.ts';
import { asHeader, decodeLine, type Header, isEvent, type Skipped } from './codec.ts';
import type { DamageReason } from './report.ts';

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 10;

/** The bytes from `from` up to, not including, `to`; `line` is the number of the first line in them. */
export interface Range {
  line: number;
  from: number;
  to: number;
}

export interface DamagedRange extends Range {
  reason: DamageReason;
  /** Whether the bytes begin and end like a line: then the disk has changed them, and no write was cut short. */
  looksWhole: boolean;
}

export interface EventLine<Event extends Envelope> extends Range {
  event: Event;
  /** Whether the next sequence number belongs to the same command. */
  more: boolean;
  /** Whether the sequence number before belongs to the same command; older programs have not written it. */
  continues: boolean;
}

/** The content of the file in its physical order. */
export interface Scan<Event extends Envelope> {
  lines: EventLine<Event>[];
  damage: DamagedRange[];
  /** Sequence numbers that no event will ever have, as headers name them. */
  skipped: Skipped[];
  /** The version in the last header; null for a file without an intact header, whose events are read as the current version. */
  version: number | null;
  /** End of the last header. */
  headerEnd: number;
  /** End of the last line that is not blank. */
  written: number;
  /** Whether the last line has no end. */
  unfinished: boolean;
}

/** The scan of a file that is empty or does not exist. */
export function emptyScan<Event extends Envelope>(): Scan<Event> {
  return { lines: [], damage: [], skipped: [], version: null, headerEnd: 0, written: 0, unfinished: false };
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
  if (limit === 0) return reader.scan;
  const chunks = file.createReadStream({ start: 0, end: limit - 1, autoClose: false, highWaterMark: CHUNK_BYTES });
  let unfinished: Buffer[] = [];
  for await (const piece of chunks) {
    const chunk: Buffer = piece;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      unfinished.push(chunk.subarray(start, end));
      reader.line(unfinished.length === 1 ? chunk.subarray(start, end) : Buffer.concat(unfinished), true);
      unfinished = [];
      start = end + 1;
    }
    if (start < chunk.length) unfinished.push(chunk.subarray(start));
  }
  if (unfinished.length > 0) reader.line(Buffer.concat(unfinished), false);
  return reader.scan;
}

class Reader<Event extends Envelope> {
  readonly #path: string;
  readonly #day: BusinessDay;
  readonly #upgrades: Upgrades;
  readonly scan = emptyScan<Event>();
  #offset = 0;
  #lines = 0;

  constructor(path: string, day: BusinessDay, upgrades: Upgrades) {
    this.#path = path;
    this.#day = day;
    this.#upgrades = upgrades;
  }

  /** `bytes` come without the newline, which the last line may lack: `ended` is false then. */
  line(bytes: Buffer, ended: boolean): void {
    const from = this.#offset;
    const to = from + bytes.length + (ended ? 1 : 0);
    this.#offset = to;
    this.#lines += 1;
    if (isReserved(bytes)) return;
    const { scan } = this;
    scan.written = to;
    scan.unfinished = !ended;
    const line = decodeLine(bytes);
    const header = line && asHeader(line.payload);
    if (header) this.#takeHeader(header);
    // Without a header the lines count as written in the current version.
    const version = scan.version ?? this.#upgrades.length + 1;
    const event = line && !header ? upgraded(line.payload, version, this.#upgrades) : null;
    if (line && isEvent<Event>(event)) {
      // Written out, because object spread takes much of the time of reading a large day.
      scan.lines.push({ line: this.#lines, from, to, event, more: line.more, continues: line.continues });
    } else if (!header) {
      const looksWhole = ended && /^\[\d{1,10},[^\0]*\]$/.test(bytes.toString('latin1'));
      scan.damage.push({ line: this.#lines, from, to, reason: line ? 'envelope' : 'checksum', looksWhole });
    }
  }

  #takeHeader({ version, day, skipped }: Header): void {
    const known = this.#upgrades.length + 1;
    if (version > known) {
      throw new DataRefused({
        vi:
          `${this.#path} do bản Đến Lượt mới hơn ghi (phiên bản dữ liệu ${version}, bản này chỉ biết ${known}). ` +
          'Không có gì bị thay đổi. Vui lòng cài lại bản mới hơn.',
        en:
          `${this.#path} was written by a newer version of Đến Lượt (data version ${version}, this one knows ${known}). ` +
          'Nothing was changed. Install the newer version again.',
      });
    }
    if (day !== this.#day) {
      throw new DataRefused({
        vi: `${this.#path} chứa sự kiện của ngày ${day}. Không có gì bị thay đổi. Vui lòng đặt lại đúng tên tệp.`,
        en: `${this.#path} holds the events of ${day}. Nothing was changed. Give it its own name back.`,
      });
    }
    const { scan } = this;
    scan.version = version;
    scan.headerEnd = this.#offset;
    if (skipped) scan.skipped.push(skipped);
  }
}

/** Reserved space: no bytes, or zeros, which the file system shows where reserved space was not written before a power cut. */
function isReserved(bytes: Buffer): boolean {
  return (bytes[0] ?? 0) === 0 && bytes.every((byte) => byte === 0);
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
