import { Low } from 'lowdb';
import pLimit from 'p-limit';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { FileProblem } from '../../shared/protocol/views/setup.ts';
import type { Log } from '../log.ts';
import type { DurableJsonFile } from './json-file.ts';

/** A document in memory and on disk. Readers see a change only when it is durable, or kept in memory by `changeAnyway`. */
export class Store<T> {
  readonly #low: Low<T>;
  readonly #file: DurableJsonFile<T>;
  readonly #log: Log;
  readonly #changed: () => void;
  #data: T;
  /** Applies changes one after another. */
  readonly #queue = pLimit(1);

  private constructor(low: Low<T>, file: DurableJsonFile<T>, log: Log, changed: () => void) {
    this.#low = low;
    this.#file = file;
    this.#log = log;
    this.#changed = changed;
    this.#data = low.data;
  }

  /** Reads the file, or creates it with the data of `first`. `changed` is called after each durable change. */
  static async open<T>(
    file: DurableJsonFile<T>,
    first: () => T | Promise<T>,
    log: Log,
    changed: () => void,
  ): Promise<Store<T>> {
    const known = await file.read();
    const low = new Low<T>(file, known ?? (await first()));
    // A file with mistakes stays as it is.
    if (known === null && file.mistakes.length === 0) await low.write();
    return new Store(low, file, log, changed);
  }

  get data(): T {
    return this.#data;
  }

  /** Why the file was not read; empty as soon as something is written. */
  get mistakes(): readonly FileProblem[] {
    return this.#file.mistakes;
  }

  /** `next` gets the current data and returns new data or a refusal; it must not modify the current data. */
  change(next: (data: T) => Result<T>): Promise<Result<null>> {
    return this.#queue(() => this.#apply(next, false));
  }

  /** Like `change`, but when the disk refuses, the change counts until the server stops; a later change that can be written includes it. */
  changeAnyway(next: (data: T) => Result<T>): Promise<Result<null>> {
    return this.#queue(() => this.#apply(next, true));
  }

  async #apply(next: (data: T) => Result<T>, anyway: boolean): Promise<Result<null>> {
    const wanted = next(this.#data);
    if (!wanted.ok) return wanted;
    this.#low.data = wanted.value;
    try {
      await this.#low.write();
    } catch (error) {
      if (anyway) this.#logKept(error);
      else return this.#refuse(error);
    }
    this.#data = wanted.value;
    this.#changed();
    return accept(null);
  }

  #refuse(error: unknown): Result<null> {
    this.#low.data = this.#data;
    const vi = `Không ghi được ${this.#file.name}: ${error}. Thay đổi đã bị từ chối; vui lòng kiểm tra ổ đĩa.`;
    const en = `${this.#file.name} could not be written: ${error}. The change was refused; check the disk.`;
    this.#log({ level: 'error', code: 'setup-not-written', facts: { file: this.#file.name }, text: { vi, en } });
    return refuse({ code: 'StorageUnavailable' });
  }

  #logKept(error: unknown): void {
    const vi = `Không ghi được ${this.#file.name}: ${error}. Thay đổi chỉ có hiệu lực đến khi máy chủ dừng; vui lòng kiểm tra ổ đĩa.`;
    const en = `${this.#file.name} could not be written: ${error}. The change counts until the server stops; check the disk.`;
    this.#log({ level: 'warning', code: 'setup-kept-in-memory', facts: { file: this.#file.name }, text: { vi, en } });
  }
}
