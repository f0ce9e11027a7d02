import type { Page } from 'playwright-core';

/** In a page's address: the sign that its scanner is programmed to send first. */
export const WITH_SCANNER = 'scanner=~';
/** ms; further than the page's clock goes between two calls to the browser. */
const MOMENT = 2_000;

/** The code arrives whole. */
export function scan(page: Page, code: string): Promise<void> {
  return inOneGo(page, async () => {
    await page.keyboard.type(`~${code}`);
    await page.keyboard.press('Enter');
  });
}

/** The code breaks off. */
export function scanHalf(page: Page, code: string): Promise<void> {
  return inOneGo(page, () => page.keyboard.type(`~${code}`));
}

/** The page's clock, which the test has installed, stands still: however unevenly a busy machine types, no pause is too long. */
async function inOneGo(page: Page, type: () => Promise<void>): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + MOMENT);
  await type();
  await page.clock.resume();
}
