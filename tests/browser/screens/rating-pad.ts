import type { Page } from 'playwright-core';

/** A visitor at the rating pad by the exit. */
export class RatingPad {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The numbers of finished visits that the pad offers after a press; the vote is taken back. */
  async visits(): Promise<string[]> {
    await this.touch('Hài lòng');
    await this.says('Cảm ơn ông/bà đã đánh giá');
    const numbers = await this.page.locator('.numbers .number').allInnerTexts();
    await this.touch('Chọn lại');
    await this.says('Ông/bà có hài lòng không?');
    return numbers;
  }

  async touch(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).tap();
  }

  /** Presses a face, then the number, and for a low level the reason. */
  async rate(number: string, level: string, reason?: string): Promise<void> {
    await this.touch(level);
    if (reason !== undefined) await this.touch(reason);
    await this.touch(number);
    if (reason !== undefined) await this.touch('Xong');
    await this.#thanks();
  }

  async rateWithoutNumber(level: string): Promise<void> {
    await this.touch(level);
    await this.#thanks();
  }

  /** Types a number after a good vote; the result may be a refusal. */
  async typeAndRate(number: string, level: string): Promise<void> {
    await this.touch(level);
    await this.touch('Số khác');
    for (const sign of number) await this.touch(sign);
    await this.touch('Tiếp tục');
  }

  async says(sentence: string): Promise<void> {
    await this.page.getByText(sentence).first().waitFor();
  }

  /** From a refused number. */
  async toStart(): Promise<void> {
    await this.touch('Xong');
    await this.says('Ông/bà có hài lòng không?');
  }

  async #thanks(): Promise<void> {
    await this.says('Cảm ơn ông/bà đã đánh giá');
    await this.page.locator('.thanks .given').tap();
    await this.says('Ông/bà có hài lòng không?');
  }
}
