/**
 * One event, one line: `[<crc32>,<more>,<event>]`. The checksum covers everything after its comma.
 * `more` is 1 when the next line belongs to the same command: a crash that tears a write between the two must not leave
 * half a command behind. A header line has the same form; it names the data version of the lines after it.
 */
import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import { type Envelope, envelope } from '../../../shared/protocol/views/event.ts';
import type { BusinessDay } from '../../../shared/time.ts';

const FORMAT = 'den-luot-journal';

const header = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer()), day: v.string() });
export type Header = v.InferOutput<typeof header>;

function line(more: boolean, payload: unknown): string {
  const body = `${more ? 1 : 0},${JSON.stringify(payload)}]`;
  return `[${crc32(body)},${body}\n`;
}

export function encodeHeader(day: BusinessDay, version: number): string {
  return line(false, { format: FORMAT, version, day } satisfies Header);
}

/** The lines of `events` from index `from` on. */
export function encodeEvents(events: readonly Envelope[], from: number): string {
  let text = '';
  for (let index = from; index < events.length; index++) {
    const event = events[index];
    text += line(events[index + 1]?.requestId === event?.requestId, event);
  }
  return text;
}

export interface Line {
  more: boolean;
  payload: unknown;
}

/** Null for a line that is not, byte for byte, what was written. `bytes` come without the newline. */
export function decodeLine(bytes: Buffer): Line | null {
  const checksum = /^\[(\d{1,10}),/.exec(bytes.toString('latin1', 0, 12));
  if (!checksum || crc32(bytes.subarray(checksum[0].length)) !== Number(checksum[1])) return null;
  try {
    const [, more, payload]: unknown[] = JSON.parse(bytes.toString('utf8'));
    return { more: more === 1, payload };
  } catch {
    // The checksum fits by chance or was forged; the line is damaged all the same.
    return null;
  }
}

export function asHeader(payload: unknown): Header | null {
  return v.is(header, payload) ? payload : null;
}

/** The envelope is checked; the checksum vouches that everything else is what this program wrote. */
export function isEvent<Event extends Envelope>(payload: unknown): payload is Event {
  return v.is(envelope, payload);
}
