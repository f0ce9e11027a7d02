/** The machine's clock is set two days ahead during a morning: what visitors see, and how a supervisor answers by one press. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { officeClock } from '../../server/engine/clock.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { MINUTE } from '../../shared/time.ts';
import { communeOffice } from '../office.ts';
import { ADMIN, LAN, startOffice } from '../server/office.ts';
import { cookieOf, issueByRest } from '../server/rest.ts';
import { expectAccessible } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { BUILT } from './built-pages.ts';

const OPENS = Date.parse('2026-11-23T08:00:00+07:00');
const TWO_DAYS = 2 * 24 * 60 * MINUTE;
const WIDTHS = [360, 1280];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** An office with three tickets and an open counter. */
async function opened() {
  const machine = { ahead: OPENS - performance.now() };
  const clock = officeClock(
    () => Math.floor(machine.ahead + performance.now()),
    () => performance.now(),
  );
  const { office, close } = await startOffice({ ...BUILT, clock, office: { hours: communeOffice.hours } });
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  onTestFinished(async () => {
    await context.close();
    await close();
  });
  const { address } = office;
  const pageAt = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${address}${path}`);
    return page;
  };
  const deskOf = async (who: typeof ADMIN, language: string): Promise<Page> => {
    const { cookie } = await cookieOf({ address }, who);
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: address }]);
    const page = await pageAt(`/desk?lang=${language}`);
    await page.locator('header.top').waitFor();
    return page;
  };
  const tickets: IssuedTicket[] = [];
  for (const requestId of ['request-1', 'request-2', 'request-3'])
    tickets.push(await issueByRest({ address }, requestId, 'civil-status'));
  return { office, machine, pageAt, deskOf, tickets };
}

describe('the question which time is right', () => {
  it('is answered at the desk by one press; until then visitors see no clock and get their tickets', async () => {
    const { office, machine, pageAt, deskOf, tickets } = await opened();
    const kiosk = await pageAt('/kiosk');
    const tv = await pageAt('/display');
    const phone = await pageAt(`/t/${tickets[0]?.id}`);
    await kiosk.locator('.head .clock').waitFor();
    await tv.locator('.header .time').waitFor();
    await phone.getByText(/^Cập nhật/).waitFor();
    const desk = await deskOf(ADMIN, 'vi');

    machine.ahead += TWO_DAYS;
    const question = desk.locator('.clock-question');
    await question.waitFor();
    expect(await question.innerText()).toMatch(/3 số hết hiệu lực/);
    expect(await question.locator('.shown').allInnerTexts()).toEqual([
      expect.stringMatching(/^08:0\d Thứ Hai, 23\/11\/2026$/),
      expect.stringMatching(/^08:0\d Thứ Tư, 25\/11\/2026$/),
    ]);
    await kiosk.locator('.head .clock').waitFor({ state: 'detached' });
    await tv.locator('.header .time').waitFor({ state: 'detached' });
    await tv.getByText('Đang kiểm tra lại giờ').waitFor();
    await phone.getByText(/^Cập nhật/).waitFor({ state: 'detached' });
    expect((await issueByRest(office, 'request-4', 'civil-status')).number).toBe('A004');

    await desk.getByRole('button', { name: 'Giờ đang chạy là đúng' }).click();
    await question.waitFor({ state: 'detached' });
    await kiosk.locator('.head .clock').waitFor();
    await desk.getByText('Đồng hồ máy chủ sai giờ.').waitFor();
    expect((await issueByRest(office, 'request-5', 'civil-status')).number).toBe('A005');
  });

  it('shows a clerk what would end, without buttons, in a width of 360 px too', async () => {
    const { machine, deskOf } = await opened();
    const desk = await deskOf(LAN, 'en');
    machine.ahead += TWO_DAYS;
    const question = desk.locator('.clock-question');
    await question.waitFor();
    expect(await question.innerText()).toMatch(/3 tickets expire\./);
    expect(await question.innerText()).toContain('Please tell a supervisor.');
    expect(await question.getByRole('button').count()).toBe(0);
    for (const width of WIDTHS) {
      await desk.setViewportSize({ width, height: 740 });
      expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it('is accessible, and its answer for the server’s clock opens the new day', async () => {
    const { machine, deskOf, office } = await opened();
    const desk = await deskOf(ADMIN, 'en');
    machine.ahead += TWO_DAYS;
    const question = desk.locator('.clock-question');
    await question.waitFor();
    await expectAccessible(desk, '.clock-question');
    await question.getByRole('button', { name: "The server's clock is right" }).click();
    await question.waitFor({ state: 'detached' });
    expect((await issueByRest(office, 'request-6', 'civil-status')).number).toBe('A001');
  });
});
