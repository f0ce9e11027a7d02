import type { Page } from 'playwright-core';

/** Presses each key after the last one is shown; the kiosk would take faster keys for those of a scanner. */
export async function typeByHand(page: Page, keys: string): Promise<void> {
  const typed = page.locator('.typed');
  for (const key of keys) {
    const before = await typed.textContent();
    await page.keyboard.press(key);
    await page.waitForFunction((text) => document.querySelector('.typed')?.textContent !== text, before);
  }
}
