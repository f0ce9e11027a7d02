import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, beforeEach } from 'vitest';
import { type Hall, openHall } from '../display/hall.ts';
import { launchBrowser } from './browser.ts';

interface Opened {
  hall: Hall;
  browser: Browser;
  page: Page;
}

/** Opens the stand-in office once for a file, and a page for each of its tests, which `take` hands to it. */
export function eachWithPage(options: BrowserContextOptions, take: (opened: Opened) => void): void {
  let hall: Hall;
  let browser: Browser;
  beforeAll(async () => {
    hall = await openHall();
    browser = await launchBrowser();
    return async () => {
      await browser.close();
      await hall.stop();
    };
  });
  beforeEach(async () => {
    hall.restore();
    const page = await browser.newPage(options);
    take({ hall, browser, page });
    return () => page.close();
  });
}
