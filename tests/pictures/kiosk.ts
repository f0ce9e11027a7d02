import type { Page } from 'playwright-core';
import { starterOffice } from '../../server/setup/office/starter.ts';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import { FROM_LAN } from '../browser/machine.ts';
import { scan, WITH_SCANNER } from '../browser/scanner.ts';
import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { inLanguage, type Size, withCuttableConnection } from './photographer.ts';

const UPRIGHT: Size = [1080, 1920, 0.4];
const WIDE: Size = [1366, 768, 0.5];
const SMALL: Size = [1024, 768, 0.5];
const APPOINTMENT = Date.parse('2026-11-23T10:00:00+07:00');
const SESSIONS = [
  { from: '07:30', to: '09:50' },
  { from: '13:30', to: '17:00' },
];
const AIDS = [
  { name: 'big-text', caption: 'large text' },
  { name: 'contrast', caption: 'dark ground' },
  { name: 'reach', caption: 'everything within reach from a wheelchair' },
];
/** An address at which no printer listens. */
const NO_PRINTER = { printer: { address: 'tcp://127.0.0.1:9', paperWidthMm: 80 } } as const;

export async function showKiosk(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The kiosk, from the first touch to the number');
  for (const [language, size, way] of [
    ['vi', UPRIGHT, 'upright'],
    ['en', UPRIGHT, 'upright'],
    ['vi', WIDE, 'wide'],
    ['en', WIDE, 'wide'],
  ] as const) {
    const page = await book.photographer.open(inLanguage('/kiosk', language), size);
    await showSteps(page, (step, caption) =>
      book.show(page, `kiosk/${step}-${language}-${way}`, `${caption}, ${language}`),
    );
    await page.context().close();
  }
  await showOtherWays(book, office);
  await showAids(book);
  await showTrouble(book, office);
}

/** The steps of a visitor from the services to the number, with a look at the page for dossiers of others. */
async function showSteps(page: Page, show: (step: string, caption: string) => Promise<void>): Promise<void> {
  await page.locator('.services').waitFor();
  await show('services', 'Services, who waits and how long');
  await page.locator('.service').first().click();
  await page.locator('.regular').waitFor();
  await show('class', 'Regular, or a reason to be called earlier');
  await page.locator('.for-others').click();
  await page.locator('.counting').waitFor();
  await show('dossiers', 'How many dossiers for others');
  await page.locator('.steps button').first().click();
  await page.locator('.regular').click();
  await page.locator('.paper.good').waitFor();
  await show('result', 'The number');
}

/** Visitors who do not take a new number: with an appointment or with a ticket. */
async function showOtherWays(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The kiosk with an appointment, and with a scanner');
  for (const [language, size, code] of [
    ['vi', UPRIGHT, '482917'],
    ['en', WIDE, '593026'],
  ] as const) {
    await office.book(code, 'land', APPOINTMENT);
    const page = await book.photographer.blank(size);
    await page.clock.install();
    await page.goto(`${office.address}${inLanguage('/kiosk', language)}&${WITH_SCANNER}`);
    const show = (step: string, caption: string) => book.show(page, `kiosk/${step}-${language}`, caption);
    await page.locator('.booked').click();
    await page.locator('.code-pad').waitFor();
    await show('check-in', 'The code of an appointment');
    await scan(page, code);
    await page.locator('.regular').click();
    await page.locator('.paper.good').waitFor();
    await show('booked', 'Arrived for an appointment');
    await scan(page, await office.ticket('business'));
    await page.locator('.slip').waitFor();
    await show('where', 'A ticket before the scanner: where am I?');
    await scan(page, '8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11');
    await page.locator('[role=alert]').first().waitFor();
    await show('unknown-ticket', 'A ticket of another day');
    await page.context().close();
    await showNextSession(book, office, language);
  }
}

async function showNextSession(book: Book, office: StagedOffice, language: Language): Promise<void> {
  await office.change({ hours: { ...starterOffice.hours, mon: SESSIONS } });
  const page = await book.photographer.open(inLanguage('/kiosk', language), UPRIGHT);
  await page.locator('.service .late').first().waitFor();
  await page.locator('.service').first().click();
  await page.locator('.regular').click();
  await page.locator('.confirm').waitFor();
  await book.show(page, `kiosk/next-session-${language}`, 'This session may not reach the number');
  await page.context().close();
  await office.change({ hours: starterOffice.hours });
}

async function showAids(book: Book): Promise<void> {
  book.chapter('The kiosk for everybody');
  for (const [index, { name, caption }] of AIDS.entries()) {
    for (const [language, size, way] of [
      ['vi', UPRIGHT, 'upright'],
      ['en', WIDE, 'wide'],
    ] as const) {
      const page = await book.photographer.open(inLanguage('/kiosk', language), size);
      await page.locator('.aids-button').click();
      await page.locator('.switches').waitFor();
      if (index === 0) await book.show(page, `kiosk/aids-${language}-${way}`, `What helps, ${language}`);
      await page.locator('.switches button').nth(index).click();
      await page.locator('.aids .steps button').click();
      await page.locator('.services').waitFor();
      await book.show(page, `kiosk/${name}-services-${language}-${way}`, `Services, ${caption}`);
      await page.locator('.service').first().click();
      await page.locator('.regular').waitFor();
      await book.show(page, `kiosk/${name}-class-${language}-${way}`, `Classes, ${caption}`);
      await page.context().close();
    }
  }
  const page = await book.photographer.open('/kiosk/calibrate', WIDE);
  await page.locator('main button').first().waitFor();
  await book.show(page, 'kiosk/calibrate', 'The size of the screen, by a bank card');
  await page.context().close();
}

async function showTrouble(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The kiosk with a problem');
  for (const language of LANGUAGES) {
    await office.change(NO_PRINTER);
    await showNoPaper(book, language);
    await office.change({ printer: starterOffice.printer });
    const unpaired = await book.photographer.open(inLanguage('/kiosk', language), SMALL, FROM_LAN);
    await unpaired.locator('.code').waitFor();
    await book.show(unpaired, `kiosk/pairing-${language}`, 'A new kiosk shows its code');
    await unpaired.context().close();
    await office.change({ hours: { ...starterOffice.hours, mon: [{ from: '07:30', to: '09:00' }] } });
    const closed = await book.photographer.open(inLanguage('/kiosk', language), SMALL);
    await closed.locator('.closed').waitFor();
    await book.show(closed, `kiosk/closed-${language}`, 'Closed, and when it opens');
    await closed.context().close();
    await office.change({ hours: starterOffice.hours });
    const lost = await book.photographer.open(inLanguage('/kiosk', language), SMALL);
    const cut = await withCuttableConnection(lost);
    await lost.locator('.services').waitFor();
    cut();
    await lost.locator('.trouble p').waitFor();
    await book.show(lost, `kiosk/lost-${language}`, 'The connection is lost');
    await lost.context().close();
  }
}

async function showNoPaper(book: Book, language: Language): Promise<void> {
  const page = await book.photographer.open(inLanguage('/kiosk', language), UPRIGHT);
  await page.locator('.service').first().click();
  await page.locator('.regular').click();
  await page.locator('.paper.warn').waitFor();
  await book.show(page, `kiosk/no-paper-${language}`, 'The printer does not print');
  await page.context().close();
}
