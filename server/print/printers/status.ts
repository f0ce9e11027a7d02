/** What ESC/POS printers say about themselves on the line, after Epson's TM command reference; clones follow it. */
import type { PrinterHealth } from '../../../shared/protocol/views/hall.ts';

/** The four DLE EOT questions in the order they are asked: printer, cause of offline, error, paper roll. */
export const QUESTIONS = [1, 2, 3, 4] as const;
export type Question = (typeof QUESTIONS)[number];

/** Real time: answered even when the printer is offline or its buffer is full. */
export function question(n: Question): Buffer {
  return Buffer.from([0x10, 0x04, n]);
}

/** The four answers as one word about the printer; what stops printing wins over what does not. */
export function readStatus([printer, offline, error, roll]: readonly [number, number, number, number]): PrinterHealth {
  if (offline & 0x04) return 'cover-open';
  if (offline & 0x20 || roll & 0x60) return 'paper-out';
  if (offline & 0x40 || error & 0x68 || printer & 0x08) return 'error';
  return roll & 0x0c ? 'paper-low' : 'ok';
}

export function canPrint(health: PrinterHealth): health is 'ok' | 'paper-low' {
  return health === 'ok' || health === 'paper-low';
}

export interface Reply {
  kind: 'status' | 'acknowledgement';
  byte: number;
}

/** Tells the answers apart in what a printer sends; keeps its place between two pieces of data. */
export class ReplyReader {
  /** Bytes left of an automatic status frame: its last three would pass for acknowledgements. */
  #skip = 0;

  read(data: Uint8Array): Reply[] {
    const replies: Reply[] = [];
    for (const byte of data) {
      if (this.#skip > 0) this.#skip -= 1;
      else if ((byte & 0x93) === 0x10) this.#skip = 3;
      else if ((byte & 0x93) === 0x12) replies.push({ kind: 'status', byte });
      else if ((byte & 0x90) === 0x00) replies.push({ kind: 'acknowledgement', byte });
    }
    return replies;
  }
}
