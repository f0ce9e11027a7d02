import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, start } from '../../server/server.ts';
import { writeOffice } from '../data-folder.ts';
import { communeOffice } from '../office.ts';
import { ADMIN, ZONE } from '../server/office.ts';
import { BUILT } from './built-pages.ts';
import { type OldPage, openOldPage } from './old-chromium.ts';
import { PNG } from './picture.ts';

/** ms; the browser may have to be downloaded and unpacked. */
const DOWNLOAD = 300_000;

const [hall] = communeOffice.screens;
const always = { text: { vi: 'Lễ hội', en: 'Festival' }, from: null, until: null, hours: null, seconds: 5 };

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
const shows = (selector: string) => expect.poll(() => page.text(selector));
/** Presses an element, as soon as the page shows it. */
async function press(selector: string): Promise<void> {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  await expect.poll(() => page.evaluate(`${element} !== null`)).toBe(true);
  await page.evaluate(`${element}.click()`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'den-luot-legacy-'));
  await writeOffice(folder, {
    ...communeOffice,
    timeZone: ZONE,
    look: { accent: '#7fe0a8', logo: 'logo.png' },
    screens: [hall, { ...hall, id: 'land', services: ['land'], calls: 'below' }],
    notices: [
      { ...always, id: 'gone', kind: 'picture', file: 'gone.png' },
      { ...always, id: 'film', kind: 'video', file: 'broken.mp4' },
      { ...always, id: 'there', kind: 'picture', file: 'there.png', seconds: 600 },
      { ...always, id: 'band', kind: 'ticker' },
    ],
  });
  await mkdir(join(folder, 'notices'));
  await writeFile(join(folder, 'logo.png'), PNG);
  await writeFile(join(folder, 'notices/there.png'), PNG);
  await writeFile(join(folder, 'notices/broken.mp4'), 'no video at all');
  server = await start({
    ...BUILT,
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    firstPassword: ADMIN.password,
    log: () => undefined,
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
  it('the lobby TV is redirected to its legacy build and shows a new call', async () => {
    await page.open(address('/display?lang=en'), 1280, 720);
    await shows('.welcome h2').toBe('Welcome');
    expect(await page.evaluate('location.pathname + location.search')).toBe('/legacy/display?lang=en');
    await post('/tickets', { serviceId: 'civil-status' });
    await shows('.waits .range').toMatch(/\d/);
    await post('/counters/counter-1/call-next');
    await shows('.huge .number').toBe('A001');
    expect(await page.text('.huge .counter')).toBe('1');
    expect(page.complaints).toEqual([]);
  });

  it('the sign of a counter shows its number', async () => {
    await page.open(address('/display/counter/1'), 800, 480);
    await shows('.called .number').toBe('A001');
    expect(await page.evaluate('location.pathname')).toBe('/legacy/display/counter/1');
    await post('/counters/counter-1/start');
    await shows('.serving .number').toBe('A001');
    await post('/counters/counter-1/finish');
    await shows('.ready .stage .main').toBe('Sẵn sàng');
    expect(page.complaints).toEqual([]);
  });

  it('a TV of some services shows only these, with the layout, accent and logo of set-up', async () => {
    await page.open(address('/display/land?lang=en'), 1280, 720);
    await shows('.waits .letter').toBe('B');
    expect(await page.evaluate('location.pathname')).toBe('/legacy/display/land');
    expect(await page.evaluate('document.querySelectorAll(".waits li").length')).toBe(1);
    expect(await page.evaluate('document.querySelector(".lobby").className.trim()')).toBe('lobby below');
    expect(await page.evaluate('document.documentElement.className')).toBe('level');
    const painted = 'getComputedStyle(document.querySelector(".counters .called")).backgroundColor';
    await post('/tickets', { serviceId: 'land' });
    await post('/counters/counter-1/close');
    await post('/counters/counter-3/open');
    await post('/counters/counter-3/call-next');
    await shows('.counters .called .ticket').toBe('B001');
    expect(await page.evaluate(painted)).toBe('rgb(127, 224, 168)');
    for (const step of ['start', 'finish', 'close']) await post(`/counters/counter-3/${step}`);
    await post('/counters/counter-1/open');
    await expect.poll(() => page.evaluate('document.querySelector(".logo").naturalWidth')).toBe(1);
    // In turn with the Vietnamese text and the motto.
    await expect.poll(() => page.text('.footer .ticker'), { timeout: 25_000 }).toBe('Festival');
    expect(page.complaints).toEqual([]);
  });

  it('a picture is shown between calls after missing ones are skipped, and a call replaces it', async () => {
    await page.open(address('/display'), 1280, 720);
    const shown = 'document.querySelector(".media.shown img") !== null';
    await expect.poll(() => page.evaluate(shown), { timeout: 50_000 }).toBe(true);
    await post('/tickets', { serviceId: 'civil-status' });
    await post('/counters/counter-1/call-next');
    await shows('.huge .number').toBe('A002');
    expect(await page.evaluate('document.querySelector(".media.dimmed") !== null')).toBe(true);
    // The browser itself reports the files that it could not load.
    page.complaints.length = 0;
  });

  it('the page of a ticket lets its holder postpone once, and shows when the connection is lost', async () => {
    const { id } = v.parse(v.object({ id: v.string() }), await post('/tickets', { serviceId: 'land' }));
    await page.open(address(`/t/${id}`), 360, 640);
    await shows('.phone .number').toBe('B002');
    expect(await page.evaluate('location.pathname')).toBe(`/legacy/t/${id}`);
    await press('.action .postpone');
    await shows('.question p').toContain('muốn lùi bao lâu?');
    await press('.question .second');
    await expect.poll(() => page.text('main')).toContain('Số này chỉ được gọi từ');
    expect(await page.evaluate('document.querySelectorAll(".action .postpone").length')).toBe(0);
    expect(page.complaints).toEqual([]);
    await server.stop();
    await expect.poll(() => page.text('.lost'), { timeout: 20_000 }).toContain('Mất kết nối');
    expect(await page.text('.phone .number')).toBe('B002');
  });
});
