import { constants, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { type Disk, nodeDisk } from '../../../server/journal/file/disk.ts';

type Operation = 'open' | 'write' | 'datasync' | 'sync' | 'truncate';

interface PowerCut {
  /** The power fails while this write is under way, counted from 1. */
  atWrite: number;
  /** How many bytes the disk writes as one: such a sector arrives whole or not at all. */
  sector: number;
  /** Decides for each sector of the writes under way whether it arrives. */
  arrives(): boolean;
}

/** A real disk that fails selected operations and records all of them. */
export class FaultyDisk implements Disk {
  readonly syncsWrites: boolean;
  /** The errno name with which each operation fails. */
  failures: Partial<Record<Operation, string>> = {};
  /** The errno name with which every operation on a mark fails. */
  markFailure: string | null = null;
  /** How many more bytes the disk takes. */
  freeBytes = Number.POSITIVE_INFINITY;
  /** The operations on folders and files except the marks. */
  readonly operations: Operation[] = [];
  readonly markOperations: Operation[] = [];
  /** From the power cut on nothing is written, and every operation fails. */
  powerCut: PowerCut | null = null;
  #writes = 0;
  readonly #marks = new WeakSet<FileHandle>();

  constructor({ syncsWrites = nodeDisk.syncsWrites } = {}) {
    this.syncsWrites = syncsWrites;
  }

  async open(path: string, flags: string | number): Promise<FileHandle> {
    // Reading works on a full or read-only disk.
    const isMark = path.endsWith('.end');
    if (flags !== 'r') this.#perform('open', isMark);
    // What a power cut leaves is decided by `powerCut`, so that real syncs would only take time.
    const file = await nodeDisk.open(
      path,
      this.powerCut && typeof flags === 'number' ? flags & ~constants.O_DSYNC : flags,
    );
    if (isMark) this.#marks.add(file);
    for (const operation of ['datasync', 'sync', 'truncate'] as const) {
      const real: (bytes?: number) => Promise<void> = file[operation].bind(file);
      file[operation] = async (bytes?: number) => {
        this.#perform(operation, isMark);
        if (!this.powerCut || operation === 'truncate') await real(bytes);
      };
    }
    return file;
  }

  async write(file: FileHandle, bytes: Buffer, offset: number, position: number): Promise<number> {
    this.#perform('write', this.#marks.has(file));
    const fitting = Math.min(bytes.length - offset, this.freeBytes);
    if (fitting === 0) throw errno('ENOSPC');
    this.freeBytes -= fitting;
    const all = bytes.subarray(0, offset + fitting);
    if (this.powerCut) {
      this.#writes += 1;
      // Writes that begin together are under way together.
      await turn();
      if (this.isOff) {
        this.#writeInPart(this.powerCut, file, all.subarray(offset), position);
        throw errno('EIO');
      }
    }
    return nodeDisk.write(file, all, offset, position);
  }

  /** Whether the power has been cut. */
  get isOff(): boolean {
    return this.powerCut !== null && this.#writes >= this.powerCut.atWrite;
  }

  #writeInPart({ sector, arrives }: PowerCut, file: FileHandle, bytes: Buffer, position: number): void {
    for (let from = 0; from < bytes.length; ) {
      const to = Math.min(bytes.length, from + sector - ((position + from) % sector));
      // Synchronous, because a write has thousands of small sectors.
      if (arrives()) writeSync(file.fd, bytes, from, to - from, position + from);
      from = to;
    }
  }

  #perform(operation: Operation, isMark: boolean): void {
    (isMark ? this.markOperations : this.operations).push(operation);
    const code = this.isOff ? 'EIO' : ((isMark ? this.markFailure : null) ?? this.failures[operation]);
    if (code) throw errno(code);
  }
}

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: the test says so`), { code });
}
