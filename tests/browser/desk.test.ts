/** The desk with repeated keys, slow answers and open dialogs: no command may be sent by accident. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { communeOffice } from '../office.ts';
import { launchBrowser } from './browser.ts';
import { Desk } from './screens/desk.ts';
import { PASSWORD, StagedOffice } from './staged-office.ts';

const OPENS = Date.parse('2026-11-23T08:00:00+07:00');
/** How often a keyboard repeats a key that is held down. */
const REPEATS = 5;
const SERVICES = communeOffice.services.map(({ id }) => id);

let office: StagedOffice;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await StagedOffice.open(OPENS, {
    counters: [
      ...communeOffice.counters,
      ...[9, 10].map((number) => ({ id: `counter-${number}`, number, services: SERVICES })),
    ],
  });
  for (let visitor = 0; visitor < 4; visitor += 1) await office.ticket('civil-status');
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  await page.goto(`${office.address}/desk`);
});
afterEach(() => page.context().close());

async function holdEnter(): Promise<void> {
  for (let pressed = 0; pressed <= REPEATS; pressed += 1) {
    await page.keyboard.down('Enter');
    await page.locator('.office[aria-busy="false"]').waitFor();
  }
  await page.keyboard.up('Enter');
}

/** A connection that can be cut without either end noticing. */
async function cuttableConnection(): Promise<{ dead: boolean }> {
  const line = { dead: false };
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => line.dead || server.send(message));
    server.onMessage((message) => line.dead || socket.send(message));
  });
  return line;
}

it('opens by itself after the user has signed in in another window', async () => {
  await page.clock.install();
  await page.reload();
  await page.locator('.sign-in').waitFor();
  const session = { username: 'minh', password: PASSWORD };
  await page.request.post(`${office.address}/api/v1/session`, { data: session });
  await page.clock.fastForward(30_000);
  await page.locator('header.top').waitFor();
});

it('has the focus on the user name after signing out', async () => {
  await new Desk(page).signIn('admin', PASSWORD);
  await page.locator('.menu summary').click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.locator('input[name="username"]:focus').waitFor();
});

it('sends one command for a key that is held down, which does not answer the dialog it opens', async () => {
  await new Desk(page).signIn('lan', PASSWORD);
  await page.locator('.steps .primary').focus();
  await holdEnter();
  expect((await office.look(0)).current).toMatchObject({ number: 'A001', status: 'called' });

  await page.locator('.waiting .row').first().click();
  await page.locator('.row-steps .danger').focus();
  await holdEnter();
  await page.locator('dialog[open]').waitFor();
  expect((await office.look(0)).waiting).toBe(3);
});

it('closes its menu when the focus leaves it, and shortcuts keep working', async () => {
  await new Desk(page).signIn('lan', PASSWORD);
  await page.locator('.menu summary').click();
  await page.getByText('Phím tắt').click();
  expect(await page.locator('.key').count()).toBe(0);
  await page.getByText('Phím tắt').click();
  await page.keyboard.press('s');
  await page.locator('.work.serving').waitFor();
  await page.locator('.situation').click();
  await page.locator('.menu:not([open])').waitFor();
});

it('shows a shortcut only for counters of one digit', async () => {
  await new Desk(page).signIn('admin', PASSWORD);
  await page.locator('.choose').waitFor();
  expect(await page.locator('.choose .key').allTextContents()).toEqual(['9']);
});

it('closes the dialog about a counter when its clerk has already closed the counter', async () => {
  await new Desk(page).signIn('admin', PASSWORD);
  await page.locator('.tabs button').last().click();
  await page.getByRole('button', { name: 'Đóng quầy: Quầy 3' }).click();
  await office.at(2, 'close');
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng quầy' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.locator('.refusal-box').waitFor();
  await office.at(2, 'open');
  await page.getByRole('button', { name: 'Đóng quầy: Quầy 3' }).waitFor();
  expect(await page.locator('dialog').count()).toBe(0);
});

it('keeps the focus in the form after a person was added', async () => {
  await new Desk(page).signIn('admin', PASSWORD);
  await page.locator('.tabs button').last().click();
  await page.locator('.add-person input[name="name"]').fill('Võ Thị Sáu');
  await page.locator('.add-person input[name="userName"]').fill('sau');
  await page.locator('.add-person input[name="password"]').fill('một mật khẩu');
  await page.locator('.add-person [type="submit"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.done').filter({ hasText: 'Võ Thị Sáu' }).waitFor();
  expect(await page.locator('.add-person input[name="password"]').inputValue()).toBe('');
  expect(await page.evaluate(() => document.activeElement?.closest('form')?.className)).toBe('add-person');
});

it('chooses a reason by arrows or a digit, but not by an accidental Enter', async () => {
  await new Desk(page).signIn('minh', PASSWORD);
  await page.locator('.work.open').waitFor();
  const reasons: (string | null)[] = [];
  const ignore = office.server.engine.subscribe((events) => {
    for (const event of events) if (event.type === 'TicketCalled') reasons.push(event.reason);
  });
  for (const keys of [['ArrowDown', 'ArrowDown', 'Enter'], ['2']]) {
    const row = page.locator('.waiting .row').first();
    const number = await row.locator('.number').innerText();
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await page.locator('.row-steps .press').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog h2:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect((await office.look(1)).current).toBeNull();
    for (const key of keys) await page.keyboard.press(key);
    await page.locator('.work.called', { hasText: number }).waitFor();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('m');
    await page.locator('.work.open').waitFor();
  }
  ignore();
  expect(reasons).toEqual(['Có lịch hẹn trước', 'Có lịch hẹn trước']);
});

it('keeps a dialog open until the office has answered, and shows that the answer is slow', async () => {
  const line = await cuttableConnection();
  await page.reload();
  await new Desk(page).signIn('tuan', PASSWORD);
  const dialog = page.getByRole('dialog');
  const why = dialog.getByRole('alert').filter({ hasText: 'Máy chủ chưa trả lời' });
  await page.locator('.work.open').waitFor();
  line.dead = true;
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await why.waitFor();
  await page.locator('.refusal-box', { hasText: 'Máy chủ chưa trả lời' }).waitFor();
  // A closed dialog would look as if the command had been undone.
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
  await dialog.getByRole('button', { name: 'Đóng' }).dispatchEvent('click');
  await dialog.getByRole('heading', { name: 'Tạm dừng quầy' }).waitFor();
  line.dead = false;
  await page.locator('.work.paused').waitFor();
  await dialog.waitFor({ state: 'detached' });
});

it('shows that an answer is slow in the visible part of a small screen', async () => {
  const line = await cuttableConnection();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.reload();
  await new Desk(page).signIn('hoa', PASSWORD);
  await page.locator('.work.open').waitFor();
  await page.keyboard.press('p');
  line.dead = true;
  await page.getByRole('dialog').locator('.options button').first().click();
  const why = page.getByRole('dialog').getByRole('alert').filter({ hasText: 'Máy chủ chưa trả lời' });
  await expect.poll(() => why.evaluate((line) => line.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
});

it('returns the focus to the button that opened a closed dialog', async () => {
  await new Desk(page).signIn('admin', PASSWORD);
  await page.locator('.tabs button').last().click();
  const button = page.getByRole('button', { name: 'Đổi mật khẩu' }).first();
  await button.press('Enter');
  await page.getByRole('dialog').locator('input:focus').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((asked) => asked === document.activeElement)).toBe(true);
});
