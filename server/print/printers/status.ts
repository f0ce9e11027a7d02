/** Real-time status of ESC/POS printers, by Epson's TM command reference, which clones follow. */
import type { PrinterHealth } from '../../../shared/protocol/views/common.ts';

/** The four kinds of `DLE EOT n`, in the order of the requests: printer, cause of offline, error, paper roll. */
export const STATUS_KINDS = [1, 2, 3, 4] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

/** `DLE EOT n`, a real-time command: printers reply even when they are offline or their buffer is full. */
export function statusRequest(kind: StatusKind): Buffer {
  return Buffer.from([0x10, 0x04, kind]);
}

/** Combines the four status replies; conditions that prevent printing go before those that do not. */
export function readHealth([printer, offline, error, roll]: readonly [number, number, number, number]): PrinterHealth {
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

/** Separates the replies in the bytes that a printer sends; a reply may span two chunks. */
export class ReplyReader {
  /** Remaining bytes of an automatic status frame (ASB); its last three would look like acknowledgements. */
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
