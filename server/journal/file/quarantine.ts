import { appendFile, type FileHandle, readFile } from 'node:fs/promises';
import { ifMissing } from '../../files.ts';
import type { Range } from './scan.ts';

const NEWLINE = Buffer.from('\n');

/**
 * Copies damaged bytes of `file` to the end of the file at `path`, unless they are there already, and returns `path`. Null when the
 * disk refuses, because the office must be able to open from a full or read-only disk too.
 */
export async function quarantine(file: FileHandle, { from, to }: Range, path: string): Promise<string | null> {
  const bytes = Buffer.alloc(to - from);
  try {
    await file.read(bytes, 0, bytes.length, from);
    const kept = await readFile(path).catch(ifMissing(Buffer.alloc(0)));
    if (!kept.includes(bytes)) await appendFile(path, Buffer.concat([bytes, NEWLINE]), { flush: true, mode: 0o600 });
    return path;
  } catch {
    return null;
  }
}
