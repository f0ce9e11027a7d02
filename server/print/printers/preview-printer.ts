import { randomUUID } from 'node:crypto';
import type { EpochMs } from '../../../shared/time.ts';
import { type Bitmap, toPng } from '../drawing/bitmap.ts';
import { NOT_WANTED, type PrinterDevice, type PrintOutcome, type Sheet } from './printer-device.ts';

export interface PreviewPaper {
  id: string;
  title: string;
  printedAt: EpochMs;
}

const PAPERS_KEPT = 20;

/** For offices without a printer: papers are shown as pictures on a page. They are kept in memory only. */
export class PreviewPrinter implements PrinterDevice {
  readonly #now: () => EpochMs;
  /** Latest first. */
  #papers: (PreviewPaper & { bitmap: Bitmap })[] = [];

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  async status(): Promise<'ok'> {
    return 'ok';
  }

  async print({ title, bitmap }: Sheet, onReady: () => Promise<boolean>): Promise<PrintOutcome> {
    if (!(await onReady())) return NOT_WANTED;
    const paper = { id: randomUUID(), title, printedAt: this.#now(), bitmap };
    this.#papers = [paper, ...this.#papers].slice(0, PAPERS_KEPT);
    return { result: 'printed', health: 'ok' };
  }

  /** The papers that are kept, latest first. */
  papers(): PreviewPaper[] {
    return this.#papers.map(({ id, title, printedAt }) => ({ id, title, printedAt }));
  }

  /** The picture of one paper; null when it is no longer kept. */
  async png(id: string): Promise<Buffer | null> {
    const paper = this.#papers.find((paper) => paper.id === id);
    return paper ? toPng(paper.bitmap) : null;
  }
}
