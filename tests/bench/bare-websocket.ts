/** A websocket without any layer on top (RFC 6455): the least cost of a round trip over the network on this machine. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const ACCEPT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const WHOLE_TEXT = 0x81;
const MASKED = 0x80;
/** Lengths below this value are in the frame's second byte; the value itself means that two bytes with the length follow. */
const LENGTH_IN_TWO_BYTES = 126;
const MESSAGE = '{"requestId":"6c01839f-699c-415f-82c5-4fa12cc14867"}';

type MessageHandler = (message: string, client: BareClient) => void;

/** A client that sends short messages and reads messages of up to 64 KB. */
export class BareClient {
  readonly #socket: Socket;
  #unread = Buffer.alloc(0);

  constructor(socket: Socket, onMessage: MessageHandler) {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => {
      this.#unread = Buffer.concat([this.#unread, bytes]);
      for (let message = this.#next(); message !== null; message = this.#next()) onMessage(message, this);
    });
  }

  send(message: string): void {
    const mask = randomBytes(4);
    const masked = Buffer.from(message).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    this.#socket.write(Buffer.concat([Buffer.from([WHOLE_TEXT, MASKED | masked.length]), mask, masked]));
  }

  /** Leaves arriving data in the system's buffer until `resume`, so that it takes no time of this process. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.destroy();
  }

  #next(): string | null {
    const bytes = this.#unread;
    if (bytes.length < 4) return null;
    const short = bytes.readUInt8(1);
    const [from, length] = short < LENGTH_IN_TWO_BYTES ? [2, short] : [4, bytes.readUInt16BE(2)];
    if (bytes.length < from + length) return null;
    this.#unread = bytes.subarray(from + length);
    return bytes.toString('utf8', from, from + length);
  }
}

/** `address` begins with `http:`; `more` are further headers of the request. */
export async function connectBare(
  address: string,
  onMessage: MessageHandler,
  more: Record<string, string> = {},
): Promise<BareClient> {
  const headers = {
    ...more,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  return await new Promise((resolve, reject) => {
    request(address, { headers })
      .on('upgrade', (_, socket: Socket, first) => {
        socket.setNoDelay(true).unshift(first);
        resolve(new BareClient(socket, onMessage));
      })
      .on('error', reject)
      .end();
  });
}

export interface Echo {
  roundTrip(): Promise<unknown>;
  stop(): void;
}

export async function openEcho(): Promise<Echo> {
  const server = createServer();
  server.on('upgrade', ({ headers }, socket: Socket) => {
    const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${ACCEPT}`).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.setNoDelay(true).write(`${lines.join('\r\n')}\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    socket.on('data', (frame: Buffer) => {
      const mask = frame.subarray(2, 6);
      const message = frame.subarray(6).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
      socket.write(Buffer.from([WHOLE_TEXT, message.length, ...message]));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let answered = (): void => undefined;
  const client = await connectBare(`http://127.0.0.1:${port}`, () => answered());
  return {
    roundTrip: () =>
      new Promise<void>((resolve) => {
        answered = resolve;
        client.send(MESSAGE);
      }),
    stop: () => {
      client.close();
      server.close();
    },
  };
}
