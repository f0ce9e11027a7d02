/** Log entries for the person who operates the server. One port for every part; `main.ts` writes the entries to the console. */
import type { Text } from '../shared/language.ts';

export interface LogEntry {
  /** `warning`: the office goes on, but a person should check. `error`: something could not be done. */
  level: 'info' | 'warning' | 'error';
  /** Identifies what happened, in kebab-case; stable, for programs that watch the log. */
  code: string;
  /** What happened and what to do, a sentence in each language. */
  text: Text;
  /** The content of the text as values, for programs and tests. */
  facts?: Readonly<Record<string, unknown>>;
  /** The error of a bug, which is written with its stack. */
  error?: unknown;
}

export type Log = (entry: LogEntry) => void;

/** A problem outside of the program: a disk, a file, a setting. Its text says what is wrong and what to do. */
export class OperatorError extends Error {
  readonly code: string;
  readonly text: Text;

  constructor(code: string, text: Text, options?: ErrorOptions) {
    super(`${text.vi}\n${text.en}`, options);
    this.code = code;
    this.text = text;
  }
}

/** Logs what was thrown, also as a handler for `.catch`: an `OperatorError` with its own text, anything else as a bug. */
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
