import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { communeOffice } from '../office.ts';
import { eachWithOffice } from './hooks.ts';
import { faultsOf } from './kiosk-faults.ts';
import { StagedOffice } from './staged-office.ts';

const EXAMPLES = { vi: 'khai sinh, kết hôn, sao y', en: 'birth, marriage, certified copies' };
/** The second service of five, so that its place on the kiosk is not that of the list. */
const DESK = 'land';

let page: Page;
let office: StagedOffice;

eachWithOffice(
  () => {
    const services = communeOffice.services.map((service) => ({
      ...service,
      examples: service.id === DESK ? null : EXAMPLES,
      informationDesk: service.id === DESK,
    }));
    return StagedOffice.open(Date.parse('2026-11-23T09:00:00+07:00'), { services });
  },
  { bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 1024, height: 768 } },
  (opened) => {
    ({ page, office } = opened);
  },
);

async function visit(): Promise<void> {
  await page.goto(`${office.address}/kiosk`);
  await page.locator('.service').first().waitFor();
}

const titles = () => page.locator('main .tile .name').allTextContents();

it('is the last way in, after the appointments, and asks its question in both languages', async () => {
  await visit();
  expect((await titles()).slice(-2)).toEqual(['Tôi có lịch hẹn', 'Chưa rõ? Hỏi tại đây']);
  expect(await page.locator('.service .letter').allTextContents()).toEqual(['A', 'C', 'D', 'E']);
  expect(await page.locator('.services .examples').allTextContents()).toEqual(Array(4).fill(EXAMPLES.vi));
  await page.locator('.foot .language').click();
  expect((await titles()).at(-1)).toBe('Not sure? Ask here');
  expect(await page.locator('.examples').first().textContent()).toBe(EXAMPLES.en);
});

it.each([
  [1080, 1920],
  [1280, 800],
  [1024, 768],
])('fits with lines of examples at %d x %d', async (width, height) => {
  await page.setViewportSize({ width, height });
  await visit();
  expect(await faultsOf(page)).toEqual([]);
});

it('is chosen by the key of its place, and its ticket is called like any other', async () => {
  await visit();
  await page.keyboard.press('6');
  await page.locator('.regular').click();
  await page.locator('.paper.good').waitFor();
  expect(await page.locator('.slip .number').textContent()).toBe('B001');
  const counter = communeOffice.counters.findIndex(({ services }) => services.includes(DESK));
  expect(await office.at(counter, 'call-next')).toMatchObject({ current: { number: 'B001' } });
});
