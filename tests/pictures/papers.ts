/** The papers that visitors get, as the printer's preview shows them. */
import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { inLanguage } from './photographer.ts';

export async function showPapers(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The papers');
  const page = await book.photographer.open('/printer', [1280, 1000, 1]);
  const { printer } = office.server.setup.office;
  const latest = page.locator('.papers img').first();
  let before = await latest.getAttribute('src');
  const show = async (name: string, caption: string) => {
    await page.waitForFunction((old) => document.querySelector('.papers img')?.getAttribute('src') !== old, before);
    before = await latest.getAttribute('src');
    await book.show(page, `papers/${name}.png`, caption, latest);
  };
  await office.ticket('civil-status', 'elderly');
  await show('ticket', 'A ticket, 80 mm');
  await office.change({ ticket: { form: 'short' } });
  await office.ticket('civil-status');
  await show('short', 'A short ticket');
  await office.change({ ticket: { form: 'full' }, printer: { ...printer, paperWidthMm: 58 } });
  await office.ticket('results', 'pregnant');
  await show('narrow', 'A ticket, 58 mm');
  await office.at(3, 'away');
  await show('narrow-come-back', 'A come-back slip, 58 mm');
  await office.change({ printer });
  await office.at(1, 'away');
  await show('come-back', 'A come-back slip');
  for (const counter of [1, 3]) {
    await office.at(counter, 'call-next');
    await office.at(counter, 'start');
  }
  await page.context().close();
  for (const language of ['vi', 'en'] as const) {
    const preview = await book.photographer.open(inLanguage('/printer', language), [1280, 900, 0.5]);
    await preview.locator('.papers img').first().waitFor();
    await book.show(preview, `papers/preview-${language}`, 'The preview, for an office without a printer');
    await preview.context().close();
  }
}
