import type { FileHandle } from 'node:fs/promises';
import { type Disk, nodeDisk } from '../../../server/journal/file/disk.ts';

type Operation = 'open' | 'write' | 'datasync' | 'sync' | 'truncate';

/** A real disk that fails selected operations and records all of them. */
export class FaultyDisk implements Disk {
  readonly syncsWrites: boolean;
  /** The errno name with which each operation fails. */
  failures: Partial<Record<Operation, string>> = {};
  /** How many more bytes the disk takes. */
  freeBytes = Number.POSITIVE_INFINITY;
  readonly operations: Operation[] = [];

  constructor({ syncsWrites = nodeDisk.syncsWrites } = {}) {
    this.syncsWrites = syncsWrites;
  }

  async open(path: string, flags: string | number): Promise<FileHandle> {
    // Reading works on a full or read-only disk.
    if (flags !== 'r') this.#perform('open');
    const file = await nodeDisk.open(path, flags);
    for (const operation of ['datasync', 'sync', 'truncate'] as const) {
      const real: (bytes?: number) => Promise<void> = file[operation].bind(file);
      file[operation] = async (bytes?: number) => {
        this.#perform(operation);
        await real(bytes);
      };
    }
    return file;
  }

  async write(file: FileHandle, bytes: Buffer, offset: number, position: number): Promise<number> {
    this.#perform('write');
    const fitting = Math.min(bytes.length - offset, this.freeBytes);
    if (fitting === 0) throw errno('ENOSPC');
    this.freeBytes -= fitting;
    return nodeDisk.write(file, bytes.subarray(0, offset + fitting), offset, position);
  }

  #perform(operation: Operation): void {
    this.operations.push(operation);
    const code = this.failures[operation];
    if (code) throw errno(code);
  }
}

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: the test says so`), { code });
}
