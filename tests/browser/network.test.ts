import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { LAN, openOffice, press } from '../server/office.ts';
import { issueByRest } from '../server/rest.ts';
import { requestId } from '../server/screen.ts';
import { launchBrowser } from './browser.ts';
import { BUILT } from './built-pages.ts';
import { SwallowingProxy } from './swallowing-proxy.ts';

/** ms; measured by this machine's clock, because the pauses of a connection are the subject. */
const WHOLE_AGAIN = 8_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it('a lobby TV shows new calls within 8 s after a network that swallowed everything is back', async () => {
  const office = await openOffice(BUILT);
  const proxy = await SwallowingProxy.open(office.server.port);
  onTestFinished(() => proxy.close());
  const page = await browser.newPage();
  await page.goto(`${proxy.address}/display`);
  const clerk = await office.clerkAt('counter-1', LAN);
  await issueByRest(office, requestId(), 'civil-status');
  await press(clerk, 'call-next');
  await page.locator('.number:text-is("A001")').first().waitFor();

  const took: number[] = [];
  for (const tries of [1, 3]) {
    proxy.swallow();
    // The page has noticed: it tries to connect, and its tries are swallowed too. The last one has just begun.
    for (let made = 0; made < tries; made += 1) await proxy.connection();
    await press(clerk, 'miss');
    const { number } = await issueByRest(office, requestId(), 'civil-status');
    await press(clerk, 'call-next');
    const back = performance.now();
    proxy.restore();
    await page.locator(`.number:text-is("${number}")`).first().waitFor({ timeout: 30_000 });
    took.push(performance.now() - back);
  }
  await page.close();
  expect(Math.max(...took)).toBeLessThan(WHOLE_AGAIN);
}, 120_000);
