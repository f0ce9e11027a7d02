import { StorageError } from './journal.ts';

const WORDS: Record<string, string> = {
  ENOSPC: 'The disk is full. Delete files that do not belong to Đến Lượt, or move the data folder to a larger disk',
  EDQUOT: 'The disk quota is used up. Ask for more space, or move the data folder to a larger disk',
  EFBIG: 'The file may not grow further. Raise the limit on file sizes for this service',
  EROFS: 'The disk is read-only. A card or disk often turns so when it fails: copy the data folder, then replace it',
  EACCES: 'The program may not write here. Give the data folder to the user that the program runs as',
  EPERM: 'The program may not write here. Give the data folder to the user that the program runs as',
  EIO: 'The disk reports an input/output error. Copy the data folder to another disk now, then replace this one',
  ENOENT: 'The file or its folder is gone. Connect the disk again, or put the data folder back where it was',
  ENOTDIR: 'The folder is gone and a file stands in its place. Put the data folder back where it was',
  EISDIR: 'A folder stands where the file belongs. Move that folder away',
  EMFILE: 'Too many files are open. Raise the limit on open files for this service',
};

/** Trouble with the disk in words; anything else is a bug and comes back as it is. */
export function storageError(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return cause;
  const words = WORDS[cause.code] ?? 'The disk refused. Check the disk and the data folder';
  return new StorageError(`${words} (${path}: ${cause.message}).`, { cause });
}
