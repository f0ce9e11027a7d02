/** Helpers for the file system that several parts of the server use. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

type OpenFolder = (path: string, flags: 'r') => Promise<FileHandle>;

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A handler for `.catch` that resolves with `value` when a file or folder does not exist, and rethrows any other error. */
export function ifMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isMissing(error)) return value;
    throw error;
  };
}

/** Creates a folder that only its owner can read, with its parents, so that their names survive a power cut. */
export async function makeFolder(path: string, openFolder: OpenFolder = open): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let parent = dirname(resolve(path)); ; parent = dirname(parent)) {
    await syncFolder(parent, openFolder).catch(ifNotAllowed);
    if (parent === top || parent === dirname(parent)) return;
  }
}

/** A folder above the data folder may be closed to this user, who can then not sync it. */
function ifNotAllowed(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error;
}

/** Makes the name of a new file survive a power cut. Windows cannot sync a folder and does not need it. */
export async function syncFolder(path: string, openFolder: OpenFolder = open): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await openFolder(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
