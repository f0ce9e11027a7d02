/** `npm run pictures`: the pictures of the README, from a real office after a lively morning. Look at them before you commit them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { build, ROOT } from '../../server/prepare.mjs';
import { launchBrowser } from './browser.ts';
import { playMorning } from './morning.ts';
import { Desk } from './screens/desk.ts';
import { Kiosk } from './screens/kiosk.ts';
import { PASSWORD, StagedOffice } from './staged-office.ts';

const FOLDER = join(ROOT, 'docs/pictures');
const MORNING = Date.parse('2026-11-23T07:30:00+07:00');
const NOW = Date.parse('2026-11-23T09:41:20+07:00');
const FROM_LAN = { extraHTTPHeaders: { 'x-forwarded-for': '192.168.1.21' } };

class Photographer {
  readonly #office: StagedOffice;
  readonly #browser: Browser;

  constructor(office: StagedOffice, browser: Browser) {
    this.#office = office;
    this.#browser = browser;
  }

  /** A page as large as its screen; the picture is `scale` times as large, to keep the repository small. */
  async open(path: string, [width, height, scale]: Size, more: BrowserContextOptions = {}): Promise<Page> {
    const viewport = { width, height };
    const context = await this.#browser.newContext({ viewport, deviceScaleFactor: scale, hasTouch: true, ...more });
    const page = await context.newPage();
    await page.goto(this.#office.address + path);
    return page;
  }

  async take(shown: Page, name: string, part: Page | Locator = shown): Promise<void> {
    await shown.evaluate(() => document.fonts.ready);
    await part.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  }
}

type Size = readonly [width: number, height: number, scale: number];
const TELEVISION: Size = [1920, 1080, 0.5];
const UPRIGHT: Size = [1080, 1920, 0.5];
const TABLET: Size = [1280, 800, 0.75];
const DESKTOP: Size = [1600, 900, 0.7];
const HALF_DESKTOP: Size = [800, 1000, 0.8];

async function photographKiosk(photographer: Photographer): Promise<void> {
  const english = await photographer.open('/kiosk?lang=en', UPRIGHT);
  await english.locator('.services').waitFor();
  await photographer.take(english, 'kiosk-en');
  const page = await photographer.open('/kiosk', UPRIGHT);
  const kiosk = new Kiosk(page);
  await kiosk.says('Mời ông/bà chọn lĩnh vực');
  await photographer.take(page, 'kiosk');
  await kiosk.touch('Hộ tịch – Chứng thực');
  await kiosk.says('Diện ưu tiên');
  await photographer.take(page, 'kiosk-class');
  await kiosk.touch('Công dân');
  await kiosk.says('Phiếu đã in xong');
  await photographer.take(page, 'kiosk-result');
  const printer = await photographer.open('/printer', [1280, 1000, 1]);
  await printer.locator('.papers img').first().waitFor();
  await photographer.take(printer, 'ticket', printer.locator('.papers img').first());
}

async function photographDeskAndTelevision(photographer: Photographer): Promise<void> {
  const television = await photographer.open('/display', TELEVISION);
  await television.locator('.lobby').waitFor();
  await photographer.take(television, 'display');
  const desk = new Desk(await photographer.open('/desk', DESKTOP));
  await desk.signIn('lan', PASSWORD);
  await desk.numberIn('serving');
  await photographer.take(desk.page, 'desk');
  await desk.finishAndCall();
  await television.locator('.call.announcing').waitFor();
  await photographer.take(television, 'display-call');

  const stranger = await photographer.open('/display', TELEVISION, FROM_LAN);
  await stranger.locator('.code').waitFor();
  const supervisor = await photographer.open('/desk', HALF_DESKTOP);
  await new Desk(supervisor).signIn('admin', PASSWORD);
  await supervisor.getByRole('button', { name: 'Quản lý' }).click();
  await supervisor.locator('.pairing-row').waitFor();
  await photographer.take(supervisor, 'supervisor');
}

async function photographRating(photographer: Photographer): Promise<void> {
  const page = await photographer.open('/rating', TABLET);
  await page.locator('.visits button').first().tap();
  await page.locator('.faces').waitFor();
  await photographer.take(page, 'rating');
}

/** One visitor fixes papers and one has missed the call. */
async function sendSomeAway(office: StagedOffice): Promise<void> {
  await office.at(1, 'away');
  await office.at(2, 'finish');
  await office.at(2, 'call-next');
  await office.at(2, 'miss');
  for (const counter of [1, 2]) {
    await office.at(counter, 'call-next');
    await office.at(counter, 'start');
  }
}

if (!build()) process.exit(1);
await mkdir(FOLDER, { recursive: true });
const office = await StagedOffice.open(MORNING);
const browser = await launchBrowser();
try {
  await playMorning(office, NOW);
  await sendSomeAway(office);
  const photographer = new Photographer(office, browser);
  await photographKiosk(photographer);
  await photographDeskAndTelevision(photographer);
  await photographRating(photographer);
} finally {
  await browser.close();
  await office.close();
}
