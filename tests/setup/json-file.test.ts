import {
  chmod,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LogEntry } from '../../server/log.ts';
import { DurableJsonFile, type Format } from '../../server/setup/json-file.ts';
import { SetupError } from '../../server/setup/problems.ts';
import { Store } from '../../server/setup/store.ts';
import { accept, refuse } from '../../shared/protocol/rejections.ts';
import { temporaryFolder } from '../folder.ts';

interface Note {
  words: string;
}
const format: Format<Note> = { schema: v.strictObject({ words: v.string() }), upgrades: [] };

async function noteFile(changed: Partial<Format<Note>> = {}) {
  const folder = await temporaryFolder();
  const path = join(folder, 'note.json');
  const logged: LogEntry[] = [];
  const file = () => new DurableJsonFile(path, { ...format, ...changed }, (entry) => void logged.push(entry));
  return { folder, path, logged, file };
}

describe('a durable JSON file', () => {
  it('returns null before the first write, then the data written last', async () => {
    const { file } = await noteFile();
    expect(await file().read()).toBeNull();
    await file().write({ words: 'một' });
    await file().write({ words: 'hai' });
    expect(await file().read()).toEqual({ words: 'hai' });
  });

  it('is readable by its owner only, and leaves no temporary file', async () => {
    const { file, folder, path } = await noteFile();
    await file().write({ words: 'một' });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(`${path}.bak`)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['note.json', 'note.json.bak']);
  });

  it.runIf(process.platform === 'linux')('syncs file and folder before a write resolves', async () => {
    const { file, folder } = await noteFile();
    const synced: string[] = [];
    const probe = await open(folder);
    const handles: FileHandle = Object.getPrototypeOf(probe);
    await probe.close();
    const sync = handles.sync;
    const spy = vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
      synced.push(basename(await readlink(`/proc/self/fd/${this.fd}`)));
      await sync.call(this);
    });
    onTestFinished(() => spy.mockRestore());
    await file().write({ words: 'một' });
    const parent = basename(folder);
    expect(synced).toEqual(['note.json.new', parent, 'note.json.bak.new', parent]);
  });

  it.each([
    ['is truncated', '{"version":1,"data":{"wor'],
    ['is empty', ''],
    ['is not an object', '[1,2,3]'],
    ['violates the schema', '{"version":1,"data":{"words":7}}'],
  ])('uses the last good version when the file %s, and keeps the damaged one', async (_, text) => {
    const { file, folder, path, logged } = await noteFile();
    await file().write({ words: 'một' });
    await file().write({ words: 'hai' });
    await writeFile(path, text);
    expect(await file().read()).toEqual({ words: 'hai' });
    expect(logged).toMatchObject([{ code: 'setup-restored', facts: { file: 'note.json' } }]);
    const kept = (await readdir(folder)).find((name) => name.includes('damaged'));
    expect(await readFile(join(folder, kept ?? ''), 'utf8')).toBe(text);
    expect(await file().read()).toEqual({ words: 'hai' });
    expect(logged).toHaveLength(1);
  });

  it('is restored when the file is missing but its copy exists', async () => {
    const { file, path, logged } = await noteFile();
    await file().write({ words: 'một' });
    await rm(path);
    expect(await file().read()).toEqual({ words: 'một' });
    expect(logged).toMatchObject([{ code: 'setup-restored', facts: { keptAs: null } }]);
  });

  it('copies a manual change to the second copy', async () => {
    const { file, path } = await noteFile();
    await file().write({ words: 'một' });
    await writeFile(path, '{"version":1,"data":{"words":"bằng tay"}}');
    expect(await file().read()).toEqual({ words: 'bằng tay' });
    await writeFile(path, 'hỏng');
    expect(await file().read()).toEqual({ words: 'bằng tay' });
  });

  it('reads a file that a Windows editor saved with a byte order mark', async () => {
    const { file, path, logged } = await noteFile();
    await file().write({ words: 'một' });
    await writeFile(path, '\uFEFF{"version":1,"data":{"words":"bằng Notepad"}}\r\n');
    expect(await file().read()).toEqual({ words: 'bằng Notepad' });
    expect(logged).toEqual([]);
  });

  it('throws an error that names field and problem when neither copy is readable', async () => {
    const { file, path } = await noteFile();
    await writeFile(path, '{"version":1,"data":{"words":7}}');
    const error = await file()
      .read()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SetupError);
    expect(String(error)).toContain('words: Invalid type: Expected string but received 7');
    expect(String(error)).toContain('words: cần string nhưng đang là 7');
  });

  it('refuses newer data and changes no file', async () => {
    const { file, folder, path } = await noteFile();
    await writeFile(path, '{"version":2,"data":{}}');
    await expect(file().read()).rejects.toThrow(/newer release/);
    expect(await readdir(folder)).toEqual(['note.json']);
  });

  it('applies each upgrade after the version of older data', async () => {
    const { file, path } = await noteFile({
      upgrades: [() => ({ text: 'không gọi' }), (data) => ({ words: (data as { text: string }).text })],
    });
    await writeFile(path, '{"version":2,"data":{"text":"cũ"}}');
    expect(await file().read()).toEqual({ words: 'cũ' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ version: 3, data: { words: 'cũ' } });
  });
});

