/** The thread that draws papers; `drawing-thread.ts` starts it. Built as an entry of its own, `dist/server/drawing-worker.js`. */
import { parentPort } from 'node:worker_threads';
import type { Paper } from '../../queue/views/paper.ts';
import { reasonOf } from '../printers/printer-device.ts';
import type { Bitmap } from './bitmap.ts';
import { drawPaper, type PaperWidthMm } from './layout.ts';
import { Lettering } from './lettering.ts';

export interface DrawingRequest {
  id: number;
  paper: Paper;
  paperWidthMm: PaperWidthMm;
}

/** `reason` says why this paper cannot be drawn. */
export type DrawingReply = { id: number } & ({ bitmap: Bitmap } | { reason: string });

/** `ready` is sent once, when papers can be drawn. */
export type WorkerMessage = 'ready' | DrawingReply;

// Without its fonts the thread ends here, before it is ready.
const lettering = new Lettering();
parentPort?.postMessage('ready' satisfies WorkerMessage);

parentPort?.on('message', ({ id, paper, paperWidthMm }: DrawingRequest) => {
  try {
    const bitmap = drawPaper(paper, paperWidthMm, lettering);
    parentPort?.postMessage({ id, bitmap } satisfies WorkerMessage, [bitmap.rows.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ id, reason: reasonOf(error) } satisfies WorkerMessage);
  }
});
