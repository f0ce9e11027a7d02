import { fdatasync, write } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

/** A file without any layer on top: the least cost of durability on this disk. */
export interface BareFile {
  /** Writes at the end, then syncs. */
  append(bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

export async function openBareFile(path: string): Promise<BareFile> {
  const file = await open(path, 'w');
  let position = 0;
  return {
    // With a callback, because the promises of a FileHandle take longer than the call.
    append: async (bytes) => {
      await new Promise<void>((resolve, reject) => {
        write(file.fd, bytes, 0, bytes.length, position, (error) => (error ? reject(error) : resolve()));
      });
      await sync(file.fd);
      position += bytes.length;
    },
    close: () => file.close(),
  };
}
