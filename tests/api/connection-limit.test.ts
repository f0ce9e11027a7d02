import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ConnectionLimits, limitConnections } from '../../server/api/connection-limit.ts';

/** Starts a server with these limits. The result connects from an address: to an open socket, or null when the server closed it. */
async function limitedServer(limits: Partial<ConnectionLimits>) {
  const http = createServer((_, response) => response.end('ok'));
  const trusted = limitConnections(http, { perAddress: 2, total: 100, isExempt: () => false, ...limits });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  http.on('request', ({ url, socket }) => {
    if (url === '/trusted') trusted.trust(socket);
  });
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    http.close();
  });
  return async (from: string, path = '/'): Promise<Socket | null> => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    sockets.push(socket);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
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

  it('gives a machine a place when nine addresses of another have taken all, also in the same network', async () => {
    const open = await limitedServer({ perAddress: 5, total: 40 });
    for (let count = 0; count < 45; count += 1) await open(`127.0.0.${10 + (count % 9)}`);
    for (const from of ['127.0.0.50', '127.0.1.50']) expect(await open(from)).not.toBeNull();
    expect(await open('127.0.0.10')).toBeNull();
  });

  it('never closes the connection of a known sender for a new one', async () => {
    const open = await limitedServer({ perAddress: 5, total: 6 });
    const known: (Socket | null)[] = [];
    for (let count = 0; count < 4; count += 1) known.push(await open('127.0.0.2', '/trusted'));
    await open('127.0.0.2');
    await open('127.0.0.2');
    expect(await open('127.0.0.3')).not.toBeNull();
    expect(await open('127.0.0.4')).toBeNull();
    expect(known.map((socket) => socket?.destroyed)).toEqual([false, false, false, false]);
  });

  it('lets a known address in when as many strangers as there are places have one connection each', async () => {
    const open = await limitedServer({ total: 3 });
    (await open('127.0.0.9', '/trusted'))?.destroy();
    for (const from of ['127.0.0.2', '127.0.0.3', '127.0.0.4']) await open(from);
    expect(await open('127.0.0.5')).toBeNull();
    expect(await open('127.0.0.9')).not.toBeNull();
  });
});
