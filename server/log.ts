/** What the server has to say to the person who runs it. One port for every part; `main.ts` writes it to the console. */
import type { Text } from '../shared/language.ts';

export interface LogEntry {
  /** `warning`: the office goes on, a person should look. `error`: something could not be done. */
  level: 'info' | 'warning' | 'error';
  /** What happened, in kebab-case: the same at every time, for a program that watches the log. */
  code: string;
  /** What happened and what to do, a sentence in each language. */
  text: Text;
  /** What the text says, for programs and tests. */
  facts?: Readonly<Record<string, unknown>>;
  /** A bug: its stack is written too. */
  error?: unknown;
}

export type Log = (entry: LogEntry) => void;

/** Trouble outside of the program: a disk, a file, a setting. Its text says what is wrong and what to do. */
export class OperatorError extends Error {
  readonly code: string;
  readonly text: Text;

  constructor(code: string, text: Text, options?: ErrorOptions) {
    super(`${text.vi}\n${text.en}`, options);
    this.code = code;
    this.text = text;
  }
}

/** For `.catch` and for what was thrown: trouble in its own words, anything else as a bug. */
export function logError(log: Log): (error: unknown) => void {
  return (error) => log(entryOf(error));
}

export function entryOf(error: unknown): LogEntry {
  if (error instanceof OperatorError) return { level: 'error', code: error.code, text: error.text };
  const message = error instanceof Error ? error.message : String(error);
  return {
    level: 'error',
    code: 'bug',
    text: { vi: `Lỗi chương trình: ${message}`, en: `Program error: ${message}` },
    error,
  };
}
