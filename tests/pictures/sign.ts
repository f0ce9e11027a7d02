import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { type Size, withCuttableConnection } from './photographer.ts';

export const SIGN: Size = [800, 480, 0.75];
export const UPRIGHT_SIGN: Size = [480, 800, 0.75];

export async function showCounterSign(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The sign of a counter');
  const page = await book.photographer.open('/display/counter/1', SIGN);
  const upright = await book.photographer.open('/display/counter/1', UPRIGHT_SIGN);
  const cuts = [await withCuttableConnection(page), await withCuttableConnection(upright)];
  const both = async (stage: string, caption: string, name = stage) => {
    for (const [way, shown] of [
      ['wide', page],
      ['upright', upright],
    ] as const) {
      await shown.locator(`.sign.${stage}`).waitFor();
      await book.show(shown, `counter/${name}-${way}`, caption);
    }
  };
  await both('serving', 'Serving');
  await office.at(0, 'finish');
  await both('ready', 'Free');
  await office.at(0, 'call-next');
  await both('called', 'Called');
  await office.at(0, 'start');
  await office.at(0, 'finish');
  await office.pause(0, 'Họp giao ban', 20);
  await both('paused', 'Paused');
  await office.at(0, 'close');
  await both('closed', 'Closed');
  await office.at(0, 'open');
  await office.at(0, 'call-next');
  await office.at(0, 'start');
  for (const shown of [page, upright]) await shown.locator('.sign.serving').waitFor();
  for (const cut of cuts) cut();
  await both('silent', 'The connection is lost', 'lost');
  await page.context().close();
  await upright.context().close();
  const unknown = await book.photographer.open('/display/counter/9', SIGN);
  await unknown.locator('h1').waitFor();
  await book.show(unknown, 'counter/unknown', 'The address of a counter that set-up does not have');
  await unknown.context().close();
}
