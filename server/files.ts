/** What several parts need of the file system. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** For `.catch`: a file or folder that is not there counts as `value`. */
export function ifMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isMissing(error)) return value;
    throw error;
  };
}

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Without it a power cut may take away the name of a new file. Windows cannot, and need not, sync a folder. */
export async function syncFolder(
  path: string,
  openFolder: (path: string, flags: 'r') => Promise<FileHandle> = open,
): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await openFolder(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
