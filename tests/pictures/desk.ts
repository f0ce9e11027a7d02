import { LANGUAGES, type Language } from '../../shared/language.ts';
import { Desk } from '../browser/screens/desk.ts';
import { PASSWORD, type StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { openOffice, openQuietOffice } from './offices.ts';
import { inLanguage, type Size, withCuttableConnection } from './photographer.ts';

const DESKTOP: Size = [1280, 800, 0.6];
/** So many wait for counters 1 and 2 that the list is longer than the page. */
const MANY = 24;
const STRIP: Size = [360, 700, 0.9];

export async function showDesk(book: Book, office: StagedOffice): Promise<void> {
  book.chapter("The clerk's desk");
  await showStates(book);
  for (let visitor = 0; visitor < MANY; visitor += 1)
    await office.ticket(visitor % 4 === 0 ? 'certification' : 'civil-status');
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
  await showStrip(book);
}

async function showStrip(book: Book): Promise<void> {
  const strip = await book.photographer.open('/desk', STRIP);
  await new Desk(strip).signIn('hoa', PASSWORD);
  await strip.locator('.work.serving').waitFor();
  await book.show(strip, 'desk/strip', 'In a narrow strip');
}

/** An office in which a clerk has chosen no counter yet, one is idle, and one has just called a visitor. */
async function showStates(book: Book): Promise<void> {
  const office = await openOffice(6, 4);
  const photographer = book.photographer.of(office);
  await office.at(0, 'finish');
  await office.at(2, 'finish');
  await office.at(2, 'close');
  for (const language of LANGUAGES) {
    const show = async (userName: string, stage: string, name: string, caption: string, keys = '') => {
      const page = await photographer.open(inLanguage('/desk', language), DESKTOP);
      await new Desk(page).signIn(userName, PASSWORD);
      await page.locator(stage).waitFor();
      for (const key of keys) await page.keyboard.press(key);
      if (keys !== '') await page.locator('dialog[open]').waitFor();
      await book.show(page, `desk/${name}-${language}`, caption);
      await page.context().close();
    };
    await show('lan', '.work.open', 'open', 'No visitor at the counter');
    await show('lan', '.work.open', 'pause', 'A break: its length and reason', 'p');
    await show('tuan', '.work.called', 'called', 'A visitor is called');
    await show('hoa', '.choose', 'choose-free', 'The choice of a free counter');
  }
  await office.pause(0, 'Họp giao ban', 20);
  const paused = await photographer.open('/desk', DESKTOP);
  await new Desk(paused).signIn('lan', PASSWORD);
  await paused.locator('.work.paused').waitFor();
  await book.show(paused, 'desk/paused', 'A break');
  await paused.context().close();
  await office.close();
  const quiet = await openQuietOffice();
  const idle = await book.photographer.of(quiet).open('/desk', DESKTOP);
  await new Desk(idle).signIn('lan', PASSWORD);
  await idle.locator('.work.open').waitFor();
  await book.show(idle, 'desk/idle', 'Nobody is waiting');
  await quiet.close();
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
