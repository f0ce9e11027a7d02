import type { Page } from 'playwright-core';

/** Keeps what the lobby TV says to screen readers: one sentence for each announcement. Before the page is opened. */
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

/** ms; some calls stand in line before the one a test waits for. */
const IN_LINE = 25_000;

/** The lobby TV, seen from the chairs. */
export class Lobby {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until this call is the huge one and is being announced. */
  async announces(number: string, counter: number): Promise<void> {
    const call = this.page.locator('.call.announcing');
    await call.locator('.number', { hasText: number }).waitFor({ timeout: IN_LINE });
    await call.locator('.counter', { hasText: String(counter) }).waitFor();
  }

  async says(sentence: string): Promise<void> {
    await this.page.getByText(sentence).first().waitFor({ timeout: IN_LINE });
  }

  /** What was announced so far, in order. */
  heard(): Promise<string[]> {
    return this.page.evaluate<string[]>('window.heard');
  }

  /** The counters at work, beside the huge number: `Quầy 1 A003 Đang mời`, in the order shown. */
  counters(): Promise<string[]> {
    return this.#rows('.counters li:not(.over)');
  }

  /** The last calls that are over: `Quầy 1 A002 Đã gọi 08:15`, latest first. */
  over(): Promise<string[]> {
    return this.#rows('.counters li.over');
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

  /** Votes per level, worst first. */
  async levels(): Promise<number[]> {
    const bestFirst = await this.page.locator('.levels .count').allInnerTexts();
    return bestFirst.map(Number).reverse();
  }

  /** What the share rests on. */
  base(): Promise<string> {
    return this.page.locator('.satisfaction .base .main').innerText();
  }
}
