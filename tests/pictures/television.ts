import { LOST_IN_FOOT, LOST_ON_STAGE } from '../../display/parts/stage.ts';
import { starterOffice } from '../../server/setup/office/starter.ts';
import type { HallScreen } from '../../shared/office/office.ts';
import { FROM_LAN } from '../browser/machine.ts';
import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { openOffice } from './offices.ts';
import { type Size, withCuttableConnection } from './photographer.ts';

export const HD: Size = [1920, 1080, 0.4];
export const UPRIGHT_TV: Size = [1080, 1920, 0.4];
const SIZES: [name: string, size: Size][] = [
  ['720p', [1280, 720, 0.6]],
  ['1080p', [1920, 1080, 0.4]],
  ['4k', [3840, 2160, 0.2]],
  ['upright', UPRIGHT_TV],
];
const SAID = { vi: 'Nộp hồ sơ trực tuyến tại dichvucong.gov.vn', en: 'Apply online at dichvucong.gov.vn' };
/** In set-up from the start: the server refuses screens and files that set-up does not name. */
export const OTHER_HALL: HallScreen = {
  ...starterOffice.screens[0],
  id: 'land',
  name: { vi: 'Phòng địa chính', en: 'Land registry room' },
  services: ['land', 'business'],
};
/** Not shown before `showSetUp` removes its first day. */
export const PICTURE = {
  id: 'online',
  kind: 'picture' as const,
  file: 'ho-so.png',
  text: SAID,
  from: '2026-12-01',
  until: null,
  hours: null,
  seconds: 60,
};
const POSTER = `<body style="margin:0;display:grid;place-content:center;height:100vh;background:#0a4a7a;color:#fff;font:700 72px system-ui;text-align:center">${SAID.vi}</body>`;

export async function showTelevision(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The lobby TV');
  for (const [name, size] of SIZES) {
    const page = await book.photographer.open('/display', size);
    await page.locator('.lower [lang=vi]').first().waitFor();
    await book.show(page, `display/hall-${name}`, `The hall, ${name}`);
    if (name === '1080p') {
      await page.locator('.lower [lang=en]').first().waitFor();
      await book.show(page, 'display/hall-english', 'The words of the hall in English, for 6 of each 18 s');
    }
    await office.at(0, 'finish');
    await office.at(0, 'call-next');
    await page.locator('.call.announcing').waitFor();
    await book.show(page, `display/call-${name}`, `A call, ${name}`);
    await office.at(0, 'start');
    await page.context().close();
  }
  await showSetUp(book, office);
  await showMany(book);
  await showTrouble(book);
}

/** Variants that an office can choose in set-up. */
async function showSetUp(book: Book, office: StagedOffice): Promise<void> {
  const { screens, notices } = office.server.setup.office;
  const poster = await book.photographer.blank([1280, 720, 1]);
  await poster.setContent(POSTER);
  await office.putNotice(PICTURE.file, await poster.screenshot());
  await poster.context().close();
  await office.change({
    screens: [screens[0], OTHER_HALL],
    notices: [
      { ...PICTURE, from: null },
      { ...PICTURE, from: null, id: 'ticker', kind: 'ticker' as const },
    ],
  });
  const shown = await book.photographer.open('/display', HD);
  await shown.locator('.media.shown').waitFor({ timeout: 40_000 });
  await book.show(shown, 'display/picture', 'A picture between calls, and a ticker');
  await shown.context().close();
  await office.change({ screens: [{ ...screens[0], calls: 'below' }, OTHER_HALL], notices });
  const below = await book.photographer.open('/display', HD);
  await below.locator('.counters li').first().waitFor();
  await office.at(0, 'finish');
  await office.at(0, 'call-next');
  await below.locator('.call.announcing').waitFor();
  await book.show(below, 'display/calls-below', 'A call, the calls below');
  await office.at(0, 'start');
  await below.context().close();
  await office.change({ screens: [{ ...screens[0], theme: 'dark' }, OTHER_HALL], notices });
  for (const [name, size] of [
    ['dark', HD],
    ['dark-upright', UPRIGHT_TV],
  ] as const) {
    const dark = await book.photographer.open('/display', size);
    await dark.locator('.counters li').first().waitFor();
    await book.show(dark, `display/${name}`, 'In a dark hall');
    await dark.context().close();
  }
  const other = await book.photographer.open('/display/land', HD);
  await other.locator('.counters').waitFor();
  await book.show(other, 'display/other-hall', 'A TV of two services');
  await other.context().close();
  await office.change({ screens, notices });
}

async function showMany(book: Book): Promise<void> {
  const office = await openOffice(9, 12);
  const photographer = book.photographer.of(office);
  for (const [name, size] of [
    ['12-counters', HD],
    ['12-counters-upright', UPRIGHT_TV],
  ] as const) {
    const page = await photographer.open('/display', size);
    await page.locator('.counters li').first().waitFor();
    await book.show(page, `display/${name}`, '12 counters and 9 services');
    await office.at(11, 'recall');
    await page.locator('.call.announcing').waitFor();
    await book.show(page, `display/${name}-call`, '12 counters, a call');
    await page.context().close();
  }
  await office.close();
}

async function showTrouble(book: Book): Promise<void> {
  const unpaired = await book.photographer.open('/display', HD, FROM_LAN);
  await unpaired.locator('.code').waitFor();
  await book.show(unpaired, 'display/pairing', 'A new TV shows its code');
  await unpaired.context().close();

  const lost = await book.photographer.open('/display', HD);
  await lost.clock.install();
  const cut = await withCuttableConnection(lost);
  await lost.locator('.counters li').first().waitFor();
  cut();
  await lost.clock.fastForward(LOST_IN_FOOT);
  await lost.locator('.footer.lost').waitFor();
  await book.show(lost, 'display/lost', 'The connection is lost: the calls stay');
  await lost.clock.fastForward(2 * LOST_ON_STAGE);
  await lost.locator('.lost-stage').waitFor();
  await book.show(lost, 'display/long-lost', 'Lost for longer');
  await lost.context().close();
}
