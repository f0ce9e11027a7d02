/** Nothing that is on a page moves by itself: neither while the page loads nor when a call or a result comes. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE } from '../../shared/time.ts';
import { launchBrowser } from './browser.ts';
import { playMorning } from './morning.ts';
import { StagedOffice } from './staged-office.ts';

const OPENS = Date.parse('2026-11-23T07:30:00+07:00');
const LANDSCAPE = { width: 1366, height: 768 };
const UPRIGHT = { width: 1080, height: 1920 };
const PHONE = { width: 360, height: 740 };

let office: StagedOffice;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await StagedOffice.open(OPENS);
  await playMorning(office, OPENS + 45 * MINUTE);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it.each([
  ['/kiosk', '.services', LANDSCAPE],
  ['/kiosk', '.services', UPRIGHT],
  ['/kiosk/calibrate', 'main button', LANDSCAPE],
  ['/display', '.call', LANDSCAPE],
  ['/display', '.call', UPRIGHT],
  ['/display/counter/1', '.sign', LANDSCAPE],
  ['/rating', '.faces', LANDSCAPE],
  ['/rating', '.faces', UPRIGHT],
  ['/desk', '.sign-in', LANDSCAPE],
])('nothing moves while %s loads until %s is there on %o', async (path, whole, viewport) => {
  const page = await open(path, viewport);
  expect(await shiftsUntil(page, whole)).toEqual([]);
  await page.context().close();
});

it('nothing moves while the page of a ticket loads', async () => {
  const page = await open(`/t/${await office.ticket('civil-status')}`, PHONE);
  expect(await shiftsUntil(page, '.low')).toEqual([]);
  await page.context().close();
});

it('nothing moves on the lobby TV and the sign of a counter when a call comes and when it is over', async () => {
  const television = await open('/display', LANDSCAPE);
  const sign = await open('/display/counter/1', LANDSCAPE);
  await television.locator('.call').waitFor();
  await sign.locator('.sign.serving').waitFor();
  await office.at(0, 'finish');
  await sign.locator('.sign.ready').waitFor();
  await office.at(0, 'call-next');
  expect(await shiftsUntil(television, '.call.announcing')).toEqual([]);
  expect(await shiftsUntil(sign, '.sign.called')).toEqual([]);
  await office.at(0, 'start');
  expect(await shiftsUntil(sign, '.sign.serving')).toEqual([]);
  await office.at(0, 'finish');
  await sign.locator('.sign.ready').waitFor();
  await office.at(0, 'close');
  expect(await shiftsUntil(sign, '.sign.closed')).toEqual([]);
  await television.context().close();
  await sign.context().close();
});

it('the way of the paper does not move when the code for telephones comes', async () => {
  const page = await open('/kiosk', UPRIGHT);
  await page.locator('.services').waitFor();
  await page.keyboard.press('1');
  await page.locator('.class-choice').waitFor();
  await page.keyboard.press('1');
  expect(await shiftsUntil(page, '.result .qr')).toEqual([]);
  await page.context().close();
});

async function open(path: string, viewport: typeof PHONE): Promise<Page> {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        // Within half a second after a press a page may change at will. Less than 0.0005 is the rounding of a text's width.
        if (entry.hadRecentInput || entry.value < 0.0005) continue;
        const moved = entry.sources.map(({ node }) => node?.textContent?.slice(0, 40) || node?.nodeName);
        shifts.push(`${entry.value.toFixed(4)}: ${moved.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(office.address + path);
  return page;
}

/** What Chromium and TypeScript's library call differently. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

/** All shifts since the page was opened, after the element is there, its fonts have come and two frames are drawn. */
async function shiftsUntil(page: Page, element: string): Promise<unknown> {
  await page.locator(element).first().waitFor();
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    return Reflect.get(globalThis, 'shifts');
  });
}