describe('a store', () => {
  async function openStore() {
    const opened = await noteFile();
    const notified: string[] = [];
    const store: Store<Note> = await Store.open(
      opened.file(),
      () => ({ words: 'đầu' }),
      (report) => opened.logged.push(report),
      () => notified.push(store.data.words),
    );
    return { ...opened, store, notified };
  }

  it('applies changes one after another and notifies its listener of each durable one', async () => {
    const { store, notified, file } = await openStore();
    const append = (suffix: string) => store.change(({ words }) => accept({ words: words + suffix }));
    await Promise.all([append('1'), append('2'), append('3')]);
    expect(notified).toEqual(['đầu1', 'đầu12', 'đầu123']);
    expect(await file().read()).toEqual({ words: 'đầu123' });
  });

  it('returns the old data until the new data is written', async () => {
    const { store } = await openStore();
    const change = store.change(() => accept({ words: 'mới' }));
    expect(store.data.words).toBe('đầu');
    await change;
    expect(store.data.words).toBe('mới');
  });

  it('refuses a change that cannot be written, without a notification, and works again afterwards', async () => {
    const { store, notified, folder, logged } = await openStore();
    await rm(folder, { recursive: true });
    const change = () => store.change(() => accept({ words: 'mới' }));
    expect(await change()).toEqual(refuse({ code: 'StorageUnavailable' }));
    expect(store.data.words).toBe('đầu');
    expect(notified).toEqual([]);
    expect(logged).toMatchObject([{ code: 'setup-not-written', facts: { file: 'note.json' } }]);
    await mkdir(folder);
    await chmod(folder, 0o700);
    expect(await change()).toEqual(accept(null));
    expect(notified).toEqual(['mới']);
  });

  it('keeps a change in memory that cannot be written but must count, and writes it with the next one', async () => {
    const { store, notified, folder, logged, file } = await openStore();
    await rm(folder, { recursive: true });
    const append = (suffix: string) => store.changeAnyway(({ words }) => accept({ words: words + suffix }));
    expect(await append('1')).toEqual(accept(null));
    expect(store.data.words).toBe('đầu1');
    expect(notified).toEqual(['đầu1']);
    expect(logged).toMatchObject([{ level: 'warning', code: 'setup-kept-in-memory', facts: { file: 'note.json' } }]);
    await mkdir(folder);
    await append('2');
    expect(await file().read()).toEqual({ words: 'đầu12' });
  });

  it('applies further changes after one that threw', async () => {
    const { store } = await openStore();
    const broken = store.change(() => {
      throw new Error('a bug');
    });
    const next = store.change(() => accept({ words: 'sau' }));
    await expect(broken).rejects.toThrow('a bug');
    expect(await next).toEqual(accept(null));
  });
});
