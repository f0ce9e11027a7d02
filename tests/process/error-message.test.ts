import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storageError } from '../../server/journal/file/storage-error.ts';
import { entryOf } from '../../server/log.ts';
import { logText, startFailure } from '../../server/process/error-message.ts';
import { start } from '../../server/server.ts';
import { SetupError } from '../../server/setup/problems.ts';
import { temporaryFolder } from '../folder.ts';

const place = { host: '0.0.0.0', port: '80' };
const system = (message: string, code: string, syscall: string) =>
  Object.assign(new Error(`${code}: ${message}, ${syscall}`), { code, syscall });

it('names the address that the server cannot listen on', () => {
  const forbidden = startFailure(system('permission denied 0.0.0.0:80', 'EACCES', 'listen'), place);
  expect(forbidden).toBe('Không mở được địa chỉ 0.0.0.0:80. / Cannot listen on 0.0.0.0:80. (EACCES)');
  expect(startFailure(system('address already in use', 'EADDRINUSE', 'listen'), place)).toContain(
    'set another PORT. (80)',
  );
  expect(startFailure(system('no such name', 'ENOTFOUND', 'getaddrinfo'), place)).toContain('Cannot listen');
});

it('does not report a file that cannot be opened as a problem of the network address', async () => {
  const dataFolder = join(await temporaryFolder(), 'data');
  await writeFile(dataFolder, 'a file where the folder should be');
  const options = { port: 0, host: '127.0.0.1', pages: '', build: '', log: () => undefined };
  const failure: unknown = await start({ ...options, dataFolder }).catch((error) => error);
  for (const error of [failure, system("permission denied, open 'data/setup/office.json'", 'EACCES', 'open')]) {
    const shown = startFailure(error, place);
    expect(shown).toContain('check the disk and the rights');
    expect(shown).toContain('data');
    expect(shown).not.toMatch(/listen|\n +at /);
  }
});

it('shows the text of an operator error unchanged, and the stack of a bug', () => {
  expect(startFailure(new SetupError({ vi: 'Sai.', en: 'Wrong.' }), place)).toBe('Sai.\nWrong.');
  expect(startFailure(new TypeError('no such thing'), place)).toMatch(/^TypeError: no such thing\n +at /);
});

it('logs a full disk as text without a stack', () => {
  expect(logText(entryOf(storageError(system('no space left on device', 'ENOSPC', 'write'), 'day.jsonl')))).toBe(
    'Ổ đĩa đã đầy. Vui lòng xóa những tệp không thuộc Đến Lượt, hoặc chuyển thư mục dữ liệu sang ổ đĩa lớn hơn.\n' +
      'The disk is full. Delete files that do not belong to Đến Lượt, or move the data folder to a larger disk ' +
      '(day.jsonl: ENOSPC: no space left on device, write).',
  );
  expect(logText(entryOf(new TypeError('no such thing')))).toMatch(/\n +at /);
  expect(logText(entryOf('a line'))).toBe('Lỗi chương trình: a line\nProgram error: a line');
});
