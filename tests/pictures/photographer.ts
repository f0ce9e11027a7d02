/** Opens the pages of a running office in every size and language, and keeps what they look like. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from '../../shared/language.ts';

/** CSS pixels; the picture is `scale` times as large, to keep the repository small. */
export type Size = readonly [width: number, height: number, scale: number];

/** As a screen that is not on the server's own machine. */
export const FROM_LAN = { extraHTTPHeaders: { 'x-forwarded-for': '192.168.1.21' } };

export class Photographer {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #folder: string;

  /** `address` is the office's, `folder` where its pictures go. */
  constructor(browser: Browser, address: string, folder: string) {
    this.#browser = browser;
    this.#address = address;
    this.#folder = folder;
  }

  async open(path: string, [width, height, scale]: Size, more: BrowserContextOptions = {}): Promise<Page> {
    const viewport = { width, height };
    const context = await this.#browser.newContext({ viewport, deviceScaleFactor: scale, hasTouch: true, ...more });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(this.#address + path);
    return page;
  }

  /** A name that ends in `.png` keeps every dot; all others are photographs. */
  async take(shown: Page, name: string, part: Page | Locator = shown): Promise<void> {
    await shown.evaluate(() => document.fonts.ready);
    const path = join(this.#folder, name.includes('.') ? name : `${name}.jpg`);
    await mkdir(join(path, '..'), { recursive: true });
    const kind = path.endsWith('.png') ? { type: 'png' as const } : { type: 'jpeg' as const, quality: 72 };
    await part.screenshot({ path, animations: 'disabled', ...kind });
  }
}

/** The page in a language, whatever else its address asks for. */
export function inLanguage(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}
