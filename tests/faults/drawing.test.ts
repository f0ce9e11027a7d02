import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { OfficeProcess } from '../server/office-process.ts';
import { granted, requestId, Screen } from '../server/screen.ts';

const SERVER = 'dist/server';

it('draws in the built server only in the thread for it', async () => {
  const scripts = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const drawing = scripts.filter((name) => readFileSync(join(SERVER, name), 'utf8').includes('@napi-rs/canvas'));
  expect(drawing).toEqual(['drawing-worker.js']);

  const office = await OfficeProcess.create({ changes: { printer: { address: 'preview', paperWidthMm: 80 } } });
  onTestFinished(() => office.close());
  await office.start();
  const kiosk = new Screen(office.address, 'kiosk');
  onTestFinished(() => kiosk.close());
  await kiosk.view();
  const { number } = granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'land' }));
  await kiosk.until(() => kiosk.shown.prints.some((print) => print.number === number && print.state === 'printed'));
  expect(office.errors).toBe('');
});
