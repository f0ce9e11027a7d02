import { constants, write } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { StorageError } from '../journal.ts';

/** The file operations of the journal; tests replace them by a disk that fails. */
export interface Disk {
  open(path: string, flags: string | number): Promise<FileHandle>;
  /** Writes `bytes` from index `offset` on at `position` of the file and resolves with the number of bytes written. */
  write(file: FileHandle, bytes: Buffer, offset: number, position: number): Promise<number>;
  /**
   * Whether a write to a file opened with `CREATE` or `EXTEND` is durable when it ends, "as though followed by fdatasync"
   * (O_DSYNC in open(2)). This saves a call to the thread pool, 5 to 10 % of an append. Other systems guarantee less for that flag.
   */
  readonly syncsWrites: boolean;
}

export const nodeDisk: Disk = {
  // New files are readable by their owner only: events name people.
  open: (path, flags) => open(path, flags, 0o600),
  // With a callback, because the promise of a FileHandle takes 10 µs more.
  write: ({ fd }, bytes, offset, position) =>
    new Promise((resolve, reject) => {
      write(fd, bytes, offset, bytes.length - offset, position, (error, taken) => {
        if (error) reject(error);
        else resolve(taken);
      });
    }),
  syncsWrites: process.platform === 'linux',
};

export const EXTEND = constants.O_RDWR | (nodeDisk.syncsWrites ? constants.O_DSYNC : 0);
export const CREATE = EXTEND | constants.O_CREAT;

/** Writes all bytes, in several calls if needed: a disk that fills up takes a part of the bytes before it reports an error. */
export async function writeDurably(disk: Disk, file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await disk.write(file, bytes, done, position + done);
    if (taken === 0)
      throw new StorageError({
        vi: 'Ổ đĩa không nhận thêm dữ liệu. Vui lòng kiểm tra ổ đĩa.',
        en: 'The disk takes no more bytes. Check the disk.',
      });
    done += taken;
  }
  if (!disk.syncsWrites) await file.datasync();
}

export async function cut(file: FileHandle, bytes: number): Promise<void> {
  await file.truncate(bytes);
  await file.datasync();
}
