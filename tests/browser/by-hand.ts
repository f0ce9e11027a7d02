import type { Page } from 'playwright-core';

/** Presses keys as a person does, who sees each sign before the next one; faster, the kiosk takes them for a scanner's. */
export async function typeByHand(page: Page, keys: string): Promise<void> {
  const typed = page.locator('.typed');
  for (const key of keys) {
    const before = await typed.textContent();
    await page.keyboard.press(key);
    await page.waitForFunction((text) => document.querySelector('.typed')?.textContent !== text, before);
  }
}
