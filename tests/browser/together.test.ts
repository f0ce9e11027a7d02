/** Visitors of several kinds in one line: with an appointment, with several dossiers, postponed by telephone, and regular. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE } from '../../shared/time.ts';
import { communeOffice } from '../office.ts';
import { launchBrowser } from './browser.ts';
import { openOnMachine } from './machine.ts';
import { scan, WITH_SCANNER } from './scanner.ts';
import { Kiosk } from './screens/kiosk.ts';
import { hearAnnouncements, Lobby } from './screens/lobby.ts';
import { RatingPad } from './screens/rating-pad.ts';
import { StagedOffice } from './staged-office.ts';

const OPENS = Date.parse('2026-11-23T08:30:00+07:00');
const CIVIL = 'Hộ tịch – Chứng thực';
const REGULAR = 'Không – lấy số thường';
const BOOKED = '482917';

let office: StagedOffice;
let browser: Browser;
let kiosk: Kiosk;
let lobby: Lobby;
let pad: RatingPad;
let phone: Page;
const complaints: string[][] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  // Five minutes early: a time within the next half hour can no longer be booked.
  office = await StagedOffice.open(OPENS - 5 * MINUTE, { voice: { ...communeOffice.voice, languages: [] } });
  lobby = new Lobby(await open('/display', 1280, 720, hearAnnouncements));
  kiosk = new Kiosk(await open(`/kiosk?${WITH_SCANNER}`, 1366, 768, ownClock));
  pad = new RatingPad(await open(`/rating?${WITH_SCANNER}`, 1024, 768, ownClock));
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const open = (path: string, width: number, height: number, prepare?: (page: Page) => Promise<void>) =>
  openOnMachine(browser, office.address + path, { width, height, complaints, prepare });

const ownClock = (page: Page) => page.clock.install();

const idOf = (number: string) => office.server.engine.read(({ queue: { byNumber } }) => byNumber.get(number) ?? '');
const status = (number: string) =>
  office.server.engine.read(({ queue: { tickets, byNumber } }) => tickets.get(byNumber.get(number) ?? '')?.status);

/** The clerk of counter 1 calls and serves the next visitor, who must have this number on the TV. */
async function serveNext(number: string): Promise<void> {
  await office.at(0, 'call-next');
  await lobby.announces(number, 1);
  await office.at(0, 'start');
  office.passTo(office.now() + 4 * MINUTE);
  await office.at(0, 'finish');
}

it('visitors take a ticket for several dossiers, postpone by telephone, or only wait', async () => {
  await office.book(BOOKED, 'civil-status', OPENS + 30 * MINUTE);
  office.passTo(OPENS);
  await kiosk.touch(CIVIL);
  await kiosk.touch('Nộp nhiều hồ sơ');
  await kiosk.touch('5 hồ sơ, 2 lượt');
  await kiosk.touch(REGULAR);
  await kiosk.says('5 hồ sơ, mỗi lượt 3 hồ sơ');
  expect(await kiosk.number()).toBe('A001');
  await kiosk.touch('Xong');

  expect(await kiosk.takeAndGo(CIVIL, REGULAR)).toBe('A002');
  phone = await open(`/t/${await idOf('A002')}`, 360, 740);
  await phone.getByRole('button', { name: 'Lùi lượt của tôi' }).tap();
  await phone.getByRole('button', { name: '10 phút' }).tap();
  await phone.getByText('Số này chỉ được gọi từ 08:40').waitFor();

  expect(await kiosk.takeAndGo(CIVIL, REGULAR)).toBe('A003');
});

it('a visitor with an appointment scans its code, and a scanned ticket shows its state', async () => {
  office.passTo(OPENS + 5 * MINUTE);
  await scan(kiosk.page, BOOKED);
  await kiosk.touch(REGULAR);
  await kiosk.says('Hẹn lúc 09:00');
  expect(await kiosk.number()).toBe('A004');
  await scan(kiosk.page, `${office.address}/t/${await idOf('A003')}`);
  await kiosk.says('Xin ông/bà ngồi chờ gọi số');
  expect(await kiosk.page.locator('.slip .number').textContent()).toBe('A003');
});

it('all are called by one rule: appointments as if half an hour earlier, postponed tickets not before, dossiers in turns', async () => {
  await serveNext('A004');
  expect(await status('A002')).toBe('waiting');
  await serveNext('A001');
  // Two of the five dossiers are left. The time waited counts on, so the second turn is before those who came later.
  expect(await status('A001')).toBe('waiting');
  await serveNext('A001');
  expect(await status('A001')).toBe('done');
  await office.at(0, 'call-next');
  await lobby.announces('A002', 1);
  await phone.getByText('Mời ông/bà đến').first().waitFor();
  await office.at(0, 'start');
  await office.at(0, 'finish');
  await serveNext('A003');
  expect((await lobby.heard()).map((sentence) => /A\d{3}/.exec(sentence)?.[0])).toEqual([
    'A004',
    // Both turns: the sentence is the same.
    'A001',
    'A002',
    'A003',
  ]);
});

it('votes by telephone and by scanner at the exit are shown on the TV', async () => {
  await phone.getByRole('button', { name: 'Rất hài lòng', exact: true }).tap();
  await phone.getByText('Cảm ơn ông/bà đã đánh giá').waitFor();
  await expect.poll(() => lobby.satisfaction()).toEqual({ votes: 1, percent: null });
  await scan(pad.page, `${office.address}/t/${await idOf('A003')}`);
  await pad.says('Đánh giá cho số A003');
  await pad.touch('Hài lòng');
  await pad.says('Cảm ơn ông/bà đã đánh giá');
  await expect.poll(() => lobby.satisfaction()).toEqual({ votes: 2, percent: null });
  expect(complaints.flat()).toEqual([]);
});
