import type { Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import { scan, WITH_SCANNER } from '../browser/scanner.ts';
import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { HOURS, openOffice } from './offices.ts';
import { inLanguage, type Size } from './photographer.ts';

export const UPRIGHT: Size = [1080, 1920, 0.4];
export const WIDE: Size = [1366, 768, 0.5];
const SCREENS = [
  ['vi', UPRIGHT, 'upright'],
  ['en', UPRIGHT, 'upright'],
  ['vi', WIDE, 'wide'],
  ['en', WIDE, 'wide'],
] as const;
const OTHER_SIZES: [name: string, size: Size][] = [
  ['1280x1024', [1280, 1024, 0.5]],
  ['1024x768', [1024, 768, 0.5]],
  ['768x1366', [768, 1366, 0.5]],
  ['768x1024', [768, 1024, 0.5]],
];
const COUNTS = [3, 9, 12, 20];
const APPOINTMENT = Date.parse('2026-11-23T10:30:00+07:00');
const SHORT_MORNING = [
  { from: '07:30', to: '09:50' },
  { from: '13:30', to: '17:00' },
];
/** The index of a service for which few visitors wait. */
const QUIET = 4;
const AIDS = [
  { name: 'big-text', caption: 'large text' },
  { name: 'contrast', caption: 'dark ground' },
  { name: 'reach', caption: 'everything within reach from a wheelchair' },
];

export async function showKiosk(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The kiosk, from the first touch to the number');
  for (const [language, size, way] of SCREENS) {
    const page = await book.photographer.open(inLanguage('/kiosk', language), size);
    await showSteps(page, (step, caption) =>
      book.show(page, `kiosk/${step}-${language}-${way}`, `${caption}, ${language}`),
    );
    await page.context().close();
  }
  await showSizes(book);
  await showOtherWays(book, office);
  await showAids(book);
}

/** The steps of a visitor from the services to the number, with a look at the page for several dossiers. */
async function showSteps(page: Page, show: (step: string, caption: string) => Promise<void>): Promise<void> {
  await page.locator('.services').waitFor();
  await show('services', 'Services, who waits and how long');
  await page.locator('.service').first().click();
  await page.locator('.regular').waitFor();
  await show('class', 'The question whether there is a reason to be called earlier');
  await page.locator('.for-others').click();
  await page.locator('.counting').waitFor();
  await show('dossiers', 'How many applications');
  await page.locator('.count.more').click();
  await page.locator('.typing-page').waitFor();
  for (const digit of ['1', '2']) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByText('12', { exact: true }).waitFor();
  await show('many-dossiers', 'More than nine');
  await page.locator('.steps button').first().click();
  await page.locator('.steps button').first().click();
  await page.locator('.regular').click();
  await page.locator('.paper.good').waitFor();
  await show('result', 'The number');
}

async function showSizes(book: Book): Promise<void> {
  book.chapter('The kiosk on other screens, and with few and many services');
  for (const [name, size] of OTHER_SIZES) {
    const page = await book.photographer.open('/kiosk', size);
    await page.locator('.services').waitFor();
    await book.show(page, `kiosk/services-${name}`, `Services, ${name}`);
    await page.locator('.service').first().click();
    await page.locator('.regular').waitFor();
    await book.show(page, `kiosk/class-${name}`, `Priority, ${name}`);
    await page.context().close();
  }
  for (const count of COUNTS) {
    const office = await openOffice(count, 5);
    const photographer = book.photographer.of(office);
    for (const [language, size, way] of SCREENS) {
      const page = await photographer.open(inLanguage('/kiosk', language), size);
      await page.locator('.services').waitFor();
      await book.show(page, `kiosk/${count}-services-${language}-${way}`, `${count} services, ${language}`);
      await page.context().close();
    }
    await office.close();
  }
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
  }
  for (const language of LANGUAGES) await showNextSession(book, office, language);
}

async function showNextSession(book: Book, office: StagedOffice, language: Language): Promise<void> {
  await office.change({ hours: { ...HOURS, mon: SHORT_MORNING } });
  for (const [size, way] of [
    [UPRIGHT, 'upright'],
    [WIDE, 'wide'],
  ] as const) {
    const page = await book.photographer.open(inLanguage('/kiosk', language), size);
    await page.locator('.examples.late').first().waitFor();
    await page.locator('.service').first().click();
    await page.locator('.regular').click();
    await page.locator('.confirm .ways-on').waitFor();
    await book.show(page, `kiosk/confirm-${language}-${way}`, 'This session may not reach the number');
    if (way === 'upright') {
      await page.locator('.ways-on .tile').first().click();
      await page.locator('.paper.good').waitFor();
      await book.show(page, `kiosk/next-session-${language}`, 'A number for the next session');
    }
    await page.context().close();
  }
  await office.change({ hours: HOURS });
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
      // Few wait for this service: the number is printed without a question.
      await page.locator('.service').nth(QUIET).click();
      await page.locator('.regular').waitFor();
      await book.show(page, `kiosk/${name}-class-${language}-${way}`, `Classes, ${caption}`);
      await page.locator('.regular').click();
      await page.locator('.paper.good').waitFor();
      await book.show(page, `kiosk/${name}-result-${language}-${way}`, `The number, ${caption}`);
      await page.context().close();
    }
  }
  const page = await book.photographer.open('/kiosk/calibrate', WIDE);
  await page.locator('main button').first().waitFor();
  await book.show(page, 'kiosk/calibrate', 'The size of the screen, by a bank card');
  await page.context().close();
}
