import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type CrowdRules, limitConnections } from '../../server/api/connection-limit.ts';

/** A server under these rules, and how to knock at it: an open connection, or null when it was cut off. */
async function door(rules: Partial<CrowdRules>) {
  const http = createServer((_, response) => response.end('well'));
  limitConnections(http, { perAddress: 2, total: 100, isOwn: () => false, ...rules });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    http.close();
  });
  return async (from: string): Promise<Socket | null> => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    sockets.push(socket);
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    return new Promise((resolve) => {
      socket.once('data', () => resolve(socket));
      socket.once('close', () => resolve(null));
      // Being cut off is an answer too; `close` follows.
      socket.on('error', () => undefined);
    });
  };
}

describe('the connections of one machine', () => {
  it('are limited, and those of others are not', async () => {
    const knock = await door({});
    const first = await knock('127.0.0.2');
    expect([first, await knock('127.0.0.2')]).not.toContain(null);
    expect(await knock('127.0.0.2')).toBeNull();
    expect(await knock('127.0.0.3')).not.toBeNull();
  });

  it('may be others when some have ended', async () => {
    const knock = await door({ perAddress: 1 });
    const first = await knock('127.0.0.2');
    expect(await knock('127.0.0.2')).toBeNull();
    first?.end();
    if (first) await once(first, 'close');
    expect(await knock('127.0.0.2')).not.toBeNull();
  });

  it('are not counted when they come over a proxy on the server’s own', async () => {
    const knock = await door({ isOwn: (address) => address === '127.0.0.2' });
    for (let count = 0; count < 5; count += 1) expect(await knock('127.0.0.2')).not.toBeNull();
  });

  it('of all machines together are limited too', async () => {
    const knock = await door({ total: 3 });
    for (const from of ['127.0.0.2', '127.0.0.3', '127.0.0.4']) expect(await knock(from)).not.toBeNull();
    expect(await knock('127.0.0.5')).toBeNull();
  });
});
