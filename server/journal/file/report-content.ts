import type { FileHandle } from 'node:fs/promises';
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { Log } from '../../log.ts';
import type { DayContent } from './day-content.ts';
import { quarantine } from './quarantine.ts';
import { damaged, skippedNumbers, tornTail, unmarked } from './report.ts';
import type { Range } from './scan.ts';

/** Logs what is wrong with a day's file and copies the bytes that do not count. `file` is null when the day has no file. */
export async function reportContent<Event extends Envelope>(
  { damage, missing, missingAtEnd, torn, newlySkipped }: DayContent<Event>,
  file: FileHandle | null,
  path: string,
  log: Log,
): Promise<void> {
  const copyOf = async (range: Range | null) =>
    file && range ? quarantine(file, range, path.replace(/\.jsonl$/, '.damaged.jsonl')) : null;
  if (damage.length + missing > 0) {
    let copy: string | null = null;
    for (const range of damage) copy = await copyOf(range);
    const lines = damage.map(({ line, reason }) => ({ line, reason }));
    log(damaged({ path, lines, missing, missingAtEnd, copy }));
  }
  if (newlySkipped) log(skippedNumbers({ path, ...newlySkipped, copy: await copyOf(torn) }));
  else if (torn) log(tornTail({ path, line: torn.line, copy: await copyOf(torn) }));
}

/** The first data version whose days have an end mark. */
const MARKED_SINCE = 5;

/** Logs that a day's file has no end mark that can be read, where one was written. `version` is the data version of the file. */
export function reportMissingMark<Event extends Envelope>(
  { events }: DayContent<Event>,
  version: number | null,
  files: { path: string; mark: string },
  log: Log,
): void {
  if (events.length > 0 && (version ?? 0) >= MARKED_SINCE) log(unmarked(files));
}
