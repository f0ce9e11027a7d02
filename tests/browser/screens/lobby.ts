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

  /** The rows of working counters in the order shown: `1 A003 called`, `2 – ready`. */
  counters(): Promise<string[]> {
    return this.page.locator('.counters li').evaluateAll((rows) =>
      rows.map((row) => {
        const [tile, ticket] = ['.tile', '.ticket'].map((part) => row.querySelector(part)?.textContent);
        return `${tile} ${ticket ?? '–'} ${row.className.split(' ')[0]}`;
      }),
    );
  }

  /** The visitors who missed their call, without words, whose language changes: `A002 1 08:45`. */
  missed(): Promise<string[]> {
    return this.page
      .locator('.missed li')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map(({ textContent }) => textContent?.replace(/^[^\d]+ /, '')).join(' ')),
      );
  }

  /** The letters for which the TV shows a wait. */
  letters(): Promise<string[]> {
    return this.page.locator('.waits .letter').allInnerTexts();
  }

  /** The number of today's votes below 20, and the share of satisfied ones in per cent; null where none is shown. */
  async satisfaction(): Promise<{ votes: number | null; percent: number | null }> {
    const numberIn = async (part: string): Promise<number | null> => {
      const [text = ''] = await this.page.locator(`.satisfaction ${part}`).allInnerTexts();
      return /\d/.test(text) ? Number(/\d+/.exec(text)) : null;
    };
    return { votes: (await numberIn('.invite')) ?? (await numberIn('.label')), percent: await numberIn('.share') };
  }
}
