import type { PrinterHealth } from '../../../shared/protocol/views/common.ts';
import type { Bitmap } from '../drawing/bitmap.ts';

/** One drawn paper, to be printed. */
export interface Sheet {
  /** For lists of papers and the log: `A012`. */
  title: string;
  bitmap: Bitmap;
}

export type PrintOutcome =
  | { result: 'printed'; health: PrinterHealth }
  /** The printer reports that it cannot print; nothing was sent. */
  | { result: 'refused'; health: PrinterHealth }
  /** Nothing was sent. */
  | { result: 'failed-before-data'; reason: string }
  /** The paper may have been printed, or may still be printed later: only a person at the printer can find out. */
  | { result: 'unknown'; reason: string };

export interface PrinterDevice {
  /**
   * Prints one sheet; never rejects. `onReady` is awaited when the printer can print, before the first byte of the sheet is
   * sent; if it resolves to false, nothing is sent. Must not be called again before it has resolved.
   */
  print(sheet: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome>;
  /** Never rejects. Must not be called while `print` is running. */
  status(): Promise<PrinterHealth>;
}

export const NOT_WANTED: PrintOutcome = { result: 'failed-before-data', reason: 'the sheet is not wanted any more' };

/** The message of an error, for the log. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
