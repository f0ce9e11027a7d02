import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A visitor at the rating pad by the exit. */
export class RatingPad {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The numbers of finished visits that the pad offers. */
  visits(): Promise<string[]> {
    return this.page.locator('.visits .number').allInnerTexts();
  }

  async touch(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).tap();
  }

  async rate(number: string, level: string, reason: string): Promise<void> {
    await this.#choose(number);
    await this.#vote(level, reason);
    await this.#thanks();
  }

  async rateWithoutNumber(level: string): Promise<void> {
    await this.touch('Đánh giá không cần số');
    await this.#vote(level, 'Bỏ qua và gửi');
    await this.#thanks();
  }

  /** Types a number and rates it; the result may be a refusal. */
  async typeAndRate(number: string, level: string): Promise<void> {
    await this.touch('Nhập số khác');
    for (const sign of number) await this.touch(sign);
    await this.touch('Tiếp tục');
    await this.#vote(level, 'Bỏ qua và gửi');
  }

  async says(sentence: string): Promise<void> {
    await this.page.getByText(sentence).first().waitFor();
  }

  async toStart(): Promise<void> {
    await this.touch('Về trang đầu');
    await this.says('Mời ông/bà đánh giá');
  }

  /** Taps again until the tap counts: right after a change of the list a tap has no effect. */
  async #choose(number: string): Promise<void> {
    const visit = this.page.locator('.visits button', { hasText: number });
    const tapped = async () => {
      await visit.tap({ timeout: 1000 }).catch(() => undefined);
      return this.page.locator('.faces').isVisible();
    };
    await expect.poll(tapped, { timeout: 15_000, interval: 600 }).toBe(true);
  }

  async #vote(level: string, reason: string): Promise<void> {
    await this.touch(level);
    await this.touch(reason);
  }

  async #thanks(): Promise<void> {
    await this.says('Xin cảm ơn ông/bà!');
    await this.toStart();
  }
}
