import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ConnectionLimits, limitConnections } from '../../server/api/connection-limit.ts';

/** Starts a server with these limits. The result connects from an address: to an open socket, or null when the server closed it. */
async function limitedServer(limits: Partial<ConnectionLimits>) {
  const http = createServer((_, response) => response.end('ok'));
  limitConnections(http, { perAddress: 2, total: 100, isExempt: () => false, ...limits });
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
      // A reset is expected here; `close` follows.
      socket.on('error', () => undefined);
    });
  };
}

describe('the connection limit', () => {
  it('refuses further connections of one address, but not those of others', async () => {
    const open = await limitedServer({});
    const first = await open('127.0.0.2');
    expect([first, await open('127.0.0.2')]).not.toContain(null);
    expect(await open('127.0.0.2')).toBeNull();
    expect(await open('127.0.0.3')).not.toBeNull();
  });

  it('accepts a new connection when an earlier one of the address has ended', async () => {
    const open = await limitedServer({ perAddress: 1 });
    const first = await open('127.0.0.2');
    expect(await open('127.0.0.2')).toBeNull();
    first?.end();
    if (first) await once(first, 'close');
    expect(await open('127.0.0.2')).not.toBeNull();
  });

  it('does not apply to an exempt address, such as a proxy on the server’s own machine', async () => {
    const open = await limitedServer({ isExempt: (address) => address === '127.0.0.2' });
    for (let count = 0; count < 5; count += 1) expect(await open('127.0.0.2')).not.toBeNull();
  });

  it('refuses connections above the total of all addresses', async () => {
    const open = await limitedServer({ total: 3 });
    for (const from of ['127.0.0.2', '127.0.0.3', '127.0.0.4']) expect(await open(from)).not.toBeNull();
    expect(await open('127.0.0.5')).toBeNull();
  });
});
