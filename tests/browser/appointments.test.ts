/** Bookings by telephone: the clerk uses only the keyboard, the visitor gets only the code. */

import type { Browser, Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/protocol/protocol.ts';
import type { Result } from '../../shared/protocol/rejections.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { launchBrowser } from './browser.ts';
import { complaintsOf } from './complaints.ts';
import { PASSWORD, StagedOffice } from './staged-office.ts';

const OPENS = Date.parse('2026-11-23T08:29:00+07:00');
const workday = [{ from: '07:30', to: '11:30' }];
const MORNINGS = { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] };

let office: StagedOffice;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await StagedOffice.open(OPENS, { hours: MORNINGS });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function signedIn(): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(10_000);
  const complaints = complaintsOf(context);
  const page = await context.newPage();
  await page.goto(`${office.address}/desk`);
  await page.locator('input[name="username"]').fill('lan');
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  const tab = page.getByRole('button', { name: 'Lịch hẹn' });
  await tab.focus();
  await page.keyboard.press('Enter');
  await page.locator('.times').waitFor();
  return { page, complaints };
}

async function checkIn(code: string): Promise<Result<IssuedTicket>> {
  const kiosk = io(`${office.address}/kiosk`, { transports: ['websocket'], auth: { protocol: PROTOCOL_VERSION } });
  const result = await kiosk.emitWithAck('appointment:check-in', { requestId: `check-in-${code}`, code });
  kiosk.close();
  return result;
}

it('a booking is made by keyboard alone, and the list shows when the visitor has arrived', async () => {
  const { page, complaints } = await signedIn();
  expect(await page.locator('.days .pick-one').allTextContents()).toContain('Thứ Hai 30/11');
  expect(await page.locator('.days .pick-one').allTextContents()).not.toContain('Thứ Bảy 28/11');
  // Arrow keys move through the times.
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Đã đặt lịch hẹn' }).waitFor();
  expect(await page.locator('.when b').textContent()).toBe('09:00');
  const code = (await page.locator('.big-code span[aria-hidden]').allTextContents()).join('');
  expect(code).toMatch(/^\d{6}$/);
  await page.locator('.appointment.latest', { hasText: 'chưa đến' }).waitFor();

  const arrived = await checkIn(code);
  expect(arrived).toMatchObject({ ok: true, value: { number: 'A001' } });
  await page.locator('.appointment', { hasText: 'đã đến · A001' }).waitFor();
  expect(await page.locator('.appointment .press').count()).toBe(0);

  const phone = await page.context().newPage();
  await phone.goto(`${office.address}/t/${arrived.ok ? arrived.value.id : ''}`);
  await phone.getByText('Hẹn lúc 09:00').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a booking takes a place of its time on all desks, and a cancelled one frees it', async () => {
  const [clerk, colleague] = [await signedIn(), await signedIn()];
  const last = (page: Page) => page.locator('.time').last();
  for (const places of ['còn 2 chỗ', 'còn 1 chỗ']) {
    await last(colleague.page).filter({ hasText: places }).waitFor();
    await last(clerk.page).click();
    await clerk.page.locator('.big-code').waitFor();
    await clerk.page.keyboard.press('n');
  }
  await last(colleague.page).filter({ hasText: 'hết chỗ' }).waitFor();
  await colleague.page.locator('.appointment .press').last().click();
  await colleague.page.locator('dialog[open] .danger').click();
  await colleague.page.locator('.appointment', { hasText: 'đã hủy' }).waitFor();
  await last(clerk.page).filter({ hasText: 'còn 1 chỗ' }).waitFor();
  expect([...clerk.complaints, ...colleague.complaints]).toEqual([]);
});
