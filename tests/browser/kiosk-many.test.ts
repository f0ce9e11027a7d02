/** An office of ten services with long names: the list of services turns by itself where it is higher than the screen, and all pages fit. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { communeOffice } from '../office.ts';
import { NO_PRINTER } from '../server/office.ts';
import { eachWithPage } from './hooks.ts';
import { faultsOf, outOfReach } from './kiosk-faults.ts';
import { StagedOffice } from './staged-office.ts';

const SIZES: [width: number, height: number][] = [
  [1080, 1920],
  [1280, 800],
  [1024, 768],
];
const MORE = [...'FGHIJ'].map((letter) => ({
  id: `more-${letter}`,
  letter,
  name: {
    vi: 'Lao động – Thương binh và Xã hội – Bảo trợ xã hội – Người có công với cách mạng',
    en: 'Labour – War invalids – Social affairs – Social protection – Persons of merit',
  },
  dailyLimit: null,
  appointments: null,
  examples: null,
  pictogram: null,
  informationDesk: false,
}));

let page: Page;
let office: StagedOffice;

beforeAll(async () => {
  const services = [...communeOffice.services, ...MORE];
  const counters = communeOffice.counters.map((counter) => ({ ...counter, services: services.map(({ id }) => id) }));
  office = await StagedOffice.open(Date.parse('2026-11-23T09:00:00+07:00'), { services, counters });
  return () => office.close();
});
eachWithPage({ bypassCSP: true, reducedMotion: 'reduce' }, (opened) => {
  ({ page } = opened);
});

async function visit(path: string, [width, height]: [number, number], aid: string): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(office.address + path);
  await page.locator('main button').first().waitFor();
  if (aid === '') return;
  await page.locator('.aids-button').click();
  await page.locator(`.switches button:nth-child(${aid === 'big-text' ? 1 : 3})`).click();
  await page.locator('.aids .steps button').click();
}

describe.each(['', 'big-text', 'reach'])('ten services with the aid "%s"', (aid) => {
  it.each(SIZES)('have whole names in their tiles and a whole foot at %d x %d', async (...size) => {
    await visit('/kiosk', size, aid);
    // Tiles below the visible part of the list are behind the foot: their gaps to its buttons do not count.
    expect((await faultsOf(page)).filter((fault) => !fault.startsWith('a gap'))).toEqual([]);
    const foot = await page.locator('.foot').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(foot).toBe(0);
  });

  it.each(SIZES)('have all letters and digits of a number visible at %d x %d', async (...size) => {
    await visit('/rating', size, aid);
    await page.locator('.faces button').nth(4).click();
    await page.locator('.numbers button').last().click();
    await page.locator('.pad').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    if (aid === 'reach') expect(await outOfReach(page)).toEqual([]);
  });
});

it('the page of a number that is not printed fits the smallest screen without a second message', async () => {
  await office.change({ printer: NO_PRINTER });
  await visit('/kiosk', [1024, 768], '');
  await page.locator('.trouble p').waitFor();
  await page.keyboard.press('6');
  await page.locator('.regular').click();
  await page.locator('.paper.warn').waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
