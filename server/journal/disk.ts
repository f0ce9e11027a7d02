import type { FileHandle } from 'node:fs/promises';
import { StorageError } from './journal.ts';

/** `open` of node:fs/promises, or a test's that gives out failing files. */
export type OpenFile = (path: string, flags: string | number) => Promise<FileHandle>;

/** A full disk takes a part of the bytes before it says so. */
export async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw new StorageError('The disk takes no more bytes. Check the disk.');
    done += bytesWritten;
  }
}

export async function cut(file: FileHandle, bytes: number): Promise<void> {
  await file.truncate(bytes);
  await file.datasync();
}

/** Without it a power cut may take the new file's name away. Windows cannot, and need not, sync a folder. */
export async function syncFolder(folder: string, open: OpenFile): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
