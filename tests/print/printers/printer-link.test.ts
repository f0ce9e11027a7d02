import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { PrinterLink } from '../../../server/print/printers/printer-link.ts';
import { statusRequest } from '../../../server/print/printers/status.ts';

it('takes a late reply for the reply to the earlier status request, not to the next one', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connected = once(server, 'connection');
  const link = await PrinterLink.open('127.0.0.1', (server.address() as AddressInfo).port, 5_000);
  onTestFinished(() => {
    link.destroy();
    server.close();
  });
  const [printer]: Socket[] = await connected;
  expect(await link.readStatus(4, 20)).toBeNull();
  const next = link.readStatus(1, 5_000);
  printer?.on('data', (data) => {
    if (data.includes(statusRequest(1))) printer.write(Buffer.of(0x16));
  });
  printer?.write(Buffer.of(0x1e));
  expect(await next).toBe(0x16);
});
