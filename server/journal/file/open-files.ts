import type { FileHandle } from 'node:fs/promises';
import { type Disk, writeDurably } from './disk.ts';
import { type EndMark, MAX_UNSURE, settledAt } from './end-mark.ts';

/** A day's file and its end mark, open for writing. */
export interface OpenFiles {
  file: FileHandle;
  mark: EndMark;
}

interface Append {
  bytes: Buffer;
  /** Where the bytes belong in the file. */
  position: number;
  /** The last sequence number before them. */
  before: number;
  lastSeq: number;
}

/**
 * Writes events and mark at the same time, because each waits for the disk as long as both. A large write is announced first and
 * acknowledged only by a second mark, so that a power cut leaves few sequence numbers unsure. Resolves with whether the mark has settled.
 */
export async function appendWithMark(disk: Disk, open: OpenFiles, append: Append): Promise<boolean> {
  const { bytes, position, before, lastSeq } = append;
  const writeEvents = () => writeDurably(disk, open.file, bytes, position);
  if (lastSeq - before <= MAX_UNSURE) {
    await bothOf(writeEvents(), open.mark.write({ acknowledged: before, possible: lastSeq, announced: lastSeq }));
    return false;
  }
  await open.mark.write({ acknowledged: before, possible: before, announced: lastSeq });
  await writeEvents();
  await open.mark.write(settledAt(lastSeq));
  return true;
}

export async function closeBoth({ file, mark }: OpenFiles): Promise<void> {
  await bothOf(file.close(), mark.close());
}

/** Rejects with the first error, but only when both have ended: the caller may then write again. */
async function bothOf(one: Promise<void>, other: Promise<void>): Promise<void> {
  for (const outcome of await Promise.allSettled([one, other])) if (outcome.status === 'rejected') throw outcome.reason;
}
