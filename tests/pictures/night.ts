/** Every screen while the office is closed: at lunch, after the last session, by night. */
import { DARK_AFTER } from '../../display/parts/stage.ts';
import { LANGUAGES } from '../../shared/language.ts';
import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { UPRIGHT, WIDE } from './kiosk.ts';
import { inLanguage } from './photographer.ts';
import { TABLET } from './rating.ts';
import { SIGN, UPRIGHT_SIGN } from './sign.ts';
import { HD, UPRIGHT_TV } from './television.ts';

const LUNCH = Date.parse('2026-11-23T11:50:00+07:00');
const EVENING = Date.parse('2026-11-23T17:10:00+07:00');
const COUNTERS = [0, 1, 2, 3];

/** Must be the last chapter: it serves all visitors and moves the office's clock to the night. */
export async function showNight(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('Lunch, and the hall is closed');
  const television = await book.photographer.open('/display', HD);
  const upright = await book.photographer.open('/display', UPRIGHT_TV);
  const sign = await book.photographer.open('/display/counter/1', SIGN);
  const uprightSign = await book.photographer.open('/display/counter/1', UPRIGHT_SIGN);
  await television.locator('.lobby').waitFor();
  office.passTo(LUNCH);
  await television.locator('.notice.state').waitFor();
  await book.show(television, 'display/lunch', 'At lunch');
  await showClosedKiosk(book, 'lunch', 'At lunch');
  await showClosedPad(book, 'lunch');
  for (const counter of COUNTERS) await office.at(counter, 'finish');
  await sign.locator('.sign:not(.serving)').waitFor();
  await book.show(sign, 'counter/lunch', 'The sign at lunch');
  office.passTo(EVENING);
  await showClosedKiosk(book, 'closed', 'Closed');
  await showClosedPad(book, 'closed');
  await television.locator('.notice.state').waitFor();
  await book.show(television, 'display/closed', 'Closed, visitors are leaving');
  await book.show(upright, 'display/closed-upright', 'Closed, upright');
  office.passTo(office.now() + 2 * DARK_AFTER);
  for (const [shown, name] of [
    [television, 'display/night'],
    [upright, 'display/night-upright'],
    [sign, 'counter/night'],
    [uprightSign, 'counter/night-upright'],
  ] as const) {
    await shown.locator('.night').waitFor();
    await book.show(shown, name, 'Night');
  }
}

async function showClosedKiosk(book: Book, name: string, caption: string): Promise<void> {
  for (const language of LANGUAGES) {
    for (const [size, way] of [
      [UPRIGHT, 'upright'],
      [WIDE, 'wide'],
    ] as const) {
      const page = await book.photographer.open(inLanguage('/kiosk', language), size);
      await page.locator('.closed .qr, .closed svg').first().waitFor();
      await book.show(page, `kiosk/${name}-${language}-${way}`, `${caption}, ${language}`);
      await page.context().close();
    }
  }
}

async function showClosedPad(book: Book, name: string): Promise<void> {
  for (const language of LANGUAGES) {
    const page = await book.photographer.open(inLanguage('/rating', language), TABLET);
    await page.locator('.faces').waitFor();
    await book.show(page, `rating/${name}-${language}`, 'The rating pad then');
    await page.context().close();
  }
}
