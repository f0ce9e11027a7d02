/** Hooks that open a browser for a test file, a page for each test, and the office to which the page connects. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, beforeEach } from 'vitest';
import { type Hall, openHall } from '../display/hall.ts';
import { launchBrowser } from './browser.ts';

interface Opened {
  browser: Browser;
  page: Page;
}

/** Opens one browser for the file and a page for each test, which `take` receives. */
export function eachWithPage(options: BrowserContextOptions, take: (opened: Opened) => void): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });
  beforeEach(async () => {
    const page = await browser.newPage(options);
    take({ browser, page });
    return () => page.close();
  });
}

/** Opens one fake office for the file, and a page for each test. */
export function eachWithHall(options: BrowserContextOptions, take: (opened: Opened & { hall: Hall }) => void): void {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall();
    return () => hall.stop();
  });
  beforeEach(() => hall.restore());
  eachWithPage(options, (opened) => take({ ...opened, hall }));
}

/** Opens an office and a page for each test; the page is closed before the office. */
export function eachWithOffice<Office extends { close(): Promise<void> }>(
  open: () => Promise<Office>,
  options: BrowserContextOptions,
  take: (opened: Opened & { office: Office }) => void,
): void {
  let office: Office;
  beforeEach(async () => {
    office = await open();
    return () => office.close();
  });
  eachWithPage(options, (opened) => take({ ...opened, office }));
}
