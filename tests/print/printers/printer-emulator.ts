/**
 * Emulates a network printer: a TCP server on loopback that executes ESC/POS commands and keeps the printed papers as
 * pictures. Its decoder shares no code with the encoder under test.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface PrintedPaper {
  width: number;
  height: number;
  /** One string of `#` and `.` per row, from top to bottom. */
  rows: string[];
}

type Status = readonly [number, number, number, number];
export const HEALTHY: Status = [0x16, 0x12, 0x12, 0x12];
export const PAPER_LOW: Status = [0x16, 0x12, 0x12, 0x1e];
export const PAPER_OUT: Status = [0x1e, 0x32, 0x12, 0x7e];
export const COVER_OPEN: Status = [0x1e, 0x16, 0x12, 0x7e];
export const CUTTER_STUCK: Status = [0x1e, 0x52, 0x1a, 0x12];

/** An automatic status frame, whose last three bytes look like acknowledgements. */
const ASB_FRAME = Buffer.from([0x10, 0x00, 0x00, 0x0f]);

const FLOOD = Buffer.alloc(65_536, 0x12);

export class PrinterEmulator {
  /** Null for a printer that never sends anything. */
  status: Status | null = HEALTHY;
  acknowledges = true;
  reads = true;
  /** Replies to status requests even inside a picture, like Epson's printers. Many others take them for dots. */
  repliesInPictures = false;
  /** Sends status bytes without end from the beginning of each connection. */
  floods = false;
  /** Ends a connection by `breakOff` after this many bytes, and executes only these. */
  breaksAfter = Number.POSITIVE_INFINITY;
  /** By default a reset, as after a power cut of the printer. */
  breakOff: (socket: Socket) => void = (socket) => socket.resetAndDestroy();
  /** Runs out of paper after this many rows of one connection. */
  rowsOfPaper = Number.POSITIVE_INFINITY;
  /** Processes this many bytes at a time and sends an automatic status frame before each chunk; 0 for no limit and no frames. */
  readSize = 0;

  /** Papers that a partial cut left hanging on the printer. */
  readonly papers: PrintedPaper[] = [];
  /** What a full cut let fall from the printer, without blank paper. */
  readonly cutOff: PrintedPaper[] = [];
  /** Bytes that belong to no known command. */
  unknownBytes = 0;
  /** Bytes of pictures that the printer has processed. */
  pictureBytes = 0;
  /** Bytes of floods that the network has taken. */
  floodBytes = 0;
  connections = 0;
  port = 0;

  #server: Server | null = null;
  readonly #sockets = new Set<Socket>();
  readonly #decoder = new Decoder(this);
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

  /** Resolves when `count` papers are printed. */
  async printed(count: number): Promise<PrintedPaper[]> {
    await this.until(() => this.papers.length >= count);
    return this.papers;
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#changed.push(resolve));
  }

  #notify(): void {
    const waiting = this.#changed;
    this.#changed = [];
    for (const resolve of waiting) resolve();
  }

  #serve(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#notify();
    });
    // The client may reset the connection.
    socket.on('error', () => socket.destroy());
    this.#decoder.connect(socket);
    let bytes = 0;
    const take = (data: Buffer) => {
      this.#decoder.take(data.subarray(0, Math.max(0, this.breaksAfter - bytes)));
      bytes += data.length;
      if (bytes >= this.breaksAfter) this.breakOff(socket);
      this.#notify();
    };
    if (this.floods) this.#flood(socket);
    if (!this.reads) socket.pause();
    else if (this.readSize === 0) socket.on('data', take);
    else this.#readSlowly(socket, take).catch(() => socket.destroy());
    this.#notify();
  }

  #flood(socket: Socket): void {
    if (!socket.writable) return;
    socket.write(FLOOD, (error) => {
      if (error) return;
      this.floodBytes += FLOOD.length;
      this.#flood(socket);
    });
  }

  async #readSlowly(socket: Socket, take: (data: Buffer) => void): Promise<void> {
    for await (const data of socket) {
      for (let from = 0; from < data.length; from += this.readSize) {
        if (socket.writable) socket.write(ASB_FRAME);
        await nextTurn();
        take(data.subarray(from, from + this.readSize));
      }
    }
  }
}

/**
 * Executes the received bytes command by command; status requests are answered even when the paper is out. A command, and above
 * all a picture, that one connection has left incomplete goes on with the bytes of the next one.
 */
class Decoder {
  readonly #printer: PrinterEmulator;
  #socket: Socket | null = null;
  #buffer = Buffer.alloc(0);
  #rows: string[] = [];
  #width = 0;
  #rowsLeft = 0;
  #outOfPaper = false;

  constructor(printer: PrinterEmulator) {
    this.#printer = printer;
  }

  connect(socket: Socket): void {
    this.#socket = socket;
    this.#rowsLeft = this.#printer.rowsOfPaper;
    if (!this.#outOfPaper) return;
    // The cover is opened for the new roll, which ends the job.
    this.#outOfPaper = false;
    this.#buffer = Buffer.alloc(0);
    this.#rows = [];
  }

  take(data: Buffer): void {
    if (this.#outOfPaper || this.#printer.repliesInPictures) {
      for (let at = data.indexOf('\x10\x04', 0, 'latin1'); at >= 0; at = data.indexOf('\x10\x04', at + 1, 'latin1')) {
        this.#sendStatus(data[at + 2] ?? 0);
      }
    }
    if (this.#outOfPaper) return;
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (let used = this.#command(); used > 0; used = this.#command()) this.#buffer = this.#buffer.subarray(used);
  }

  /** Executes the first command in the buffer; returns its length, or 0 when it is incomplete. */
  #command(): number {
    const [first, second, third = 0] = this.#buffer;
    if (first === undefined || this.#outOfPaper) return 0;
    if (first === 0x00) return 1;
    if (second === undefined) return 0;
    const name = `${first.toString(16)} ${second.toString(16)}`;
    if (name === '1b 40') return 2;
    const length = name === '1d 76' ? this.#pictureLength() : 3;
    if (length === 0 || this.#buffer.length < length) return 0;
    if (name === '10 4') this.#requested(third);
    else if (name === '1d 56') this.#cut(third === 0 ? this.#printer.cutOff : this.#printer.papers);
    else if (name === '1d 72' && third === 1) this.#acknowledge();
    else if (name === '1d 76') this.#picture();
    else if (name !== '1b 64') {
      this.#printer.unknownBytes += 1;
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

  #cut(onto: PrintedPaper[]): void {
    if (this.#rows.length === 0) return;
    const rows = this.#rows.map((row) => row.replaceAll('0', '.').replaceAll('1', '#'));
    onto.push({ width: this.#width, height: rows.length, rows });
    this.#rows = [];
  }

  #requested(n: number): void {
    if (!this.#printer.repliesInPictures) this.#sendStatus(n);
  }

  #sendStatus(n: number): void {
    const byte = this.#printer.status?.[n - 1];
    if (byte !== undefined) this.#send(byte);
  }

  #acknowledge(): void {
    if (this.#printer.status && this.#printer.acknowledges) this.#send(0x00);
  }

  #send(byte: number): void {
    if (this.#socket?.writable) this.#socket.write(Buffer.from([byte]));
  }
}
