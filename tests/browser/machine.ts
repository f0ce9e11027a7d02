import type { Browser, Page } from 'playwright-core';
import { complaintsOf } from './complaints.ts';

/** Options of a browser that is not on the server's own machine. */
export const FROM_LAN = { extraHTTPHeaders: { 'x-forwarded-for': '192.168.1.21' } };

interface Options {
  width: number;
  height: number;
  /** Receives the list of errors of the page. */
  complaints: string[][];
  /** Called before the page is opened. */
  prepare?: ((page: Page) => Promise<void>) | undefined;
}

/** Opens a page in a browser context of its own: a page behind another one renders only once a second. */
export async function openOnMachine(browser: Browser, url: string, options: Options): Promise<Page> {
  const { width, height, complaints, prepare } = options;
  const machine = await browser.newContext({ viewport: { width, height }, hasTouch: true });
  machine.setDefaultTimeout(15_000);
  complaints.push(complaintsOf(machine));
  const page = await machine.newPage();
  await prepare?.(page);
  await page.goto(url);
  return page;
}
