/** Trouble in words: for the console when the office could not be opened, and for its log. */

import { FolderInUse } from '../journal/file/lock.ts';
import { StorageError } from '../journal/journal.ts';
import { DataRefused } from '../queue/upgrades.ts';
import { SetupError } from '../setup/problems.ts';

/** Their messages are sentences for whoever runs the box. */
const SENTENCES = [SetupError, StorageError, DataRefused, FolderInUse];

/** `host` and `port` are what the server was to listen on. */
export function explain(error: unknown, { host, port }: { host: string; port: string }): string {
  if (!(error instanceof Error) || isSentence(error)) return told(error);
  const { code, syscall }: NodeJS.ErrnoException = error;
  if (code === 'EADDRINUSE') {
    return `Cổng này đã có chương trình khác dùng; hãy đặt PORT khác. / Another program uses this port; set another PORT. (${port})`;
  }
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    return `Không mở được địa chỉ ${host}:${port}. / Cannot listen on ${host}:${port}. (${code})`;
  }
  if (syscall !== undefined) {
    return `Không đọc hoặc không ghi được một tệp; hãy kiểm tra ổ đĩa và quyền của người dùng chạy máy chủ. / A file could not be read or written; check the disk and the rights of the user that runs the server. (${error.message})`;
  }
  return told(error);
}

/** For the log: the stack of a bug, and of trouble that has words only these. */
export function told(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  return isSentence(problem) ? problem.message : (problem.stack ?? problem.message);
}

function isSentence(error: Error): boolean {
  return SENTENCES.some((ours) => error instanceof ours);
}
