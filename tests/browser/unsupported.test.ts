/** Pages without a legacy build in a browser that is older than they support. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { eachWithPage } from './hooks.ts';
import { StagedOffice } from './staged-office.ts';

let page: Page;
let office: StagedOffice;

beforeAll(async () => {
  office = await StagedOffice.open(Date.parse('2026-11-23T09:00:00+07:00'));
  return () => office.close();
});
eachWithPage({ viewport: { width: 800, height: 600 } }, (opened) => {
  ({ page } = opened);
});

const PATHS = ['/kiosk', '/rating', '/desk', '/printer', '/kiosk/calibrate'];

it.each(PATHS)('%s says in both languages which browser it needs, and shows nothing else', async (path) => {
  await page.addInitScript('delete Object.hasOwn');
  await page.goto(office.address + path);
  await page.locator('p[lang="vi"]', { hasText: 'Trình duyệt này quá cũ' }).waitFor();
  const texts = await page.locator('body').innerText();
  expect(texts).toMatch(/^Trình duyệt này quá cũ.*\n+This browser is too old.*$/);
  const [width, wide] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(wide).toBe(width);
});

it.each(PATHS)('%s shows no such sentence in a newer browser', async (path) => {
  await page.goto(office.address + path);
  await page.locator('#app > *').first().waitFor();
  expect(await page.locator('#unsupported-browser').isVisible()).toBe(false);
});
