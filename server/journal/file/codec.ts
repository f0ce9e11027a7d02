/**
 * The format of a day's file, one line per event: `[<crc32>,<more>,<event>]`, or `[<crc32>,<more>,<event>,1]` when the line before
 * belongs to the same command. The checksum covers everything after its comma. `more` is 1 when the next line belongs to the same
 * command. So half a command is detected whichever of its lines is missing. A header line has the same form; it names the data version
 * of the lines after it, and sequence numbers that have no event because a write may not have reached the file.
 */
import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../../shared/time.ts';

const FORMAT = 'den-luot-journal';
const BRACKET = '['.charCodeAt(0);
const COMMA = ','.charCodeAt(0);

const whole = v.pipe(v.number(), v.integer());
const skipped = v.object({ from: whole, to: whole });
const header = v.object({
  format: v.literal(FORMAT),
  version: whole,
  day: v.string(),
  skipped: v.exactOptional(skipped),
});
export type Header = v.InferOutput<typeof header>;
/** The sequence numbers from `from` to `to`, which no event will ever have. */
export type Skipped = v.InferOutput<typeof skipped>;

function line(more: boolean, payload: unknown, continues = false): string {
  const body = `${more ? 1 : 0},${JSON.stringify(payload)}${continues ? ',1' : ''}]`;
  return `[${crc32(body)},${body}\n`;
}

export function encodeHeader(day: BusinessDay, version: number, skipped: Skipped | null = null): string {
  return line(false, { format: FORMAT, version, day, ...(skipped && { skipped }) } satisfies Header);
}

/** The lines of `events` from index `from` on. */
export function encodeEvents(events: readonly Envelope[], from: number): string {
  let text = '';
  for (let index = from; index < events.length; index++) {
    const event = events[index];
    const continues = index > from && events[index - 1]?.requestId === event?.requestId;
    text += line(events[index + 1]?.requestId === event?.requestId, event, continues);
  }
  return text;
}

export interface Line {
  more: boolean;
  continues: boolean;
  payload: unknown;
}

/** Null for a line whose checksum does not fit its bytes. `bytes` come without the newline. */
export function decodeLine(bytes: Buffer): Line | null {
  const checked = bytes.indexOf(COMMA) + 1;
  if (checked === 0 || checked > 12 || bytes[0] !== BRACKET) return null;
  try {
    const parts: unknown[] = JSON.parse(bytes.toString('utf8'));
    if (parts[0] !== crc32(bytes.subarray(checked))) return null;
    return { more: parts[1] === 1, payload: parts[2], continues: parts[3] === 1 };
  } catch {
    // No JSON: the line is damaged.
    return null;
  }
}

export function asHeader(payload: unknown): Header | null {
  return typeof payload === 'object' && payload !== null && 'format' in payload && v.is(header, payload)
    ? payload
    : null;
}

/**
 * Checks the envelope only: by the checksum everything else is as this program wrote it. Written out, because a schema takes a tenth of
 * the time of reading a large day.
 */
export function isEvent<Event extends Envelope>(payload: unknown): payload is Event {
  if (typeof payload !== 'object' || payload === null) return false;
  const { seq, at, by, requestId, type }: { [Key in keyof Envelope]?: unknown } = payload;
  return (
    isWhole(seq) &&
    seq >= 1 &&
    isWhole(at) &&
    typeof by === 'string' &&
    typeof requestId === 'string' &&
    typeof type === 'string'
  );
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}
