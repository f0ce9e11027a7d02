/** The pad's list of finished visits changes by itself, perhaps while a visitor is about to touch it. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { MINUTE } from '../../shared/time.ts';
import { eachWithOffice } from './hooks.ts';
import { StagedOffice } from './staged-office.ts';

let page: Page;
let office: StagedOffice;

eachWithOffice(
  () => StagedOffice.open(Date.parse('2026-11-23T09:00:00+07:00')),
  { viewport: { width: 1280, height: 800 }, hasTouch: true },
  (opened) => {
    ({ office, page } = opened);
  },
);

async function serve(): Promise<void> {
  await office.ticket('civil-status');
  await office.at(0, 'call-next');
  await office.at(0, 'start');
  office.passTo(office.now() + 5 * MINUTE);
}

const finish = () => office.at(0, 'finish');

const first = () => page.locator('.visits .number').first();

async function place(): Promise<[x: number, y: number]> {
  const box = await first().boundingBox();
  if (!box) throw new Error('There is nothing to tap.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Resolves to a function that returns whether a touch has ended, as a click or as the menu of a long press. */
async function pressed(): Promise<() => Promise<unknown>> {
  await page.evaluate(
    `for (const kind of ['click', 'contextmenu']) addEventListener(kind, () => { window.pressed = true; })`,
  );
  return () => page.evaluate('window.pressed');
}

it('a tap on an entry that has just moved chooses nothing, and a second later it does', async () => {
  await serve();
  await finish();
  await serve();
  await page.clock.install();
  await page.goto(`${office.address}/rating`);
  await first().waitFor();
  const over = await pressed();
  const aim = await place();
  await page.clock.pauseAt(Date.now() + MINUTE / 2);
  await finish();
  await expect.poll(() => first().textContent()).toBe('A002');
  await page.touchscreen.tap(...aim);
  await expect.poll(over).toBe(true);
  expect(await page.locator('.faces').count()).toBe(0);
  // The browser takes a tap that follows at once for the second tap of a double tap.
  const again = async () => {
    await page.clock.runFor(1001);
    await page.touchscreen.tap(...aim);
    return page.locator('.whose', { hasText: 'A002' }).isVisible();
  };
  await expect.poll(again, { interval: 600, timeout: 15_000 }).toBe(true);
});

it('a touch on an entry that moves before the finger is lifted chooses nothing', async () => {
  await serve();
  await finish();
  await serve();
  await page.goto(`${office.address}/rating`);
  await first().waitFor();
  const over = await pressed();
  const [x, y] = await place();
  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await finish();
  await expect.poll(() => first().textContent()).toBe('A002');
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(over).toBe(true);
  expect(await page.locator('.faces').count()).toBe(0);
});
