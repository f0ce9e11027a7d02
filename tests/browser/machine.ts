import type { Browser, Page } from 'playwright-core';
import { complaintsOf } from './complaints.ts';

/** Of a browser that is not on the server's own machine. */
export const FROM_LAN = { extraHTTPHeaders: { 'x-forwarded-for': '192.168.1.21' } };

interface Wishes {
  width: number;
  height: number;
  /** What the page complains of is added here. */
  complaints: string[][];
  /** Before the page is opened. */
  prepare?: ((page: Page) => Promise<void>) | undefined;
}

/** A page on a screen of its own: in a window behind another one a browser draws once a second. */
export async function openOnMachine(browser: Browser, url: string, wishes: Wishes): Promise<Page> {
  const { width, height, complaints, prepare } = wishes;
  const machine = await browser.newContext({ viewport: { width, height }, hasTouch: true });
  machine.setDefaultTimeout(15_000);
  complaints.push(complaintsOf(machine));
  const page = await machine.newPage();
  await prepare?.(page);
  await page.goto(url);
  return page;
}
