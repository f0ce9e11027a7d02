/** A websocket with nothing on top (RFC 6455): the least that a question over the network costs on this machine. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const ACCEPT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const WHOLE_TEXT = 0x81;
const MASKED = 0x80;
const MESSAGE = Buffer.from('{"requestId":"6c01839f-699c-415f-82c5-4fa12cc14867"}');

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
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  const [, socket]: [unknown, Socket] = await new Promise((resolve) => {
    request({ port, host: '127.0.0.1', headers })
      .on('upgrade', (response, upgraded) => resolve([response, upgraded as Socket]))
      .end();
  });
  socket.setNoDelay(true);
  const mask = randomBytes(4);
  const masked = MESSAGE.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  const frame = Buffer.concat([Buffer.from([WHOLE_TEXT, MASKED | MESSAGE.length]), mask, masked]);
  return {
    roundTrip: () => {
      socket.write(frame);
      return once(socket, 'data');
    },
    stop: () => {
      socket.destroy();
      server.close();
    },
  };
}
