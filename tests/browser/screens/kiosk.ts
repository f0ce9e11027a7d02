import type { Locator, Page } from 'playwright-core';

/** Pause between two touches: within 400 ms a second touch at the same place would count as a double tap. */
const LOOK_MS = 450;

/** A visitor at the ticket kiosk. */
export class Kiosk {
  readonly page: Page;
  #touchedAt = Number.NEGATIVE_INFINITY;

  constructor(page: Page) {
    this.page = page;
  }

  tile(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  async touch(name: string): Promise<void> {
    const sinceTouch = performance.now() - this.#touchedAt;
    if (sinceTouch < LOOK_MS) await this.page.waitForTimeout(LOOK_MS - sinceTouch);
    await this.tile(name).tap();
    this.#touchedAt = performance.now();
  }

  /** Takes a ticket and returns its number, which stays on the screen. */
  async take(service: string, ticketClass: string): Promise<string> {
    await this.touch(service);
    await this.touch(ticketClass);
    return this.number();
  }

  /** Takes a ticket, waits until it is printed and returns to the start page. */
  async takeAndGo(service: string, ticketClass: string): Promise<string> {
    const number = await this.take(service, ticketClass);
    await this.says('Mời ông/bà lấy phiếu');
    await this.touch('Xong');
    return number;
  }

  /** The number on the result page. */
  async number(): Promise<string> {
    return this.page.locator('.result .slip .number').innerText();
  }

  async says(sentence: string): Promise<void> {
    await this.page.getByText(sentence).waitFor();
  }

  /** The numbers of waiting visitors that the tiles show, by the letter of the service. */
  async waiting(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const tile of await this.page.locator('.tile.service:not(.booked)').all()) {
      const letter = await tile.locator('.letter').innerText();
      counts[letter] = Number(/(\d+) người/.exec(await tile.innerText())?.[1] ?? 0);
    }
    return counts;
  }
}
