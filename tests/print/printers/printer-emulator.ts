/**
 * A network printer on loopback: a real TCP listener that understands what the product sends and keeps what it printed as
 * pictures. Its decoder shares no code with the encoder.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

export interface PrintedPaper {
  width: number;
  height: number;
  /** One string of `#` and `.` a row, top to bottom. */
  rows: string[];
}

type Status = readonly [number, number, number, number];
export const WELL: Status = [0x16, 0x12, 0x12, 0x12];
export const PAPER_LOW: Status = [0x16, 0x12, 0x12, 0x1e];
export const PAPER_OUT: Status = [0x1e, 0x32, 0x12, 0x7e];
export const COVER_OPEN: Status = [0x1e, 0x16, 0x12, 0x7e];
export const CUTTER_STUCK: Status = [0x1e, 0x52, 0x1a, 0x12];

/** An automatic status frame: its last three bytes look like acknowledgements. */
const ASB_FRAME = Buffer.from([0x10, 0x00, 0x00, 0x0f]);

export class PrinterEmulator {
  /** Null for a printer that never says anything. */
  status: Status | null = WELL;
  acknowledges = true;
  reads = true;
  /** Breaks the connection off when so many bytes of it were read. */
  breaksAfter = Number.POSITIVE_INFINITY;
  /** How it breaks off; the usual way is a reset, as when somebody pulls the plug. */
  breakOff: (socket: Socket) => void = (socket) => socket.resetAndDestroy();
  /** Runs out of paper after so many rows of one connection. */
  rowsOfPaper = Number.POSITIVE_INFINITY;
  /** Reads this much at a time and sends an unasked status frame each time; 0 for as fast as it comes. */
  sip = 0;

  readonly papers: PrintedPaper[] = [];
  /** Bytes that are no command of the printer. */
  garbage = 0;
  /** Bytes of pictures that reached the printer. */
  pictureBytes = 0;
  connections = 0;
  port = 0;

  #server: Server | null = null;
  readonly #sockets = new Set<Socket>();
  #changed: (() => void)[] = [];

  async switchOn(): Promise<void> {
    this.#server = createServer((socket) => this.#serve(socket));
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async switchOff(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Resolves when `count` papers are out. */
  async printed(count: number): Promise<PrintedPaper[]> {
    await this.until(() => this.papers.length >= count);
    return this.papers;
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#changed.push(resolve));
  }

  #tell(): void {
    const waiting = this.#changed;
    this.#changed = [];
    for (const resolve of waiting) resolve();
  }

  #serve(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#tell();
    });
    // The client's reset is a case of its own on the client's side.
    socket.on('error', () => socket.destroy());
    const paper = new Decoder(this, socket);
    let bytes = 0;
    const take = (data: Buffer) => {
      bytes += data.length;
      if (bytes < this.breaksAfter) paper.take(data);
      else this.breakOff(socket);
      this.#tell();
    };
    if (!this.reads) socket.pause();
    else if (this.sip === 0) socket.on('data', take);
    else this.#sipFrom(socket, take).catch(() => socket.destroy());
    this.#tell();
  }

  async #sipFrom(socket: Socket, take: (data: Buffer) => void): Promise<void> {
    for await (const data of socket) {
      for (let from = 0; from < data.length; from += this.sip) {
        if (socket.writable) socket.write(ASB_FRAME);
        await turn();
        take(data.subarray(from, from + this.sip));
      }
    }
  }
}

/** Reads one connection's bytes as a printer does: command by command, and real-time questions wherever they stand. */
class Decoder {
  readonly #printer: PrinterEmulator;
  readonly #socket: Socket;
  #buffer = Buffer.alloc(0);
  #rows: string[] = [];
  #width = 0;
  #rowsLeft: number;
  #outOfPaper = false;

  constructor(printer: PrinterEmulator, socket: Socket) {
    this.#printer = printer;
    this.#socket = socket;
    this.#rowsLeft = printer.rowsOfPaper;
  }

  take(data: Buffer): void {
    if (this.#outOfPaper) {
      for (let at = data.indexOf('\x10\x04', 0, 'latin1'); at >= 0; at = data.indexOf('\x10\x04', at + 1, 'latin1')) {
        this.#answer(data[at + 2] ?? 0);
      }
      return;
    }
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (let used = this.#command(); used > 0; used = this.#command()) this.#buffer = this.#buffer.subarray(used);
  }

  /** Carries out the first command; answers its length, 0 when it is not whole yet. */
  #command(): number {
    const [first, second, third = 0] = this.#buffer;
    if (first === undefined || this.#outOfPaper) return 0;
    if (first === 0x00) return 1;
    if (second === undefined) return 0;
    const name = `${first.toString(16)} ${second.toString(16)}`;
    if (name === '1b 40') return 2;
    const length = name === '1d 76' ? this.#pictureLength() : 3;
    if (length === 0 || this.#buffer.length < length) return 0;
    if (name === '10 4') this.#answer(third);
    else if (name === '1d 56') this.#cut();
    else if (name === '1d 72' && third === 1) this.#acknowledge();
    else if (name === '1d 76') this.#picture();
    else if (name !== '1b 64') {
      this.#printer.garbage += 1;
      return 1;
    }
    return length;
  }

  #pictureLength(): number {
    if (this.#buffer.length < 8) return 0;
    return 8 + this.#buffer.readUInt16LE(4) * this.#buffer.readUInt16LE(6);
  }

  #picture(): void {
    const stride = this.#buffer.readUInt16LE(4);
    const height = this.#buffer.readUInt16LE(6);
    this.#width = stride * 8;
    this.#printer.pictureBytes += stride * height;
    for (let y = 0; y < height; y += 1) {
      if (this.#rowsLeft === 0) {
        this.#outOfPaper = true;
        this.#printer.status = PAPER_OUT;
        return;
      }
      this.#rowsLeft -= 1;
      const row = [...this.#buffer.subarray(8 + y * stride, 8 + (y + 1) * stride)];
      this.#rows.push(row.map((byte) => byte.toString(2).padStart(8, '0')).join(''));
    }
  }

  #cut(): void {
    const rows = this.#rows.map((row) => row.replaceAll('0', '.').replaceAll('1', '#'));
    this.#printer.papers.push({ width: this.#width, height: rows.length, rows });
    this.#rows = [];
  }

  #answer(n: number): void {
    const byte = this.#printer.status?.[n - 1];
    if (byte !== undefined) this.#say(byte);
  }

  #acknowledge(): void {
    if (this.#printer.status && this.#printer.acknowledges) this.#say(0x00);
  }

  #say(byte: number): void {
    if (this.#socket.writable) this.#socket.write(Buffer.from([byte]));
  }
}
