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
    await page.locator('.visits button').first().waitFor();
    await show('visits', 'Which visit?');
    await page.locator('.ways button').first().click();
    await page.locator('.pad').waitFor();
    await show('number', 'Another number');
    await page.locator('.steps button').first().click();
    await page.locator('.visits button').first().click();
    await page.locator('.faces').waitFor();
    await show('levels', 'Five levels, with words');
    await page.locator('.faces button').nth(1).click();
    await page.locator('.reasons').waitFor();
    await show('reasons', 'One reason, or none');
    await page.locator('.reasons button').first().click();
    await page.locator('.sign.good').waitFor();
    await show('thanks', 'Thanks');
    cut();
    await page.locator('.trouble p').waitFor();
    await show('lost', 'The connection is lost');
    await page.context().close();
  }
}
