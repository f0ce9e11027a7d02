import { open, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import * as v from 'valibot';
import type { Text } from '../../shared/language.ts';
import type { FileProblem } from '../../shared/protocol/views/setup.ts';
import { isMissing, syncFolder } from '../files.ts';
import type { Log } from '../log.ts';
import { describeIssues, SetupError } from './problems.ts';

export interface Format<T> {
  schema: v.GenericSchema<unknown, T>;
  /** The first upgrades version 1 to 2, the second 2 to 3 … This server writes version `upgrades.length + 1`. */
  upgrades: readonly ((data: unknown) => unknown)[];
  /** For a file that people edit: every mistake in its text. Such a file keeps its name, and the copy is used in its place. */
  mistakesIn?: (text: string) => FileProblem[];
}

const envelope = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)), data: v.unknown() });

type Loaded<T> =
  | { kind: 'good'; data: T; text: string; upgraded: boolean }
  | { kind: 'missing' }
  | { kind: 'damaged'; problem: Text; text: string };

/**
 * lowdb adapter for a small document that must survive power cuts: new content replaces the old atomically, and only after it
 * is on the disk. `<file>.bak` is a second copy, in case the disk or an editor damages the file.
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #format: Format<T>;
  readonly #log: Log;
  #mistakes: FileProblem[] = [];

  constructor(path: string, format: Format<T>, log: Log) {
    this.#path = path;
    this.#format = format;
    this.#log = log;
  }

  get name(): string {
    return basename(this.#path);
  }

  /** Of a file that people edit: why it was not read. It stays as it is until something else is written. */
  get mistakes(): readonly FileProblem[] {
    return this.#mistakes;
  }

  /** Null when neither file nor copy exists. Throws SetupError for data of a newer version, and when neither is readable. */
  async read(): Promise<T | null> {
    const main = await this.#load(this.#path);
    const backup = await this.#load(this.#backup);
    if (main.kind === 'good') {
      if (main.upgraded) await this.write(main.data);
      else if (backup.kind !== 'good' || backup.text !== main.text) await this.#keepCopy(main.text);
      return main.data;
    }
    if (main.kind === 'damaged' && this.#format.mistakesIn) {
      this.#mistakes = this.#format.mistakesIn(main.text);
      return backup.kind === 'good' ? backup.data : null;
    }
    if (backup.kind === 'good') return this.#restore(main, backup.data);
    const problem = main.kind === 'damaged' ? main.problem : backup.kind === 'damaged' ? backup.problem : null;
    if (problem) throw unreadable(this.#path, problem);
    return null;
  }

  async write(data: T): Promise<void> {
    const text = `${JSON.stringify({ version: this.#version, data }, null, 2)}\n`;
    // What was edited by hand is kept beside the file that replaces it.
    if (this.#mistakes.length > 0) await rename(this.#path, `${this.#path}.refused`);
    this.#mistakes = [];
    await replaceFile(this.#path, text);
    await this.#keepCopy(text);
  }

  get #backup(): string {
    return `${this.#path}.bak`;
  }

  get #version(): number {
    return this.#format.upgrades.length + 1;
  }

  async #load(path: string): Promise<Loaded<T>> {
    let text: string;
    try {
      text = decoded(await readFile(path));
    } catch (error) {
      if (isMissing(error)) return { kind: 'missing' };
      throw error;
    }
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch (error) {
      return { kind: 'damaged', problem: { vi: `không phải JSON (${error})`, en: `not JSON (${error})` }, text };
    }
    const outer = v.safeParse(envelope, content);
    if (!outer.success) return { kind: 'damaged', problem: describeIssues(outer.issues), text };
    const { version } = outer.output;
    if (version > this.#version) throw newer(path, version, this.#version);
    const upgraded = this.#format.upgrades
      .slice(version - 1)
      .reduce((data, upgrade) => upgrade(data), outer.output.data);
    const inner = v.safeParse(this.#format.schema, upgraded);
    if (!inner.success) return { kind: 'damaged', problem: describeIssues(inner.issues), text };
    return { kind: 'good', data: inner.output, text, upgraded: version < this.#version };
  }

  async #restore(main: Exclude<Loaded<T>, { kind: 'good' }>, data: T): Promise<T> {
    const keptAs = main.kind === 'damaged' ? `${this.#path}.damaged-${Date.now()}` : null;
    if (keptAs) await rename(this.#path, keptAs);
    this.#log({
      level: 'warning',
      code: 'setup-restored',
      facts: { file: this.name, keptAs },
      text: restored(this.name, main, keptAs),
    });
    await this.write(data);
    return data;
  }

  async #keepCopy(text: string): Promise<void> {
    try {
      await replaceFile(this.#backup, text);
    } catch (error) {
      const vi = `Không ghi được bản sao của ${this.name}: ${error}. Vui lòng kiểm tra ổ đĩa.`;
      const en = `The copy of ${this.name} could not be written: ${error}. Check the disk.`;
      this.#log({ level: 'warning', code: 'setup-backup-not-written', facts: { file: this.name }, text: { vi, en } });
    }
  }
}

/** Windows editors begin files with a byte order mark, and some write two bytes for each sign. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le', 2);
  if (first === 0xfe && second === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** Readable by the owner only: the files contain hashes of passwords and tokens. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

function newer(path: string, version: number, known: number): SetupError {
  return new SetupError({
    vi: `${path} do một phiên bản mới hơn ghi (dữ liệu ${version}, máy chủ này chỉ đọc được đến ${known}). Vui lòng cài phiên bản mới hơn của Đến Lượt; dữ liệu chưa bị thay đổi.`,
    en: `${path} was written by a newer release (data version ${version}, this server reads up to ${known}). Install the newer release of Đến Lượt; nothing was changed.`,
  });
}

function unreadable(path: string, problem: Text): SetupError {
  return new SetupError({
    vi: `Không đọc được ${path}: ${problem.vi}. Vui lòng sửa chỗ này rồi khởi động lại, hoặc chép lại tệp từ bản sao lưu.`,
    en: `${path} cannot be read: ${problem.en}. Mend this entry and start again, or bring the file back from a backup.`,
  });
}

function restored(
  name: string,
  main: { kind: 'missing' } | { kind: 'damaged'; problem: Text },
  keptAs: string | null,
): Text {
  if (main.kind === 'missing') {
    return {
      vi: `Không thấy ${name}: đã khôi phục từ ${name}.bak.`,
      en: `${name} was gone: restored from ${name}.bak.`,
    };
  }
  return {
    vi: `${name} bị hỏng: ${main.problem.vi}. Đang dùng bản tốt gần nhất; tệp hỏng được giữ tại ${keptAs}. Vui lòng sửa và chép lại nếu cần.`,
    en: `${name} is damaged: ${main.problem.en}. The last good version is in use; the damaged file is kept as ${keptAs}. Mend it and put it back if you need it.`,
  };
}
