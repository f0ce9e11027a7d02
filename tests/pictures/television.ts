import { DARK_AFTER, LOST_FOR_LONG } from '../../display/parts/stage.ts';
import { starterOffice } from '../../server/setup/office/starter.ts';
import type { HallScreen } from '../../shared/office/office.ts';
import { FROM_LAN } from '../browser/machine.ts';
import type { StagedOffice } from '../browser/staged-office.ts';
import type { Book } from './book.ts';
import { type Size, withCuttableConnection } from './photographer.ts';

const SIZES: [name: string, size: Size][] = [
  ['720p', [1280, 720, 0.6]],
  ['1080p', [1920, 1080, 0.4]],
  ['4k', [3840, 2160, 0.2]],
  ['upright', [1080, 1920, 0.4]],
];
const HD: Size = [1920, 1080, 0.4];
const SIGN: Size = [800, 480, 0.75];
const UPRIGHT_SIGN: Size = [600, 1024, 0.6];
const SAID = { vi: 'Nộp hồ sơ trực tuyến tại dichvucong.gov.vn', en: 'Apply online at dichvucong.gov.vn' };
/** In set-up from the start: the server refuses screens and files that set-up does not name. */
export const OTHER_HALL: HallScreen = { ...starterOffice.screens[0], id: 'land', services: ['land', 'business'] };
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
const COUNTERS = [0, 1, 2, 3];
const CLOSED = { hours: { ...starterOffice.hours, mon: [{ from: '07:30', to: '09:00' }] } };

export async function showTelevision(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The lobby TV');
  for (const [name, size] of SIZES) {
    const page = await book.photographer.open('/display', size);
    await page.locator('.call').waitFor();
    await book.show(page, `display/hall-${name}`, `The hall, ${name}`);
    await office.at(0, 'finish');
    await office.at(0, 'call-next');
    await page.locator('.call.announcing').waitFor();
    await book.show(page, `display/call-${name}`, `A call, ${name}`);
    await office.at(0, 'start');
    await page.context().close();
  }
  await showSetUp(book, office);
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
    screens: [{ ...screens[0], calls: 'below' }, OTHER_HALL],
    notices: [
      { ...PICTURE, from: null },
      { ...PICTURE, from: null, id: 'ticker', kind: 'ticker' as const },
    ],
  });
  const below = await book.photographer.open('/display', HD);
  await below.locator('.media.shown').waitFor({ timeout: 40_000 });
  await book.show(below, 'display/picture', 'A picture between calls, a ticker, the calls below');
  await office.at(0, 'finish');
  await office.at(0, 'call-next');
  await below.locator('.call.announcing').waitFor();
  await book.show(below, 'display/calls-below', 'A call, the calls below');
  await office.at(0, 'start');
  await below.context().close();
  const other = await book.photographer.open('/display/land', HD);
  await other.locator('.counters').waitFor();
  await book.show(other, 'display/other-hall', 'A TV of two services');
  await other.context().close();
  await office.change({ screens, notices });
}

async function showTrouble(book: Book): Promise<void> {
  const unpaired = await book.photographer.open('/display', HD, FROM_LAN);
  await unpaired.locator('.code').waitFor();
  await book.show(unpaired, 'display/pairing', 'A new TV shows its code');
  await unpaired.context().close();

  const lost = await book.photographer.open('/display', HD);
  await lost.clock.install();
  const cut = await withCuttableConnection(lost);
  await lost.locator('.call').waitFor();
  cut();
  await lost.locator('.footer.lost').waitFor();
  await book.show(lost, 'display/lost', 'The connection is lost: the calls stay');
  await lost.clock.fastForward(2 * LOST_FOR_LONG);
  await lost.locator('.long-lost').waitFor();
  await book.show(lost, 'display/long-lost', 'Lost for longer');
  await lost.context().close();
}

/** Must be the last chapter: it serves all visitors and moves the office's clock to the night. */
export async function showNight(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The hall is closed');
  const television = await book.photographer.open('/display', HD);
  const sign = await book.photographer.open('/display/counter/1', SIGN);
  await office.change(CLOSED);
  await television.locator('.opening.closed').waitFor();
  await book.show(television, 'display/closed', 'Closed, the last visitors are served');
  for (const counter of COUNTERS) await office.at(counter, 'finish');
  await television.locator('.call.idle').waitFor();
  office.passTo(office.now() + 2 * DARK_AFTER);
  for (const [shown, name] of [
    [television, 'display/night'],
    [sign, 'counter/night'],
  ] as const) {
    await shown.locator('.night').waitFor();
    await book.show(shown, name, 'Night');
  }
}

export async function showCounterSign(book: Book, office: StagedOffice): Promise<void> {
  book.chapter('The sign of a counter');
  const page = await book.photographer.open('/display/counter/1', SIGN);
  const upright = await book.photographer.open('/display/counter/1', UPRIGHT_SIGN);
  const both = async (stage: string, caption: string) => {
    for (const [name, shown] of [
      ['wide', page],
      ['upright', upright],
    ] as const) {
      await shown.locator(`.sign.${stage}`).waitFor();
      await book.show(shown, `counter/${stage}-${name}`, caption);
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
  await page.context().close();
  await upright.context().close();
}
