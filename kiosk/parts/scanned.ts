/** Recognises what a visitor has scanned. Of a citizen card only the age leaves this file; nothing is stored. */
import { type EpochMs, localTime } from '../../shared/time.ts';

export type Scanned =
  /** A citizen card; `age` is the one that its holder reaches this year. */
  | { kind: 'card'; age: number }
  | { kind: 'half-card' }
  | { kind: 'ticket'; id: string }
  /** The six digits of an appointment. */
  | { kind: 'appointment'; code: string }
  /** A readable code that is not one of this office. */
  | { kind: 'foreign' }
  /** A scan that broke off, or noise. */
  | { kind: 'unread' };

/** A scan that opens no page: the kiosk shows a sentence about it. */
export type Notice = Exclude<Scanned, { kind: 'ticket' | 'appointment' }>;

/** Fields of a complete scan: number, old number, name, birth, sex, address, date of issue. Older cards lack one of them. */
const CARD_FIELDS = 6;
const CARD_NUMBER = /^\d{12}$/;
/** The address in the QR code of a ticket, or the bare ticket id. Capitals are those of Caps Lock. */
const TICKET = /^(?:https?:\/\/\S+\/t\/)?([\w-]{20,64})$/i;
/** The address of a ticket whose id an input method has changed: another try can succeed. */
const HALF_TICKET = /^https?:\/\/\S+\/t\//i;
/** Six digits, bare or at the end of an address. */
const APPOINTMENT = /^(?:https?:\/\/\S+\/a\/)?(\d{6})$/i;
/** Characters; a longer text is not a code for visitors. */
const MOST_CHARACTERS = 400;

/**
 * `text` is null for a scan that broke off. Most scanners press keys as if each machine had a US keyboard: the places of the keys
 * are read first, and what the machine's own layout made of them only if that is no code of this office.
 */
export function scannedAt(at: EpochMs, timeZone: string, text: { placed: string; typed: string } | null): Scanned {
  const year = Number(localTime(at, timeZone).day.slice(0, 4));
  const scanned = readScan(text?.placed ?? null, year);
  if (!text || !['foreign', 'half-card', 'unread'].includes(scanned.kind)) return scanned;
  const other = readScan(text.typed, year);
  return other.kind === 'foreign' ? scanned : other;
}

/** `year` is the current year in the office's time zone. */
export function readScan(text: string | null, year: number): Scanned {
  const code = text?.trim() ?? '';
  if (code === '' || code.length > MOST_CHARACTERS) return { kind: 'unread' };
  const fields = code.split('|');
  const number = fields[0]?.trim() ?? '';
  if (CARD_NUMBER.test(number)) {
    const age = ageFrom(number, year);
    return fields.length < CARD_FIELDS || age < 0 ? { kind: 'half-card' } : { kind: 'card', age };
  }
  if (fields.length > 1) return { kind: 'half-card' };
  const booked = APPOINTMENT.exec(code)?.[1];
  if (booked !== undefined) return { kind: 'appointment', code: booked };
  const id = TICKET.exec(code)?.[1];
  if (id !== undefined) return { kind: 'ticket', id: id.toLowerCase() };
  return { kind: HALF_TICKET.test(code) ? 'unread' : 'foreign' };
}

/** Decree 137/2015: the fourth digit encodes century and sex (0, 1: 1900s; 2, 3: 2000s), the next two the year of birth. */
function ageFrom(number: string, year: number): number {
  const century = 1900 + 100 * Math.floor(Number(number.charAt(3)) / 2);
  return year - (century + Number(number.slice(4, 6)));
}
