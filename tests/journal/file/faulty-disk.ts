import type { FileHandle } from 'node:fs/promises';
import { type Disk, nodeDisk } from '../../../server/journal/file/disk.ts';

type Operation = 'open' | 'write' | 'datasync' | 'sync' | 'truncate';

/** A real disk that refuses the operations it was told to, and writes down what was asked of it. */
export class FaultyDisk implements Disk {
  readonly syncsWrites: boolean;
  /** What each operation fails with, an errno name. */
  trouble: Partial<Record<Operation, string>> = {};
  /** How many more bytes fit. */
  room = Number.POSITIVE_INFINITY;
  readonly asked: Operation[] = [];

  constructor({ syncsWrites = nodeDisk.syncsWrites } = {}) {
    this.syncsWrites = syncsWrites;
  }

  async open(path: string, flags: string | number): Promise<FileHandle> {
    // Reading goes on while a disk is full or read-only.
    if (flags !== 'r') this.#ask('open');
    const file = await nodeDisk.open(path, flags);
    for (const operation of ['datasync', 'sync', 'truncate'] as const) {
      const real: (bytes?: number) => Promise<void> = file[operation].bind(file);
      file[operation] = async (bytes?: number) => {
        this.#ask(operation);
        await real(bytes);
      };
    }
    return file;
  }

  async write(file: FileHandle, bytes: Buffer, offset: number, position: number): Promise<number> {
    this.#ask('write');
    const fitting = Math.min(bytes.length - offset, this.room);
    if (fitting === 0) throw errno('ENOSPC');
    this.room -= fitting;
    return nodeDisk.write(file, bytes.subarray(0, offset + fitting), offset, position);
  }

  #ask(operation: Operation): void {
    this.asked.push(operation);
    const code = this.trouble[operation];
    if (code) throw errno(code);
  }
}

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: the test says so`), { code });
}
