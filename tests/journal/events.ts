import { crc32 } from 'node:zlib';
import { FileJournal } from '../../server/journal/file/file-journal.ts';
import type { LogEntry } from '../../server/log.ts';
import type { Event } from '../../server/queue/events.ts';
import { eventUpgrades } from '../../server/queue/upgrades.ts';
import { officeUpgrades } from '../../server/setup/office/upgrades.ts';

/** The upgrades that the server gives to its journal. */
const upgrades = eventUpgrades(officeUpgrades);
export const DATA_VERSION = upgrades.length + 1;

/** The office's journal in `folder`; by default an entry in its log fails the test. */
export function journalIn(
  folder: string,
  options: Partial<ConstructorParameters<typeof FileJournal>[0]> = {},
): FileJournal<Event> {
  const log = ({ text }: LogEntry): never => {
    throw new Error(text.en);
  };
  return new FileJournal<Event>({ folder, log, upgrades, ...options });
}

export const DAY = '2026-11-20';
export const NEXT_DAY = '2026-11-21';

/** An event, by default of a command of its own. */
export function paused(seq: number, reason = 'nghỉ giải lao', requestId = `request-${seq}`): Event {
  return {
    type: 'CounterPaused',
    counterId: 'quay-1',
    reason,
    until: null,
    seq,
    at: 1_795_000_000_000 + seq,
    by: 'staff:hoa',
    requestId,
  };
}

export function sequence(from: number, to: number): Event[] {
  return Array.from({ length: to - from + 1 }, (_, index) => paused(from + index));
}

/** A line of the file, written without the product's code, so that a change of the format fails the tests. */
export function lineOf(payload: unknown, more: 0 | 1 = 0): string {
  const body = `${more},${JSON.stringify(payload)}]`;
  return `[${crc32(body)},${body}\n`;
}

export function headerOf(day: string, version = DATA_VERSION): string {
  return lineOf({ format: 'den-luot-journal', version, day });
}
