/** One morning of a commune office with all screens open at once. Each test continues where the one before has ended. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../server/queue/events.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { displayView } from '../../shared/protocol/views/hall.ts';
import { journalIn } from '../journal/events.ts';
import { communeOffice } from '../office.ts';
import { HEALTHY, PAPER_OUT, PrinterEmulator } from '../print/printers/printer-emulator.ts';
import { OfficeProcess } from '../server/office-process.ts';
import { launchBrowser } from './browser.ts';
import { announcedIn, factsOf, inOrderOf, numberOf, papersIn, votesIn, wrongTurns } from './ledger.ts';
import { openOnMachine } from './machine.ts';
import { Desk } from './screens/desk.ts';
import { Kiosk } from './screens/kiosk.ts';
import { hearAnnouncements, Lobby } from './screens/lobby.ts';
import { RatingPad } from './screens/rating-pad.ts';
import { type Person, Supervisor } from './screens/supervisor.ts';

const CIVIL = 'Hộ tịch – Chứng thực';
const SOCIAL = 'Lao động – Thương binh và Xã hội';
const LAND = 'Đất đai – Xây dựng';
const REGULAR = 'Không – lấy số thường';
const ELDERLY = 'Người cao tuổi';
const PREGNANT = 'Phụ nữ mang thai';
const ADMIN = { username: 'admin', password: 'mật khẩu ngày đầu' };
const LAN: Person = { name: 'Nguyễn Thị Lan', username: 'lan', password: 'quầy số một' };
const MINH: Person = { name: 'Trần Văn Minh', username: 'minh', password: 'quầy số hai' };
const DAY = '2026-11-23';
/** Minutes; a little longer than the pause that the office requires between two votes of a pad. */
const BETWEEN_VOTES = 0.1;

let printer: PrinterEmulator;
let office: OfficeProcess;
let browser: Browser;
const complaints: string[][] = [];
const pages: Page[] = [];

let kiosk: Kiosk;
let lobby: Lobby;
let pad: RatingPad;
let preview: Page;
let supervisor: Supervisor;
let lan: Desk;
let minh: Desk;

beforeAll(async () => {
  printer = new PrinterEmulator();
  await printer.switchOn();
  office = await OfficeProcess.create({
    changes: {
      publicAddress: 'https://mot-cua.example.vn',
      printer: { address: `tcp://127.0.0.1:${printer.port}`, paperWidthMm: 80 },
      // No voice, because this morning passes in a minute; voice.test.ts tests it.
      voice: { ...communeOffice.voice, languages: [] },
    },
    firstPassword: ADMIN.password,
    opensAt: Date.parse(`${DAY}T07:30:00+07:00`),
    showsErrors: true,
  });
  await office.start();
  browser = await launchBrowser();
  lobby = new Lobby(await open('/display', 1280, 720, hearAnnouncements));
  kiosk = new Kiosk(await open('/kiosk', 1080, 1920));
  pad = new RatingPad(await open('/rating', 1024, 768));
  preview = await open('/printer', 1024, 768);
  supervisor = new Supervisor(await open('/desk', 1280, 800));
  lan = new Desk(await open('/desk', 1280, 800));
  minh = new Desk(await open('/desk', 360, 700));
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
  await printer?.switchOff();
});

async function open(
  path: string,
  width: number,
  height: number,
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await openOnMachine(browser, office.address + path, { width, height, complaints, prepare });
  await page.evaluate('window.firstLoad = true');
  pages.push(page);
  return page;
}

async function board(): Promise<DisplayView> {
  const answer = await fetch(`${office.address}/api/v1/board`);
  return v.parse(displayView, await answer.json());
}

