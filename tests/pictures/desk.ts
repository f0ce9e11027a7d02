import type { Language } from '../../shared/language.ts';
import { Desk } from '../browser/screens/desk.ts';
import { PASSWORD } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { inLanguage, type Size, withCuttableConnection } from './photographer.ts';

const DESKTOP: Size = [1280, 800, 0.6];
const STRIP: Size = [360, 700, 0.9];

export async function showDesk(book: Book): Promise<void> {
  book.chapter("The clerk's desk");
  for (const language of ['vi', 'en'] as const) {
    const page = await book.photographer.open(inLanguage('/desk', language), DESKTOP);
    const show = (step: string, caption: string) => book.show(page, `desk/${step}-${language}`, caption);
    const cut = await withCuttableConnection(page);
    await page.locator('.sign-in').waitFor();
    await show('sign-in', 'Sign in');
    await new Desk(page).signIn('minh', PASSWORD);
    await page.locator('.work.serving').waitFor();
    await show('serving', 'Serving');
    await page.keyboard.press('t');
    await page.locator('dialog[open]').waitFor();
    await show('transfer', 'Transfer to another service');
    await page.keyboard.press('Escape');
    await page.locator('.waiting .row').first().click();
    await show('waiting', 'Actions for a waiting visitor');
    cut();
    await page.locator('.lost:not([hidden])').waitFor();
    await show('lost', 'The connection is lost');
    await page.context().close();

    const supervisor = await book.photographer.open(inLanguage('/desk', language), DESKTOP);
    await new Desk(supervisor).signIn('admin', PASSWORD);
    await supervisor.locator('.choose').waitFor();
    await book.show(supervisor, `desk/choose-${language}`, 'Choice of a counter');
    await supervisor.locator('.tabs button').last().click();
    await supervisor.locator('section').first().waitFor();
    await book.show(supervisor, `desk/manage-${language}`, 'For supervisors');
    await supervisor.context().close();
    await showAppointments(book, language);
  }
  const strip = await book.photographer.open('/desk', STRIP);
  await new Desk(strip).signIn('hoa', PASSWORD);
  await strip.locator('.work.serving').waitFor();
  await book.show(strip, 'desk/strip', 'In a narrow strip');
}

async function showAppointments(book: Book, language: Language): Promise<void> {
  const page = await book.photographer.open(inLanguage('/desk', language), DESKTOP);
  await new Desk(page).signIn('lan', PASSWORD);
  await page.locator('.tabs button').nth(1).click();
  const bookOne = async () => {
    await page.locator('.time:not([aria-disabled="true"])').nth(1).click();
    await page.locator('.big-code').waitFor();
    await page.locator('.appointment.latest').waitFor();
  };
  await bookOne();
  await page.keyboard.press('n');
  await bookOne();
  await book.show(page, `desk/booked-${language}`, 'A booking by telephone: the code is read out');
  await page.keyboard.press('n');
  await page.locator('.times').waitFor();
  await book.show(page, `desk/appointments-${language}`, 'The appointments of a day');
  await page.context().close();
}
