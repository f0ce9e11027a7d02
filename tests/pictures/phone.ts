import { LANGUAGES, type Language } from '../../shared/language.ts';
import { phone as en } from '../../shared/words/en/phone.ts';
import { phone as vi } from '../../shared/words/vi/phone.ts';
import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { inLanguage, type Size, withCuttableConnection } from './photographer.ts';

const PHONE: Size = [360, 740, 0.9];
/** A service of counter 1. */
const SERVICE = 'civil-status';

export async function showPhone(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The ticket on a telephone');
  for (const language of LANGUAGES) {
    const id = await office.ticket(SERVICE, 'merit');
    const page = await book.photographer.open(inLanguage(`/t/${id}`, language), PHONE);
    const show = (state: string, caption: string) => book.show(page, `phone/${state}-${language}`, caption);
    await page.locator('.number').waitFor();
    await show('waiting', 'Waiting');
    await office.at(0, 'finish');
    await office.callTicket(0, id);
    await page.locator('.counter').waitFor();
    await show('called', 'Called');
    await office.at(0, 'start');
    await office.at(0, 'finish');
    await page.locator('.levels, .faces').first().waitFor();
    await show('done', 'Done: how was it?');
    await page.locator('.levels button').last().click();
    await page.locator('.reasons').waitFor();
    await page.locator('.reasons button').first().click();
    await show('rated', 'Rated, with a reason');
    await page.context().close();
    await showMissed(book, office, language);
    await office.at(0, 'call-next');
    await office.at(0, 'start');
    await showPostponed(book, office, language);
    const expired = await book.photographer.open(
      inLanguage('/t/8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11', language),
      PHONE,
    );
    await expired.locator('main').waitFor();
    await book.show(expired, `phone/unknown-${language}`, 'Not a ticket of today');
    await expired.context().close();
  }
}

/** At a counter without a visitor: missed, with a slip to come back, and on a telephone in dark mode. */
async function showMissed(book: Book, office: StagedOffice, language: Language): Promise<void> {
  for (const [step, verbs] of [
    ['missed', ['miss']],
    ['away', ['start', 'away']],
  ] as const) {
    const id = await office.ticket(SERVICE);
    const page = await book.photographer.open(inLanguage(`/t/${id}`, language), PHONE, { colorScheme: 'dark' });
    await page.locator('.number').waitFor();
    if (step === 'missed') await book.show(page, `phone/dark-${language}`, 'Waiting, in dark mode');
    await office.callTicket(0, id);
    await page.locator('.phone.called').waitFor();
    if (step === 'missed') await book.show(page, `phone/called-dark-${language}`, 'Called, in dark mode');
    for (const verb of verbs) await office.at(0, verb);
    await page.locator('.deadline').waitFor();
    if (step === 'missed') await book.show(page, `phone/missed-dark-${language}`, 'Missed, in dark mode');
    await page.emulateMedia({ colorScheme: 'light' });
    await book.show(
      page,
      `phone/${step}-${language}`,
      step === 'missed' ? 'The call was missed' : 'Sent to fix papers',
    );
    await page.context().close();
  }
}

async function showPostponed(book: Book, office: StagedOffice, language: Language): Promise<void> {
  const words = { vi, en }[language];
  const id = await office.ticket(SERVICE);
  const page = await book.photographer.open(inLanguage(`/t/${id}`, language), PHONE);
  const cut = await withCuttableConnection(page);
  await page.getByRole('button', { name: words.postpone }).click();
  await book.show(page, `phone/postpone-${language}`, 'Called later, once');
  await page.locator('.question button').first().click();
  await page.locator('.question').waitFor({ state: 'detached' });
  await book.show(page, `phone/postponed-${language}`, 'Postponed');
  cut();
  await page.getByText({ vi: 'Mất kết nối', en: 'Connection lost' }[language]).first().waitFor();
  await book.show(page, `phone/lost-${language}`, 'The connection is lost');
  await page.context().close();
}
