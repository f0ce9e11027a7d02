/** The list of finished visits changes by itself, perhaps while a visitor is about to touch a number. */
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
  office.passTo(office.now() + MINUTE);
}

const finish = () => office.at(0, 'finish');
const numbers = () => page.locator('.numbers .number').allTextContents();

it('the numbers beside a vote stay where they are while the page stands, and the next vote has the new ones', async () => {
  await serve();
  await finish();
  await serve();
  await page.goto(`${office.address}/rating`);
  await page.locator('.faces button').first().tap();
  await page.locator('.reasons').waitFor();
  expect(await numbers()).toEqual(['A001']);
  // The pad has the new visit when it shows the answer of the office to the vote that follows.
  await finish();
  await page.locator('.again').tap();
  await page.locator('.faces button').first().tap();
  await expect.poll(numbers).toEqual(['A002', 'A001']);
});

it('a finger on a number chooses it, although another visit is finished meanwhile', async () => {
  await serve();
  await finish();
  await serve();
  await page.goto(`${office.address}/rating`);
  await page.locator('.faces button').first().tap();
  const number = page.locator('.numbers .number').first();
  await number.waitFor();
  const box = await number.boundingBox();
  if (!box) throw new Error('There is nothing to tap.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await finish();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.locator('.numbers [aria-pressed=true]', { hasText: 'A001' }).waitFor();
});

it('the thanks show the satisfaction of the last fifth vote, as the TV does, and say nothing of the votes since then', async () => {
  for (const level of [5, 5, 5, 5, 5, 1]) {
    const ticket = await office.ticket('civil-status');
    await office.at(0, 'call-next');
    await office.at(0, 'start');
    await office.at(0, 'finish');
    await office.rate(ticket, level);
  }
  await serve();
  await finish();
  await page.goto(`${office.address}/rating`);
  await page.locator('.faces button').last().tap();
  await page.locator('.thanks .votes', { hasText: '7' }).waitFor();
  expect(await page.locator('.thanks .share strong').textContent()).toBe('100%');
});
