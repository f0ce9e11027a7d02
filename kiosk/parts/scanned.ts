/** What a scanned code is for a kiosk. Of a card only the age leaves this file; nothing is kept. */
import type { ClassId } from '../../shared/office/office.ts';
import { type EpochMs, localTime } from '../../shared/time.ts';

export type Scanned =
  /** Age that the holder reaches this year. */
  | { kind: 'card'; age: number }
  | { kind: 'half-card' }
  | { kind: 'ticket'; id: string }
  /** Of a booked time. */
  | { kind: 'appointment'; code: string }
  | { kind: 'foreign' }
  /** A burst that broke off, or noise. */
  | { kind: 'unread' };

/** What is only told, and leads to no page. */
export type Notice = Exclude<Scanned, { kind: 'ticket' | 'appointment' }>;

/** Fields of a citizen card: number, old number, name, birth, sex, address, date of issue. Older cards leave some out. */
const CARD_FIELDS = 6;
const CARD_NUMBER = /^\d{12}$/;
/** The address on a ticket or its bare id. */
const TICKET = /^(?:https?:\/\/\S+\/t\/)?([\w-]{20,64})$/;
/** Six digits, bare or as the end of an address. */
const APPOINTMENT = /^(?:https?:\/\/\S+\/a\/)?(\d{6})$/;
/** The longest code that is printed for people; more is a picture of something else. */
const LONGEST = 400;

/** `text` is null for half a code. */
export function scannedAt(at: EpochMs, timeZone: string, text: string | null): Scanned {
  return readScan(text, Number(localTime(at, timeZone).day.slice(0, 4)));
}

/** `year` is the office's. */
export function readScan(text: string | null, year: number): Scanned {
  const code = text?.trim() ?? '';
  if (code === '' || code.length > LONGEST) return { kind: 'unread' };
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
  return id === undefined ? { kind: 'foreign' } : { kind: 'ticket', id };
}

/** The fourth digit tells century and sex (0 and 1: 1900s, 2 and 3: 2000s), the next two the year of birth (decree 137/2015). */
function ageFrom(number: string, year: number): number {
  const century = 1900 + 100 * Math.floor(Number(number.charAt(3)) / 2);
  return year - (century + Number(number.slice(4, 6)));
}

/** Người cao tuổi, law 39/2009: from 60 on. The number tells the year alone, so whoever turns 60 this year is believed. */
const ELDERLY_AGE = 60;

/** The name of that class in the starter set-up; an office that calls it otherwise offers nothing by card. */
const ELDERLY: ClassId = 'elderly';

/** The class that a scan speaks for, if the office has it. */
export function offeredClass(scanned: Scanned | null, classes: readonly { id: ClassId }[]): ClassId | null {
  const entitled = scanned?.kind === 'card' && scanned.age >= ELDERLY_AGE;
  return entitled && classes.some(({ id }) => id === ELDERLY) ? ELDERLY : null;
}
