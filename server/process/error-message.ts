/** Errors as text for the operator: on the console when the server could not start, and in the log. */
import type { LogEntry } from '../log.ts';
import { entryOf, OperatorError } from '../log.ts';

/** The message when the server could not start. `host` and `port` are the address that it should listen on. */
export function startFailure(error: unknown, { host, port }: { host: string; port: string }): string {
  if (!(error instanceof Error) || error instanceof OperatorError) return logText(entryOf(error));
  const { code, syscall }: NodeJS.ErrnoException = error;
  if (code === 'EADDRINUSE') {
    return `Cổng này đã có chương trình khác dùng; vui lòng đặt PORT khác. / Another program uses this port; set another PORT. (${port})`;
  }
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    return `Không mở được địa chỉ ${host}:${port}. / Cannot listen on ${host}:${port}. (${code})`;
  }
  if (syscall !== undefined) {
    return `Không đọc hoặc không ghi được một tệp; vui lòng kiểm tra ổ đĩa và quyền của người dùng chạy máy chủ. / A file could not be read or written; check the disk and the rights of the user that runs the server. (${error.message})`;
  }
  return logText(entryOf(error));
}

/** The text of a log entry: the stack for a bug, else both languages. */
export function logText({ text, error }: LogEntry): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : null;
  return stack ?? `${text.vi}\n${text.en}`;
}
