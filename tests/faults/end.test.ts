import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { officeProcess } from '../server/office-process.ts';
import { FROM_LAN, granted, requestId, Screen } from '../server/screen.ts';

describe('a second process', () => {
  it('is refused the data folder of the first, with a message, and the first continues', async () => {
    const office = await officeProcess();
    await office.start();
    const second = await officeProcess();
    const { code, errors } = await second.runToEnd({ DATA_DIR: office.folder, PORT: '0' });
    expect(code).toBe(1);
    expect(errors).toContain(`Another Đến Lượt is running on the data folder ${office.folder}`);
    expect(errors).not.toMatch(/\n +at /);
    expect((await fetch(`${office.address}/healthz`)).status).toBe(200);
  });

  it('is refused a port that is in use, with a message', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, errors } = await (await officeProcess()).runToEnd({ PORT: String(port) });
    expect(code).toBe(1);
    expect(errors).toContain('Cổng này đã có chương trình khác dùng');
    expect(errors).toContain(`(${port})`);
  });
});

describe('SIGTERM', () => {
  it('ends the server with exit code 0 within seconds while screens are connected and send requests', async () => {
    const office = await officeProcess();
    await office.start();
    const kiosks = Array.from({ length: 10 }, () => new Screen(office.address, 'kiosk'));
    const unpaired = new Screen(office.address, 'display', FROM_LAN);
    onTestFinished(() => {
      for (const screen of [...kiosks, unpaired]) screen.close();
    });
    await unpaired.until(() => unpaired.codes[0]);
    const answered: string[] = [];
    const sending = kiosks.map(async (kiosk) => {
      await kiosk.view();
      while (kiosk.socket.connected) {
        const request = { requestId: requestId(), serviceId: 'land' };
        // Fails when the server stops; a real kiosk would repeat the request after the restart.
        const result = await kiosk.ask('ticket:issue', request).catch(() => null);
        if (result) answered.push(granted(result).number);
      }
    });
    await kiosks[0]?.view(({ services }) => services.some(({ waiting }) => waiting > 20));
    const began = performance.now();
    const { code, errors } = await office.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect([code, errors]).toEqual([0, '']);
    await Promise.all(sending);

    await office.start();
    const kiosk = new Screen(office.address, 'kiosk');
    onTestFinished(() => kiosk.close());
    const next = granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'land' }));
    expect(new Set(answered).size).toBe(answered.length);
    expect(Number(next.number.slice(1))).toBeGreaterThan(answered.length);
    expect(answered).not.toContain(next.number);
  });
});
