import type { Book } from './book.ts';
import { inLanguage, type Size, withCuttableConnection } from './photographer.ts';

const TABLET: Size = [1280, 800, 0.5];
const UPRIGHT: Size = [800, 1280, 0.5];

export async function showRating(book: Book): Promise<void> {
  book.chapter('The rating at the exit');
  for (const [language, size] of [
    ['vi', TABLET],
    ['en', UPRIGHT],
  ] as const) {
    const page = await book.photographer.open(inLanguage('/rating', language), size);
    const show = (step: string, caption: string) => book.show(page, `rating/${step}-${language}`, caption);
    const cut = await withCuttableConnection(page);
    await page.locator('.faces').waitFor();
    await show('faces', 'One press of a face is the vote');
    await page.locator('.faces button').nth(3).click();
    await page.locator('.reasons').waitFor();
    await page.locator('.reasons button').nth(1).click();
    await show('reasons', 'One reason and the number, or neither');
    await page.locator('.numbers button').last().click();
    await page.locator('.pad').waitFor();
    await show('number', 'Another number');
    await page.locator('.steps button').first().click();
    await page.locator('.done').click();
    await page.locator('.thanks .given').click();
    await page.locator('.faces button').nth(0).click();
    await page.locator('.thanks').waitFor();
    await show('thanks', 'Thanks, with the figure that the TV shows');
    cut();
    await page.locator('.trouble p').waitFor();
    await show('lost', 'The connection is lost');
    await page.context().close();
  }
}
