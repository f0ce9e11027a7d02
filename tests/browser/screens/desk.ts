import type { Locator, Page } from 'playwright-core';

/** A clerk who uses only the keyboard. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.page.locator('input[name="username"]:focus').waitFor();
    await this.page.keyboard.type(username);
    await this.press('Tab');
    await this.page.keyboard.type(password);
    await this.press('Enter');
    await this.page.locator('header.top').waitFor();
  }

  async openCounter(number: number): Promise<void> {
    await this.page.getByRole('heading', { name: 'Hôm nay anh/chị trực quầy nào?' }).waitFor();
    await this.press(String(number));
    await this.page.locator('.work').waitFor();
  }

  /** Calls the next visitor and returns the number. */
  async callNext(): Promise<string> {
    await this.#command('n');
    return this.numberIn('called');
  }

  async start(): Promise<string> {
    await this.#command('s');
    return this.numberIn('serving');
  }

  async finishAndCall(): Promise<string> {
    await this.#command('g');
    return this.numberIn('called');
  }

  async finish(): Promise<void> {
    await this.#command('f');
    await this.#free();
  }

  async recall(): Promise<void> {
    await this.#command('r');
    await this.says('đã gọi lại 1 lần');
  }

  async miss(): Promise<void> {
    await this.#command('m');
    await this.#free();
  }

  async sendAway(): Promise<void> {
    await this.#command('a');
    await this.#free();
  }

  /** The letter of a service is its shortcut. */
  async transferTo(letter: string): Promise<void> {
    await this.#command('t');
    await this.#dialog().waitFor();
    await this.press(letter.toLowerCase());
    await this.#free();
  }

  async pause(reason: string, length: string): Promise<void> {
    await this.#command('p');
    await this.page.getByRole('radio', { name: length }).press('Space');
    await this.#answer(reason);
    await this.page.locator('.work.paused').waitFor();
  }

  async resume(): Promise<void> {
    await this.#command('p');
    await this.#free();
  }

  async closeCounter(): Promise<void> {
    await this.#command('c');
    await this.page.getByRole('heading', { name: 'Hôm nay anh/chị trực quầy nào?' }).waitFor();
  }

  /** Puts a visitor back into the line who missed the call or has completed the papers. */
  async bringBack(number: string): Promise<void> {
    await this.#goTo(this.page.getByRole('button', { name: `${number}: Đã quay lại` }), 'Tab');
    await this.press('Enter');
    await this.#waitingRow(number).waitFor();
  }

  async callOutOfOrder(number: string, reason: string): Promise<void> {
    await this.#goTo(this.#waitingRow(number), 'ArrowDown');
    await this.press('Enter');
    await this.#goTo(this.page.getByRole('button', { name: 'Gọi số này' }), 'Tab');
    await this.press('Enter');
    await this.#answer(reason);
    await this.page.locator('.work.called', { hasText: number }).waitFor();
  }

  /** The number of the visitor at the counter. */
  async numberIn(situation: 'called' | 'serving'): Promise<string> {
    return this.page.locator(`.work.${situation} .current-number`).innerText();
  }

  async says(sentence: string): Promise<void> {
    await this.page.getByText(sentence).first().waitFor();
  }

  /** The numbers that this counter may call, in the order shown. */
  waiting(): Promise<string[]> {
    return this.page.locator('.waiting .row .number').allInnerTexts();
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Waits for the answer to the last command: until then the desk ignores keys, and this test is faster than a clerk. */
  async #command(key: string): Promise<void> {
    await this.page.locator('.office[aria-busy="false"]').waitFor();
    await this.press(key);
  }

  #waitingRow(number: string): Locator {
    return this.page.locator('.waiting .row', { hasText: number });
  }

  #dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async #free(): Promise<void> {
    await this.page.locator('.work.open').waitFor();
  }

  /** Presses the digit that the dialog shows for this reason. */
  async #answer(reason: string): Promise<void> {
    const key = await this.#dialog().getByRole('button', { name: reason }).getAttribute('aria-keyshortcuts');
    await this.press(key ?? '');
    await this.#dialog().waitFor({ state: 'detached' });
  }

  /** Presses one key until the focus is on `target`. */
  async #goTo(target: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> {
    await target.waitFor();
    for (let steps = 0; steps < 60; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`${key} never reaches ${target}`);
  }
}
