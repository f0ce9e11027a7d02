/** The kiosk when a visitor cannot simply take a ticket with paper. */
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../shared/language.ts';
import { FROM_LAN } from '../browser/machine.ts';
import type { StagedOffice } from '../browser/staged-office.ts';
import { PrinterEmulator } from '../print/printers/printer-emulator.ts';
import type { Book } from './book.ts';
import { UPRIGHT, WIDE } from './kiosk.ts';
import { openOffice } from './offices.ts';
import { inLanguage, type Size, withCuttableConnection } from './photographer.ts';

const SCREENS = [
  { size: UPRIGHT, way: 'upright' },
  { size: WIDE, way: 'wide' },
];
const SMALL: Size = [1024, 768, 0.5];
/** No printer listens at this address. */
const NO_PRINTER = { printer: { address: 'tcp://127.0.0.1:9', paperWidthMm: 80 } } as const;

export async function showKioskTrouble(book: Book): Promise<void> {
  book.chapter('The kiosk with a problem');
  for (const language of LANGUAGES) {
    // No paper of the other language waits for this printer.
    const office = await openOffice(6, 4);
    const photographer = book.photographer.of(office);
    const preview = office.server.setup.office.printer;
    const show = async (page: Page, name: string, stage: string, caption: string) => {
      await page.locator(stage).first().waitFor();
      await book.show(page, `kiosk/${name}-${language}`, caption);
    };
    const open = (size: Size, more = {}) => photographer.open(inLanguage('/kiosk', language), size, more);
    await office.change(NO_PRINTER);
    for (const { size, way } of SCREENS) {
      const page = await open(size);
      await takeTicket(page);
      await show(page, `no-paper-${way}`, '.paper.warn', 'The printer does not print');
      await page.context().close();
    }
    await show(await open(WIDE), 'no-printer', '.trouble p', 'Before a ticket is taken, without a printer');
    await showPrinting(office, await open(UPRIGHT), show);
    await office.change({ printer: preview });
    await show(await open(SMALL, FROM_LAN), 'pairing', '.code', 'A new kiosk shows its code');
    const lost = await open(SMALL);
    const cut = await withCuttableConnection(lost);
    await lost.locator('.services').waitFor();
    cut();
    await show(lost, 'lost', '.trouble p', 'The connection is lost');
    await show(lost, 'long-lost', '.message.lost', 'The connection is lost for ten seconds');
    await office.close();
  }
}

/** The printer says nothing about the last paper. Both pictures are of one ticket: until the end of that paper no other is printed. */
async function showPrinting(
  office: StagedOffice,
  page: Page,
  show: (page: Page, name: string, stage: string, caption: string) => Promise<void>,
): Promise<void> {
  const printer = new PrinterEmulator();
  await printer.switchOn();
  await office.change({ printer: { address: `tcp://127.0.0.1:${printer.port}`, paperWidthMm: 80 } });
  // The tickets that found no printer are printed first.
  await printer.printed(SCREENS.length);
  printer.acknowledges = false;
  await takeTicket(page);
  for (const { size, way } of SCREENS) {
    await page.setViewportSize({ width: size[0], height: size[1] });
    await show(page, `printing-${way}`, '.paper:not(.good, .warn)', 'The ticket is being printed');
  }
  await printer.switchOff();
}

async function takeTicket(page: Page): Promise<void> {
  await page.locator('.service').first().click();
  await page.locator('.regular').click();
}
