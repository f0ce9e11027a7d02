import { constants, write } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { StorageError } from '../journal.ts';

/** What a test replaces by a disk in trouble. */
export interface Disk {
  open(path: string, flags: string | number): Promise<FileHandle>;
  /** Writes `bytes` from `offset` on and resolves with how many of them the disk took. */
  write(file: FileHandle, bytes: Buffer, offset: number, position: number): Promise<number>;
  /**
   * Whether a write to a file opened with `CREATE` or `EXTEND` is durable when it ends, "as though followed by fdatasync"
   * (open(2)): one thread hop fewer, 5 to 10 % of an append. Elsewhere that flag promises less than a sync does.
   */
  readonly syncsWrites: boolean;
}

export const nodeDisk: Disk = {
  open,
  // By callback: the promise of a FileHandle costs 10 µs more.
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

/** A full disk takes a part of the bytes before it says so. */
export async function writeDurably(disk: Disk, file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await disk.write(file, bytes, done, position + done);
    if (taken === 0)
      throw new StorageError({
        vi: 'Ổ đĩa không nhận thêm dữ liệu. Hãy kiểm tra ổ đĩa.',
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
