/**
 * The format of a day's file, one line per event: `[<crc32>,<more>,<event>]`, or `[<crc32>,<more>,<event>,1]` when the line before
 * belongs to the same command. The checksum covers everything after its comma. `more` is 1 when the next line belongs to the same
 * command. So half a command is detected whichever of its lines is missing. A header line has the same form; it names the data version
 * of the lines after it, and sequence numbers that have no event because a write may not have reached the file.
 */
import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import { type Envelope, envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../../shared/time.ts';

const FORMAT = 'den-luot-journal';

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
  const checksum = /^\[(\d{1,10}),/.exec(bytes.toString('latin1', 0, 12));
  if (!checksum || crc32(bytes.subarray(checksum[0].length)) !== Number(checksum[1])) return null;
  try {
    const [, more, payload, continues]: unknown[] = JSON.parse(bytes.toString('utf8'));
    return { more: more === 1, continues: continues === 1, payload };
  } catch {
    // No JSON although the checksum fits, by chance or because it was forged: the line counts as damaged.
    return null;
  }
}

export function asHeader(payload: unknown): Header | null {
  return v.is(header, payload) ? payload : null;
}

/** Checks the envelope only: by the checksum everything else is as this program wrote it. */
export function isEvent<Event extends Envelope>(payload: unknown): payload is Event {
  return v.is(envelope, payload);
}
