/** Opens the pages of a running office in every size and language, and keeps what they look like. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from '../../shared/language.ts';
import type { StagedOffice } from '../browser/staged-office.ts';

/** CSS pixels; the picture is `scale` times as large, to keep the repository small. */
export type Size = readonly [width: number, height: number, scale: number];

export class Photographer {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #folder: string;
  readonly #dataFolder: string;

  /** `folder` is where its pictures go. */
  constructor(browser: Browser, office: Pick<StagedOffice, 'address' | 'folder'>, folder: string) {
    this.#browser = browser;
    this.#address = office.address;
    this.#dataFolder = office.folder;
    this.#folder = folder;
  }

  async open(path: string, size: Size, more: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.blank(size, more);
    await page.goto(this.#address + path);
    return page;
  }

  async blank([width, height, scale]: Size, more: BrowserContextOptions = {}): Promise<Page> {
    const viewport = { width, height };
    const context = await this.#browser.newContext({ viewport, deviceScaleFactor: scale, hasTouch: true, ...more });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  /** A name that ends in `.png` keeps every dot; all others are photographs. */
  async take(shown: Page, name: string, part: Page | Locator = shown): Promise<void> {
    await shown.evaluate(() => document.fonts.ready);
    await shown.evaluate(nameAsInAnOffice, this.#dataFolder);
    const path = join(this.#folder, name.includes('.') ? name : `${name}.jpg`);
    await mkdir(join(path, '..'), { recursive: true });
    const kind = path.endsWith('.png') ? { type: 'png' as const } : { type: 'jpeg' as const, quality: 72 };
    await part.screenshot({ path, animations: 'disabled', ...kind });
  }
}

/** Pages for supervisors name files with their whole path, which is another on each machine. */
function nameAsInAnOffice(folder: string): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    text.nodeValue = text.nodeValue?.replaceAll(folder, '/opt/den-luot/data') ?? null;
}

/** The page in a language, whatever else its address asks for. */
export function inLanguage(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}
