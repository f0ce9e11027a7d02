import type { PrinterHealth } from '../../../shared/protocol/views/hall.ts';
import type { Bitmap } from '../drawing/bitmap.ts';

/** One piece of paper. */
export interface Sheet {
  /** For people who look at lists of papers: `A012`. */
  title: string;
  bitmap: Bitmap;
}

export type PrintOutcome =
  | { result: 'printed'; health: PrinterHealth }
  /** The printer said that it cannot; nothing was sent. */
  | { result: 'refused'; health: PrinterHealth }
  /** Nothing was sent. */
  | { result: 'failed-before-data'; reason: string }
  /** Paper may or may not be out, or come out later: only a person can tell. */
  | { result: 'unknown'; reason: string };

export interface PrinterDevice {
  /**
   * Prints one sheet and never rejects. `onReady` is awaited when the printer is known to be willing, before the first byte of
   * the sheet; if it answers false, nothing is sent. One call at a time.
   */
  print(sheet: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome>;
  /** Never rejects. Not while `print` is under way. */
  status(): Promise<PrinterHealth>;
}

export const NOT_WANTED: PrintOutcome = { result: 'failed-before-data', reason: 'the sheet is not wanted any more' };

/** What went wrong, for a log. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
