/** Opens the pages of a running office in a size and language, and takes pictures of them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from '../../shared/language.ts';
import type { StagedOffice } from '../browser/staged-office.ts';

/** In CSS pixels; the picture is `scale` times as large, to keep the repository small. */
export type Size = readonly [width: number, height: number, scale: number];

export class Photographer {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #folder: string;
  readonly #dataFolder: string;

  /** `folder` is the output folder of the pictures. */
  constructor(browser: Browser, office: Pick<StagedOffice, 'address' | 'folder'>, folder: string) {
    this.#browser = browser;
    this.#address = office.address;
    this.#dataFolder = office.folder;
    this.#folder = folder;
  }

  /** The same for another office. */
  of(office: Pick<StagedOffice, 'address' | 'folder'>): Photographer {
    return new Photographer(this.#browser, office, this.#folder);
  }

  async open(path: string, size: Size, more: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.blank(size, more);
    await page.goto(this.#address + path);
    return page;
  }

  /** An empty page of that size. */
  async blank([width, height, scale]: Size, more: BrowserContextOptions = {}): Promise<Page> {
    const viewport = { width, height };
    const context = await this.#browser.newContext({ viewport, deviceScaleFactor: scale, hasTouch: true, ...more });
    // A machine that is busy with other work is slow, not broken.
    context.setDefaultTimeout(60_000);
    return context.newPage();
  }

  /** Saves a PNG when the name ends in `.png`, else a JPEG. */
  async take(shown: Page, name: string, part: Page | Locator = shown): Promise<void> {
    await shown.evaluate(() => document.fonts.ready);
    await shown.evaluate(replaceDataFolder, this.#dataFolder);
    const path = join(this.#folder, name.includes('.') ? name : `${name}.jpg`);
    await mkdir(join(path, '..'), { recursive: true });
    const kind = path.endsWith('.png') ? { type: 'png' as const } : { type: 'jpeg' as const, quality: 60 };
    await part.screenshot({ path, animations: 'disabled', ...kind });
  }
}

/** Pages for supervisors show full paths of files, which differ between machines. */
function replaceDataFolder(folder: string): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    text.nodeValue = text.nodeValue?.replaceAll(folder, '/opt/den-luot/data') ?? null;
}

export function inLanguage(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}

/** Reloads the page with its WebSocket routed through the test. The result closes the connection for good. */
export async function withCuttableConnection(page: Page): Promise<() => void> {
  let cut = false;
  const close: (() => void)[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (cut) {
      void socket.close();
      return;
    }
    socket.connectToServer();
    close.push(() => void socket.close());
  });
  await page.reload();
  return () => {
    cut = true;
    for (const each of close) each();
  };
}
