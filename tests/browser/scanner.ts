import type { Page } from 'playwright-core';

/** Query of a page's address: the character that its scanner is programmed to send first. */
export const WITH_SCANNER = 'scanner=~';
/** ms; longer than the page's clock moves between two calls to the browser. */
const MOMENT = 2_000;

/** Types a complete code as a scanner does. */
export function scan(page: Page, code: string): Promise<void> {
  return inOneGo(page, async () => {
    await page.keyboard.type(`~${code}`);
    await page.keyboard.press('Enter');
  });
}

/** Types a code that breaks off. */
export function scanHalf(page: Page, code: string): Promise<void> {
  return inOneGo(page, () => page.keyboard.type(`~${code}`));
}

/** Stops the page's installed clock meanwhile, so that a slow machine causes no pause between two keys. */
async function inOneGo(page: Page, type: () => Promise<void>): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + MOMENT);
  await type();
  await page.clock.resume();
}
