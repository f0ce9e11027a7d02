import type { Page } from 'playwright-core';

/** Records the sentences of the lobby TV for screen readers, one for each announcement. Call it before the page is opened. */
export async function hearAnnouncements(page: Page): Promise<void> {
  await page.addInitScript(`
    window.heard = [];
    new MutationObserver(() => {
      const sentence = document.querySelector('.spoken')?.textContent;
      if (sentence && sentence !== window.last) window.heard.push(sentence);
      window.last = sentence;
    }).observe(document, { childList: true, subtree: true, characterData: true });
  `);
}

/** ms; other announcements may be queued before the one that a test waits for. */
const QUEUED = 25_000;

/** A visitor who watches the lobby TV. */
export class Lobby {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until this call is being announced. */
  async announces(number: string, counter: number): Promise<void> {
    const call = this.page.locator('.call.announcing');
    await call.locator('.number', { hasText: number }).waitFor({ timeout: QUEUED });
    await call.locator('.counter', { hasText: String(counter) }).waitFor();
  }

  async says(sentence: string): Promise<void> {
    await this.page.getByText(sentence).first().waitFor({ timeout: QUEUED });
  }

  /** All announcements so far, in order. */
  heard(): Promise<string[]> {
    return this.page.evaluate<string[]>('window.heard');
  }

  /** The rows of open counters in the order shown: `Quầy 1 A003 Đang mời`. */
  counters(): Promise<string[]> {
    return this.#rows('.counters li:not(.missed)');
  }

  /** The rows of visitors who missed their call: `Quầy 1 A002 Vắng, hạn 08:45`. */
  missed(): Promise<string[]> {
    return this.#rows('.counters li.missed');
  }

  #rows(selector: string): Promise<string[]> {
    return this.page
      .locator(selector)
      .evaluateAll((rows) =>
        rows.map((row) =>
          ['.at .main', '.ticket', '.state .main'].map((part) => row.querySelector(part)?.textContent).join(' '),
        ),
      );
  }

  async waiting(): Promise<Record<string, number>> {
    const rows = await this.page.locator('.waiting li').evaluateAll((items) =>
      items.map((item) => ({
        letter: item.querySelector('.letter')?.textContent ?? '',
        count: Number(item.querySelector('.count')?.textContent),
      })),
    );
    return Object.fromEntries(rows.map(({ letter, count }) => [letter, count]));
  }

  share(): Promise<string> {
    return this.page.locator('.share .value b').innerText();
  }

  /** The number of votes for each level, worst first. */
  async levels(): Promise<number[]> {
    const bestFirst = await this.page.locator('.levels .count').allInnerTexts();
    return bestFirst.map(Number).reverse();
  }

  /** The sentence about the number of ratings and visits. */
  base(): Promise<string> {
    return this.page.locator('.satisfaction .base .main').innerText();
  }
}
