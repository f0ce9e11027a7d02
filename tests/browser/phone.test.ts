import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { MINUTE } from '../../shared/time.ts';
import { LAN, openOffice, press, type RunningOffice } from '../server/office.ts';
import { issueByRest } from '../server/rest.ts';
import { requestId } from '../server/screen.ts';
import { expectAccessible } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { BUILT } from './built-pages.ts';
import { complaintsOf } from './complaints.ts';
import { StagedOffice } from './staged-office.ts';

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  complaints = complaintsOf(context);
  page = await context.newPage();
  await page.addInitScript('window.shaken = []; Navigator.prototype.vibrate = (how) => window.shaken.push(how) > 0');
});
afterEach(() => page.context().close());

const open = () => openOffice(BUILT);
const says = (sentence: string | RegExp) => page.getByText(sentence).first().waitFor();
const touch = (name: string) => page.getByRole('button', { name, exact: true }).tap();

async function takeTicket(office: RunningOffice): Promise<string> {
  return `${office.address}/t/${(await issueByRest(office, requestId(), 'civil-status')).id}`;
}

describe('the ticket on a telephone', () => {
  it('is called with vibration, served and rated', async () => {
    const office = await open();
    const desk = await office.clerkAt('counter-1', LAN);
    const before = await issueByRest(office, requestId(), 'civil-status');
    await page.goto(await takeTicket(office));
    await says('A002');
    await says('Còn 1 người cùng lĩnh vực trước ông/bà');
    await expectAccessible(page, 'main');
    await touch('Báo khi đến lượt');
    await says('Sẽ báo khi đến lượt');
    await press(desk, 'call-next');
    expect(before.number).toBe('A001');
    await says('Ông/bà là người tiếp theo của lĩnh vực này');
    await press(desk, 'start');
    await press(desk, 'finish');
    await press(desk, 'call-next');
    await says('Mời ông/bà đến');
    expect(await page.locator('.counter').textContent()).toBe('1');
    await expect.poll(() => page.evaluate('window.shaken.length')).toBe(2);
    await expectAccessible(page, 'main');
    await press(desk, 'recall');
    await says('Nhắc lại số');
    await expect.poll(() => page.evaluate('window.shaken.length')).toBe(3);
    await press(desk, 'start');
    await says('Đang được phục vụ');
    await says('Quầy 1');
    await press(desk, 'finish');
    await touch('Rất hài lòng');
    await touch('Chọn lại');
    await touch('Không hài lòng');
    await touch('Thái độ phục vụ');
    await expectAccessible(page, 'main');
    await touch('Gửi thêm lý do');
    await says('Cảm ơn ông/bà đã đánh giá');
    expect(complaints).toEqual([]);
  });

  it('is postponed once and withdrawn after a confirmation, in English', async () => {
    const office = await open();
    await page.goto(await takeTicket(office));
    await touch('English');
    await touch('Call me later');
    await expectAccessible(page, '.question');
    // All its buttons are on the screen of a short telephone.
    expect(
      await page.locator('.question').evaluate((box) => box.getBoundingClientRect().bottom <= window.innerHeight),
    ).toBe(true);
    await touch('20 min');
    await says(/^This number will not be called before \d\d:\d\d$/);
    expect(await page.getByRole('button', { name: 'Call me later' }).count()).toBe(0);
    await touch('Cancel number');
    await touch('Keep it');
    await touch('Cancel number');
    await expectAccessible(page, 'main');
    await touch('Cancel it');
    await says('This number was cancelled');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await expectAccessible(page, 'main');
    expect(complaints).toEqual([]);
  });

  it('keeps its state while the connection is lost, and shows that', async () => {
    const office = await open();
    await page.goto(await takeTicket(office));
    await says('A001');
    await office.stop();
    await says(/^Mất kết nối\. Thông tin lúc \d\d:\d\d\./);
    expect(await page.locator('.number').textContent()).toBe('A001');
  });

  it('says why more visitors are ahead than before', async () => {
    const morning = Date.parse('2026-11-23T09:00:00+07:00');
    const office = await StagedOffice.open(morning);
    onTestFinished(() => office.close());
    await office.ticket('civil-status');
    await page.goto(`${office.address}/t/${await office.ticket('civil-status')}`);
    const ahead = page.locator('.progress .ahead');
    await expect.poll(() => ahead.textContent()).toContain('Còn 1 người');
    expect(await page.getByText('vừa được xếp trước ông/bà').count()).toBe(0);
    office.passTo(morning + 15 * MINUTE);
    await office.ticket('civil-status', 'elderly');
    // Twenty minutes count as forty for the elderly visitor, who is now before the one who waits 35 minutes.
    office.passTo(morning + 35 * MINUTE);
    await office.ticket('land');
    await says('Có 1 người diện ưu tiên hoặc quay lại vừa được xếp trước ông/bà.');
    expect(await ahead.textContent()).toContain('Còn 2 người');
    await expectAccessible(page, 'main');
  });

  it('keeps the bar where it was when visitors join ahead, also after the page is loaded again', async () => {
    const morning = Date.parse('2026-11-23T09:00:00+07:00');
    const office = await StagedOffice.open(morning);
    onTestFinished(() => office.close());
    for (let visitor = 0; visitor < 4; visitor += 1) await office.ticket('civil-status');
    const id = await office.ticket('civil-status');
    await page.goto(`${office.address}/t/${id}`);
    const filled = () => page.locator('.progress .bar i').evaluate((bar: HTMLElement) => bar.style.width);
    await office.at(0, 'call-next');
    await says('Còn 3 người');
    expect(await filled()).toBe('25%');
    office.passTo(morning + 15 * MINUTE);
    await office.ticket('civil-status', 'elderly');
    office.passTo(morning + 35 * MINUTE);
    await office.ticket('land');
    await says('Còn 4 người');
    expect(await filled()).toBe('25%');
    await page.reload();
    await says('Còn 4 người');
    expect(await filled()).toBe('25%');
  });

  it('shows its number before the script has loaded', async () => {
    const office = await open();
    await page.route('**/assets/*.js', () => undefined);
    await page.goto(await takeTicket(office), { waitUntil: 'commit' });
    await page.locator('.number:text-is("A001")').waitFor();
    await page.goto(`${office.address}/t/8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11`, { waitUntil: 'commit' });
    await page.locator('.number:empty').waitFor({ state: 'attached' });
    expect(await page.locator('.first .label').isVisible()).toBe(false);
  });

  it('leads the holder of a ticket that no counter can call to staff, and promises no call', async () => {
    const office = await StagedOffice.open(Date.parse('2026-11-23T09:00:00+07:00'));
    onTestFinished(() => office.close());
    await page.goto(`${office.address}/t/${await office.ticket('civil-status')}`);
    await says('A001');
    const { counters } = office.server.setup.office;
    const others = counters.map((counter) => ({
      ...counter,
      services: counter.services.filter((service) => service !== 'civil-status'),
    }));
    await office.change({ counters: others.filter(({ services }) => services.length > 0) });
    await says('Hiện không có quầy nào gọi được số này');
    expect(await page.getByRole('button', { name: 'Báo khi đến lượt' }).count()).toBe(0);
    await touch('Hỏi cán bộ hướng dẫn');
    await says('Nhờ anh/chị xem giúp số A001');
    await expectAccessible(page, 'main');
  });

  it('counts a vote at the first touch, takes it back, and adds a reason to the same vote', async () => {
    const office = await open();
    const desk = await office.clerkAt('counter-1', LAN);
    await page.goto(await takeTicket(office));
    await press(desk, 'call-next', 'start', 'finish');
    const levels = () => office.server.engine.read(({ queue }) => queue.ratings.levels);
    await touch('Không hài lòng');
    await expect.poll(levels).toEqual([0, 1, 0, 0, 0]);
    await touch('Chọn lại');
    await expect.poll(levels).toEqual([0, 0, 0, 0, 0]);
    await touch('Bình thường');
    await says('Đã ghi nhận');
    await touch('Điều khác');
    await touch('Gửi thêm lý do');
    await says('Cảm ơn ông/bà đã đánh giá');
    expect(await levels()).toEqual([0, 0, 1, 0, 0]);
    const votes = await office.server.engine.read(({ queue }) => [...queue.ratings.votes.values()]);
    expect(votes).toHaveLength(1);
    await page.reload();
    await says('Cảm ơn ông/bà đã đánh giá');
    await expectAccessible(page, 'main');
  });

  it('is dark where the telephone is, and passes axe there', async () => {
    const office = await open();
    const desk = await office.clerkAt('counter-1', LAN);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.goto(await takeTicket(office));
    await says('Báo khi đến lượt');
    await expectAccessible(page, 'main');
    await press(desk, 'call-next');
    await says('Mời ông/bà đến');
    await expectAccessible(page, 'main');
    await press(desk, 'miss');
    await says('Ông/bà đã qua lượt');
    await expectAccessible(page, 'main');
  });

  it('shows that a ticket is not of today', async () => {
    const office = await open();
    await page.goto(`${office.address}/t/8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11`);
    await says('Không tìm thấy phiếu này hôm nay');
    await expectAccessible(page, 'main');
  });

  it.each([180, 320, 430])('is not wider than a screen of %d pixels', async (width) => {
    const office = await open();
    await page.setViewportSize({ width, height: 640 });
    await page.goto(await takeTicket(office));
    await says('A001');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
