/**
 * The format of a day's file, one line per event: `[<crc32>,<more>,<event>]`. The checksum covers everything after its comma.
 * `more` is 1 when the next line belongs to the same command, so that a write cut off between the two does not leave half a command
 * behind. A header line has the same form; it names the data version of the lines after it.
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

/** Null for a line whose checksum does not fit its bytes. `bytes` come without the newline. */
export function decodeLine(bytes: Buffer): Line | null {
  const checksum = /^\[(\d{1,10}),/.exec(bytes.toString('latin1', 0, 12));
  if (!checksum || crc32(bytes.subarray(checksum[0].length)) !== Number(checksum[1])) return null;
  try {
    const [, more, payload]: unknown[] = JSON.parse(bytes.toString('utf8'));
    return { more: more === 1, payload };
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
