import type { Browser, Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { start } from '../../server/server.ts';
import { communeOffice } from '../office.ts';
import { openOffice, type RunningOffice } from '../server/office.ts';
import { BUILT } from './built-pages.ts';
import { typeByHand } from './by-hand.ts';
import { eachWithPage } from './hooks.ts';
import { faultsOf } from './kiosk-faults.ts';

const SIZES: [width: number, height: number][] = [
  [1920, 1080],
  [1080, 1920],
  [1366, 768],
  [1024, 768],
];

let office: RunningOffice;
let browser: Browser;
let page: Page;

beforeEach(async () => {
  office = await openOffice({ ...BUILT, office: { printer: communeOffice.printer } });
});
eachWithPage({ viewport: { width: 1366, height: 768 }, bypassCSP: true }, (opened) => {
  ({ browser, page } = opened);
});

async function visit(path: string): Promise<void> {
  await page.goto(office.address + path);
  await page.locator('main button').first().waitFor();
}

const service = (letter: string) => page.locator('.service', { has: page.locator(`.letter:text-is("${letter}")`) });
const sizeOf = (shown: Locator) => shown.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
const number = () => page.locator('.slip .number').textContent();

describe('the ticket kiosk', () => {
  it.each(SIZES)('has large buttons and fits without scrolling at %d x %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    await visit('/kiosk');
    expect(await faultsOf(page)).toEqual([]);
    await service('A').click();
    await page.locator('.regular').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.regular').click();
    await page.locator('.paper.good').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('uses the space of a large tile for large text', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await visit('/kiosk');
    const tile = await service('A').boundingBox();
    const size = (part: string) => sizeOf(service('A').locator(part));
    expect(await size('.name')).toBeGreaterThan(0.12 * (tile?.height ?? 0));
    expect(await size('.letter')).toBeGreaterThan(0.12 * (tile?.height ?? 0));
    expect(await size('.facts')).toBeGreaterThan(0.09 * (tile?.height ?? 0));
  });

  it('issues a number in two taps and returns to Vietnamese for the next visitor', async () => {
    await visit('/kiosk');
    await page.locator('.foot .language').click();
    await service('D').click();
    await page.locator('.regular').click();
    await page.locator('.paper.good').waitFor();
    expect(await number()).toBe('D001');
    expect(await page.locator('.slip .label').textContent()).toBe('Your queue number');
    await page.locator('.steps .done').click();
    await page.locator('.services').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  });

  it('treats a double tap as one tap', async () => {
    await visit('/kiosk');
    await service('C').dblclick();
    await page.locator('.regular').waitFor();
    expect(await page.locator('.slip').count()).toBe(0);
  });

  it('treats a double tap as one tap also on tablets, which report each tap as the first', async () => {
    await page.close();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, hasTouch: true });
    await page.addInitScript(() => {
      Object.defineProperty(UIEvent.prototype, 'detail', { get: () => 1 });
      // Both taps have the same time, however slow the test is.
      Object.defineProperty(Event.prototype, 'timeStamp', { get: () => 1 });
    });
    await visit('/kiosk');
    const box = await service('C').boundingBox();
    if (!box) throw new Error('There is no service to tap.');
    await page.touchscreen.tap(box.x + 300, box.y + 40);
    await page.touchscreen.tap(box.x + 303, box.y + 38);
    await page.locator('.regular').waitFor();
    await page.locator('.steps button').first().tap();
    await page.locator('.services').waitFor();
  });

  it('cannot be zoomed by two fingers', async () => {
    await page.close();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, hasTouch: true });
    await visit('/kiosk');
    const fingers = await page.context().newCDPSession(page);
    const apart = (pixels: number) => [
      { x: 683 - pixels, y: 400, id: 1 },
      { x: 683 + pixels, y: 400, id: 2 },
    ];
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: apart(40) });
    for (let pixels = 50; pixels <= 200; pixels += 10) {
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: apart(pixels) });
    }
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await service('A').tap();
    await page.locator('.regular').waitFor();
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  it('scrolls the list to its top for the next visitor', async () => {
    await page.setViewportSize({ width: 1024, height: 500 });
    await page.clock.install();
    await visit('/kiosk');
    await page.locator('.turner button').last().click();
    const top = () => page.locator('.services').evaluate((list) => list.scrollTop);
    await expect.poll(top).toBeGreaterThan(0);
    await page.clock.runFor(46_000);
    expect(await top()).toBe(0);
  });

  it('works by keyboard alone', async () => {
    await visit('/kiosk');
    await page.keyboard.press('5');
    await page.locator('.regular').waitFor();
    await page.keyboard.press('2');
    await page.locator('.slip').waitFor();
    expect(await number()).toBe('E001');
    // Past the button that reads the page again.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.services').waitFor();
  });

  it('shows that the connection is lost, and gets one number when the server is back', async () => {
    await visit('/kiosk');
    await service('B').click();
    await page.locator('.regular').waitFor();
    await office.stop();
    await page.locator('.trouble p').waitFor();
    await page.locator('.regular').click();
    await page.locator('.working').waitFor();
    const {
      folder: dataFolder,
      server: { port },
    } = office;
    const again = await start({ ...BUILT, port, host: '127.0.0.1', dataFolder, log: () => undefined });
    onTestFinished(() => again.stop());
    await page.locator('.slip').waitFor();
    expect(await number()).toBe('B001');
  });
});

describe('the rating pad', () => {
  it.each(SIZES)('has large buttons and fits without scrolling at %d x %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    await visit('/rating');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.faces button').nth(4).click();
    await page.locator('.thanks .numbers').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.again').click();
    await page.locator('.faces button').first().click();
    await page.locator('.reasons').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.numbers button').last().click();
    await page.locator('.pad').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('refuses to rate a visit that is not finished, and accepts a vote without a number', async () => {
    await visit('/kiosk');
    await service('A').click();
    await page.locator('.regular').click();
    await page.locator('.slip').waitFor();
    const waiting = (await number()) ?? '';
    await visit('/rating');
    await page.keyboard.press('1');
    await page.locator('.reason .numbers button').last().click();
    await page.locator('.pad').waitFor();
    await typeByHand(page, waiting);
    await page.keyboard.press('Enter');
    await page.locator('.done').click();
    await page.locator('.heading p', { hasText: `Số ${waiting} chưa xong việc` }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.faces button').nth(1).click();
    await page.locator('.reasons button').first().click();
    await page.locator('.done').click();
    await page.locator('.thanks').waitFor();
  });
});
