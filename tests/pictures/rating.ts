import { LANGUAGES } from '../../shared/language.ts';
import type { Book } from './book.ts';
import { inLanguage, type Size, withCuttableConnection } from './photographer.ts';

export const TABLET: Size = [1024, 768, 0.6];
const UPRIGHT: Size = [768, 1024, 0.6];

export async function showRating(book: Book): Promise<void> {
  book.chapter('The rating at the exit');
  for (const language of LANGUAGES) {
    await showPad(book, language, TABLET, 'wide');
    await showPad(book, language, UPRIGHT, 'upright');
  }
}

async function showPad(book: Book, language: (typeof LANGUAGES)[number], size: Size, way: string): Promise<void> {
  const page = await book.photographer.open(inLanguage('/rating', language), size);
  const show = (step: string, caption: string) => book.show(page, `rating/${step}-${language}-${way}`, caption);
  const cut = await withCuttableConnection(page);
  await page.locator('.faces').waitFor();
  await show('faces', 'One press of a face is the vote');
  await page.locator('.faces button').last().click();
  await page.locator('.reasons').waitFor();
  await page.locator('.reasons button').nth(1).click();
  await show('reasons', 'One reason and the number, or neither');
  await page.locator('.numbers button').last().click();
  await page.locator('.pad').waitFor();
  await show('number', 'Another number');
  await page.locator('.steps button').first().click();
  await page.locator('.done').click();
  await page.locator('.thanks').waitFor();
  await show('thanks-low', 'Thanks after a low vote');
  // The pad returns to its first language for the next visitor.
  await page.locator('.thanks .given').click();
  await page.locator('.faces').waitFor();
  if (language !== 'vi') await page.locator('.language').click();
  await page.locator('.faces button').first().click();
  await page.locator('.thanks').waitFor();
  await show('thanks', 'Thanks, with the figure that the TV shows');
  cut();
  await page.locator('.trouble p').waitFor();
  await show('lost', 'The connection is lost');
  await page.context().close();
}
