/** The lobby TV of an office that is larger than most: nothing that people go by may be cut off. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hall, openHall } from '../display/hall.ts';
import { call, hallView, services } from '../display/views.ts';
import { launchBrowser } from './browser.ts';

const RATED = {
  ...{ ratings: 128, satisfied: 0.914, levels: [2, 3, 6, 41, 76], anonymous: 6, visits: 173 },
  month: { ratings: 1240, satisfied: 0.927, visits: 1803 },
};
const BUSY = hallView({ calls: [call('M1012', 104, 'called')], satisfaction: RATED });

let hall: Hall;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  hall = await openHall();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await hall.stop();
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

async function open(width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(hall.address);
  await page.locator('.lobby').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

describe('the lobby TV', () => {
  it.each([
    [20, 1280, 720],
    [20, 1080, 1920],
    [24, 1280, 720],
  ])('has room for %d services at %d x %d', async (count, width, height) => {
    hall.show({ ...BUSY, services: services(count) });
    await open(width, height);
    const hidden = await page.evaluate(() => {
      const room = document.querySelector('.waiting')?.getBoundingClientRect() ?? new DOMRect();
      return [...document.querySelectorAll('.waiting li')]
        .map((row) => row.getBoundingClientRect())
        .filter(({ right, bottom }) => right > room.right + 1 || bottom > room.bottom + 1).length;
    });
    expect(hidden).toBe(0);
  });

  it.each([
    [1280, 720],
    [1080, 1920],
  ])('says where to go under a long name of the office, with many counters, at %d x %d', async (width, height) => {
    const vi = 'Ủy ban nhân dân phường Bà Rịa – Vũng Tàu – Thủ Dầu Một – Trung tâm Phục vụ hành chính công';
    const office = { ...BUSY.office, name: { vi, en: vi }, hotline: '(028) 3829 1234 – nhánh 5' };
    const counters = services(8).map(({ id }, index) => ({
      number: index + 1,
      services: [id],
      state: 'open' as const,
      pausedUntil: null,
      current: null,
    }));
    hall.show({ ...BUSY, office, counters });
    await open(width, height);
    const [panel, number, where, levels, base] = await page.evaluate(() =>
      ['.call', '.huge .number', '.huge .where', '.levels', '.base'].map((part) => {
        const { top, bottom } = document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
        return { top: Math.round(top), bottom: Math.round(bottom) };
      }),
    );
    expect(where?.bottom).toBeLessThanOrEqual(panel?.bottom ?? 0);
    expect(number?.bottom).toBeLessThanOrEqual(panel?.bottom ?? 0);
    expect(base?.top).toBeGreaterThanOrEqual(levels?.bottom ?? 0);
  });
});
