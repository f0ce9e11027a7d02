import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { undoAll } from '../../server/process/shutdown.ts';
import { start } from '../../server/server.ts';
import { openOffice, type RunningOffice } from '../server/office.ts';
import { granted, requestId } from '../server/screen.ts';

async function rawConnection({ server }: RunningOffice): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** Connects a screen that then neither reads nor answers. */
async function frozenScreen(office: RunningOffice): Promise<void> {
  const socket = await rawConnection(office);
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toContain('101 Switching Protocols');
  socket.pause();
}

it('stops within seconds with a frozen screen, a half-sent request and an idle connection', async () => {
  const office = await openOffice();
  await office.connect('kiosk');
  await frozenScreen(office);
  const half = await rawConnection(office);
  half.write(
    'POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  );
  await rawConnection(office);
  const began = performance.now();
  await office.server.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
});

it('stops once for repeated calls, and releases the data folder at the end', async () => {
  const office = await openOffice();
  const kiosk = await office.connect('kiosk');
  granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'land' }));
  const [first, second] = [office.server.stop(), office.server.stop()];
  expect(second).toBe(first);
  await first;
  const options = { port: 0, host: '127.0.0.1', pages: '', build: '', log: () => undefined };
  const again = await start({ ...options, dataFolder: office.folder });
  onTestFinished(() => again.stop());
  expect(await again.engine.read(({ queue: { byNumber } }) => [...byNumber.keys()])).toEqual(['B001']);
});

it('leaves nothing running when its port is taken', async () => {
  const office = await openOffice();
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const options = { host: '127.0.0.1', pages: '', build: '', log: () => undefined };
  const dataFolder = join(office.folder, 'other');
  await expect(start({ ...options, dataFolder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const again = await start({ ...options, dataFolder, port: 0 });
  await again.stop();
});

it('runs all steps of the shutdown, the last one first, and logs a step that fails', async () => {
  const done: string[] = [];
  const reports: unknown[] = [];
  const broken = new Error('the disk is gone');
  const steps = [() => done.push('lock'), () => Promise.reject(broken), () => done.push('socket server')];
  await undoAll(steps, ({ error }) => void reports.push(error));
  expect(done).toEqual(['socket server', 'lock']);
  expect(reports).toEqual([broken]);
});