/** The events of the day on the disk, which the API must return unchanged. */
async function journal(): Promise<Event[]> {
  const session = await fetch(`${office.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(`${office.address}/api/v1/events?from=1`, { headers: { cookie } });
  const lines = (await answer.text()).trim().split('\n');
  const events = await journalIn(join(office.folder, 'journal')).read(DAY);
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(events);
  return events;
}

describe('a morning at the office', { timeout: 30_000 }, () => {
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'an earlier part of the morning failed'));
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
  });

  it('begins with empty screens', async () => {
    await kiosk.says('Ông/bà cần làm thủ tục gì?');
    await lobby.page.locator('.counters .empty').waitFor();
    await pad.says('Ông/bà có hài lòng không?');
    await preview.getByText('Chưa in phiếu nào').waitFor();
    expect(await lobby.counters()).toEqual([]);
  });

  it('lets a supervisor add two clerks, who sign in and open counters by keyboard', async () => {
    await supervisor.signIn(ADMIN.username, ADMIN.password);
    await supervisor.manage();
    await supervisor.addClerk(LAN);
    await supervisor.addClerk(MINH);
    await lan.signIn(LAN.username, LAN.password);
    await lan.openCounter(1);
    await minh.signIn(MINH.username, MINH.password);
    await minh.page.getByText('1 quầy đang có người trực').click();
    await minh.says(`${LAN.name} đang trực`);
    await minh.openCounter(2);
    await expect.poll(() => lobby.counters()).toEqual(['1 – ready', '2 – ready']);
  });

  it('issues and prints tickets at the kiosk', async () => {
    expect(await kiosk.takeAndGo(CIVIL, REGULAR)).toBe('A001');
    await office.pass(2);
    expect(await kiosk.takeAndGo(CIVIL, REGULAR)).toBe('A002');
    await office.pass(1);
    expect(await kiosk.takeAndGo(SOCIAL, REGULAR)).toBe('C001');
    await office.pass(3);
    expect(await kiosk.take(CIVIL, ELDERLY)).toBe('A003');
    await kiosk.says('Mời ông/bà lấy phiếu');
    await kiosk.touch('Xong');
    await printer.printed(4);
    await expect.poll(() => kiosk.waiting()).toEqual({ A: 3, B: 0, C: 1, D: 0, E: 0 });
    expect(await lobby.letters()).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('calls by weighted waiting time, in which a minute of a priority ticket counts twice', async () => {
    await office.pass(8);
    // 07:44. A003 has 8 minutes that count 16, A001 14, A002 12, C001 11.
    expect(await lan.callNext()).toBe('A003');
    expect(await minh.callNext()).toBe('A001');
    await lobby.announces('A003', 1);
    await lobby.announces('A001', 2);
    await lan.recall();
    await lobby.says('Nhắc lại');
    expect(await lan.start()).toBe('A003');
    expect(await minh.start()).toBe('A001');
    await expect.poll(() => lobby.counters()).toEqual(['1 A003 serving', '2 A001 serving']);
  });

  it('lets a missed visitor come back to the old place in the line', async () => {
    expect(await lan.finishAndCall()).toBe('A002');
    await lan.miss();
    // A visitor who did not hear the call finds on the TV where to go and until when; A003, who was served, is gone.
    // After the call, which stands for a while.
    await expect.poll(() => lobby.missed(), { timeout: 20_000 }).toEqual(['A002 1 08:14']);
    await office.pass(1);
    expect(await kiosk.takeAndGo(CIVIL, PREGNANT)).toBe('A004');
    await office.pass(1);
    expect(await kiosk.takeAndGo(CIVIL, REGULAR)).toBe('A005');
    await office.pass(1);
    expect(await lan.callNext()).toBe('A004');
    await lan.start();
    await lan.bringBack('A002');
    expect(await lan.waiting()).toEqual(['A002', 'A005']);
    expect(await lan.finishAndCall()).toBe('A002');
    await lan.start();
  });

  it('calls a visitor first who comes back with complete papers to the same clerk', async () => {
    await minh.sendAway();
    await printer.printed(7);
    expect(await minh.callNext()).toBe('C001');
    await minh.start();
    expect(await kiosk.takeAndGo(CIVIL, ELDERLY)).toBe('A006');
    await office.pass(10);
    await minh.bringBack('A001');
    // A001 has waited longest by far, but for Minh alone.
    expect(await lan.finishAndCall()).toBe('A006');
    await lan.start();
    await minh.transferTo('E');
    expect(await minh.callNext()).toBe('A001');
    await minh.start();
  });

  it('keeps the arrival time of a visitor who was transferred to another service', async () => {
    // C001 came before A005 and now waits for Lan's second service.
    expect(await lan.finishAndCall()).toBe('C001');
    await lan.start();
    await lan.finish();
  });

  it('calls a chosen visitor for a reason, and pauses a counter', async () => {
    expect(await kiosk.takeAndGo(CIVIL, REGULAR)).toBe('A007');
    expect(await kiosk.takeAndGo(CIVIL, REGULAR)).toBe('A008');
    await lan.callOutOfOrder('A008', 'Người già yếu, cần hỗ trợ');
    await lan.start();
    await lan.finish();
    await lan.pause('Nghỉ giải lao', '15 phút');
    await expect.poll(() => lobby.counters()).toContain('1 – paused');
    await minh.says('Nghỉ giải lao');
    await lan.resume();
    await expect.poll(() => lobby.counters()).toContain('1 – ready');
  });

  it('goes on without paper, and prints once after paper is put in', async () => {
    const before = printer.papers.length;
    printer.status = PAPER_OUT;
    expect(await kiosk.take(LAND, REGULAR)).toBe('B001');
    await kiosk.says('Máy chưa in được phiếu');
    await kiosk.says('Xin chụp ảnh màn hình hoặc ghi lại số này');
    await kiosk.page.getByRole('img', { name: 'Mã QR của số B001' }).waitFor();
    await lan.says('Máy in hết giấy.');
    await minh.says('Phiếu B001 đang chờ in');
    expect(printer.papers).toHaveLength(before);
    printer.status = HEALTHY;
    await printer.printed(before + 1);
    await kiosk.says('Mời ông/bà lấy phiếu');
    await kiosk.touch('Xong');
    await lan.page.getByText('Máy in hết giấy.').waitFor({ state: 'detached' });
  });

  it('continues where it was after a power cut in the middle of a visit', async () => {
    await kiosk.touch(CIVIL);
    await office.kill();
    await Promise.all([
      kiosk.says('Mất kết nối với máy chủ'),
      lobby.page.locator('.footer.lost').waitFor(),
      pad.says('Mất kết nối với máy chủ'),
      lan.says('Mất kết nối, đang nối lại'),
      minh.says('Mất kết nối, đang nối lại'),
    ]);
    await kiosk.touch(REGULAR);
    await kiosk.says('Đang thử lại, xin đừng rời đi');
    await office.start();
    expect(await kiosk.number()).toBe('A009');
    await kiosk.says('Mời ông/bà lấy phiếu');
    await kiosk.touch('Xong');
    for (const page of pages) await page.getByText(/^Mất kết nối/).waitFor({ state: 'hidden' });
    expect(await minh.numberIn('serving')).toBe('A001');
    await expect.poll(() => lobby.counters()).toEqual(['1 – ready', '2 A001 serving']);
    expect(await lan.callNext()).toBe('A005');
    await lan.start();
    expect(await minh.finishAndCall()).toBe('A007');
    await minh.start();
  });

  it('counts votes and shows them at once', async () => {
    expect(await pad.visits()).toEqual(['A001', 'A008', 'C001', 'A006']);
    await office.pass(BETWEEN_VOTES);
    await pad.typeAndRate('A003', 'Rất hài lòng');
    await pad.says('Cảm ơn ông/bà đã đánh giá');
    await pad.page.locator('.thanks .given').tap();
    await expect.poll(() => lobby.satisfaction()).toEqual({ votes: 1, percent: null });
    await office.pass(BETWEEN_VOTES);
    await pad.rate('C001', 'Không hài lòng', 'Thời gian chờ');
    await expect.poll(() => lobby.satisfaction()).toEqual({ votes: 2, percent: null });
    await office.pass(BETWEEN_VOTES);
    await pad.typeAndRate('A003', 'Hài lòng');
    await pad.says('Số A003 đã được đánh giá.');
    await pad.toStart();
    await office.pass(BETWEEN_VOTES);
    await pad.rate('A001', 'Hài lòng');
    await expect.poll(() => lobby.satisfaction()).toEqual({ votes: 3, percent: null });
    await office.pass(BETWEEN_VOTES);
    await pad.rateWithoutNumber('Rất hài lòng');
    // Four votes are too few for a share that hides how a single person has voted.
    await expect.poll(() => lobby.satisfaction()).toEqual({ votes: 4, percent: null });
    expect((await board()).satisfaction).toMatchObject({ satisfied: 0.75, levels: [0, 1, 0, 1, 2], visits: 7 });
    await office.pass(BETWEEN_VOTES);
    expect(await pad.visits()).toEqual(['A008', 'A006', 'A002', 'A004']);
  });

  it('ends with all visitors served and the counters closed', async () => {
    expect(await lan.finishAndCall()).toBe('A009');
    await lan.start();
    await lan.finish();
    await lan.closeCounter();
    await minh.finish();
    await minh.closeCounter();
    await expect.poll(() => lobby.counters()).toEqual([]);
  });

  it('has the same figures on all screens, in the API and in the journal', async () => {
    const events = await journal();
    const shown = await board();
    const waiting = Object.fromEntries(shown.services.map((service) => [service.letter, service.waiting]));
    expect(waiting).toEqual({ A: 0, B: 1, C: 0, D: 0, E: 0 });
    await expect.poll(() => kiosk.waiting()).toEqual(waiting);
    await supervisor.page.getByRole('button', { name: 'Quầy', exact: true }).click();
    const counters = supervisor.page.locator('.counters-to-choose li.card');
    expect(await counters.filter({ hasText: '1 người chờ' }).count()).toBe(1);

    const issued = factsOf(events, 'TicketIssued').map(({ number }) => number);
    expect(issued.toSorted()).toEqual([
      ...['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007', 'A008', 'A009'],
      ...['B001', 'C001'],
    ]);
    const finished = factsOf(events, 'TicketFinished').map(({ ticketId }) => numberOf(events, ticketId));
    expect(finished).toEqual(['A003', 'A004', 'A002', 'A006', 'C001', 'A008', 'A001', 'A005', 'A009', 'A007']);
    const unrated = finished.filter((number) => !['A003', 'C001', 'A001'].includes(number)).reverse();
    expect(await pad.visits()).toEqual(unrated.slice(0, 4));

    const votes = votesIn(events, 5);
    const today = { ratings: 4, satisfied: 3 / 4, visits: 10 };
    expect(shown.satisfaction).toMatchObject({ ...today, levels: votes, anonymous: 0, month: today });
    await expect.poll(() => lobby.satisfaction()).toEqual({ votes: 4, percent: null });
  });

  it('has called and announced all visitors in turn', async () => {
    const events = await journal();
    expect(wrongTurns(events, communeOffice)).toEqual([]);
    const outOfOrder = factsOf(events, 'TicketCalled').filter(({ reason }) => reason !== null);
    expect(outOfOrder.map(({ ticketId, reason }) => [numberOf(events, ticketId), reason])).toEqual([
      ['A008', 'Người già yếu, cần hỗ trợ'],
    ]);
    await lobby.page.locator('.call.idle').waitFor();
    const heard = await lobby.heard();
    expect(heard.length).toBeGreaterThan(3);
    // Calls that were queued while the clock leapt are dropped; none may be announced twice or out of order.
    expect(inOrderOf(announcedIn(events, communeOffice), heard)).toEqual(heard);
  });

  it('has printed each ticket and slip once, as drawn', async () => {
    const events = await journal();
    const papers = papersIn(events, DAY);
    // Eleven tickets and one come-back slip.
    expect(papers).toHaveLength(12);
    expect(printer.papers.map(({ rows }) => rows)).toEqual(papers);
    expect(printer.unknownBytes).toBe(0);
  });

  it('has caused no error in a browser and no reload of a page', async () => {
    expect(complaints.flat()).toEqual([]);
    for (const page of pages) expect(await page.evaluate('window.firstLoad'), page.url()).toBe(true);
  });
});
