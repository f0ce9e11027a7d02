import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildId, ROOT } from '../../server/prepare.mjs';
import { type RunningServer, start } from '../../server/server.ts';
import { type OldPage, openOldPage } from './old-chromium.ts';

const ADMIN = { username: 'admin', password: 'mật khẩu đầu tiên' };
/** ms; the browser may have to be brought and unpacked. */
const DOWNLOAD = 300_000;

let folder: string;
let server: RunningServer;
let cookie = '';
let page: OldPage;
let asked = 0;

async function post(path: string, body: object = {}): Promise<unknown> {
  asked += 1;
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', cookie },
    body: JSON.stringify(path === '/session' ? body : { requestId: `request-${asked}`, ...body }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return answer.status === 204 ? null : answer.json();
}

const address = (path: string) => `http://127.0.0.1:${server.port}${path}`;
const shows = (selector: string) => expect.poll(() => page.text(selector), { timeout: 10_000 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'den-luot-legacy-'));
  server = await start({
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    pages: join(ROOT, 'dist/pages'),
    build: buildId(),
    firstPassword: ADMIN.password,
    report: () => undefined,
  });
  await post('/session', ADMIN);
  await post('/counters/counter-1/open');
  page = await openOldPage();
}, DOWNLOAD);
afterAll(async () => {
  await page?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('in Chromium 64', () => {
  it('the lobby TV goes to its legacy build and shows a call as it comes', async () => {
    await page.open(address('/display?lang=en'), 1280, 720);
    await shows('.call h2 .main').toBe('Welcome');
    expect(await page.evaluate('location.pathname + location.search')).toBe('/legacy/display?lang=en');
    await post('/tickets', { serviceId: 'civil-status' });
    await shows('.waiting .count').toBe('1');
    await post('/counters/counter-1/call-next');
    await shows('.huge .number').toBe('A001');
    expect(await page.text('.huge .counter')).toBe('1');
    expect(page.complaints).toEqual([]);
  });

  it('the sign of a counter shows its visitor', async () => {
    await page.open(address('/display/counter/1'), 800, 480);
    await shows('.called .number').toBe('A001');
    expect(await page.evaluate('location.pathname')).toBe('/legacy/display/counter/1');
    await post('/counters/counter-1/start');
    await shows('.serving .number').toBe('A001');
    await post('/counters/counter-1/finish');
    await shows('.ready .stage .main').toBe('Sẵn sàng tiếp công dân');
    expect(page.complaints).toEqual([]);
  });
});
