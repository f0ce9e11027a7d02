/** Every page in its usual states and both languages, checked by axe; and the kiosk by keyboard alone. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../../shared/office/office.ts';
import { MINUTE } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { communeOffice } from '../office.ts';
import { expectAccessible } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { FROM_LAN } from './machine.ts';
import { playMorning } from './morning.ts';
import { PASSWORD, StagedOffice } from './staged-office.ts';

const OPENS = Date.parse('2026-11-23T07:30:00+07:00');
const PREVIEW: Partial<Office> = { printer: communeOffice.printer };
const NO_PRINTER: Partial<Office> = { printer: { address: 'tcp://127.0.0.1:9', paperWidthMm: 80 } };
/** Opening hours that end so many minutes after the office's current time, on each weekday. */
const closingIn = (minutes: number): Partial<Office> => {
  const day = [{ from: '00:00', to: clock(office.now() + minutes * MINUTE, communeOffice.timeZone) }];
  return { hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] } };
};
const ALWAYS: Partial<Office> = { hours: communeOffice.hours };

let office: StagedOffice;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await StagedOffice.open(OPENS);
  await playMorning(office, OPENS + 45 * MINUTE);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function open(path: string, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // In the middle of an animation a page has colours that are not its own.
    reducedMotion: 'reduce',
    ...more,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(office.address + path);
  return page;
}

describe.each(['vi', 'en'])('in %s', (language) => {
  const screen = (path: string, more?: BrowserContextOptions) => open(`${path}?lang=${language}`, more);

  it('the kiosk is accessible from the start page to the number', async () => {
    await office.change(PREVIEW);
    const page = await screen('/kiosk');
    await expectAccessible(page, '.services');
    await page.keyboard.press('1');
    await expectAccessible(page, '.class-choice');
    await page.keyboard.press('2');
    await expectAccessible(page, '.paper.good');
    await page.close();
  });

  it('the kiosk is accessible without paper, near the end of a session and after closing', async () => {
    await office.change(NO_PRINTER);
    const page = await screen('/kiosk');
    await page.locator('.services').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await expectAccessible(page, '.paper.warn');
    await office.change(PREVIEW);
    await office.change(closingIn(2));
    await page.goto(page.url());
    await page.locator('.services').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await expectAccessible(page, '.page.confirm');
    await office.change(closingIn(-1));
    await page.goto(page.url());
    await expectAccessible(page, '.closed');
    const television = await screen('/display');
    await expectAccessible(television, 'main');
    await office.change(ALWAYS);
    await page.close();
    await television.close();
  });

  it('the lobby TV is accessible while it calls', async () => {
    const page = await screen('/display');
    await expectAccessible(page, '.call.idle');
    await office.at(0, 'finish');
    await office.at(0, 'call-next');
    await expectAccessible(page, '.call.announcing');
    await expectAccessible(page, '.counters .called');
    await office.at(0, 'start');
    await page.close();
  });

  it('an unpaired screen shows its pairing code accessibly', async () => {
    for (const path of ['/kiosk', '/display', '/rating']) {
      const page = await screen(path, FROM_LAN);
      await expectAccessible(page, '.code');
      await page.close();
    }
  });

  it('the desk is accessible at every step of a visit', async () => {
    const page = await screen('/desk');
    const { keyboard } = page;
    await expectAccessible(page, '.sign-in');
    await signIn(page, 'lan', 'sai mật khẩu');
    await expectAccessible(page, '.wrong');
    await page.locator('input[name="password"]').fill(PASSWORD);
    await keyboard.press('Enter');
    await expectAccessible(page, '.work.serving');
    await dialogOf(page, () => keyboard.press('t'));
    await keyboard.press('f');
    await expectAccessible(page, '.work.open');
    await dialogOf(page, () => keyboard.press('p'));
    await keyboard.press('p');
    await page.locator('dialog[open]').waitFor();
    await keyboard.press('1');
    await expectAccessible(page, '.work.paused');
    await keyboard.press('p');
    await page.locator('.work.open').waitFor();
    await page.locator('.waiting .row').first().click();
    await expectAccessible(page, '.waiting-row.open');
    // "Call this one" and "Withdraw" open dialogs; "Reprint" between them does not.
    for (const button of ['first-child', 'last-child']) {
      await dialogOf(page, () => page.locator(`.row-steps button:${button}`).click());
    }
    await keyboard.press('n');
    await expectAccessible(page, '.work.called');
    await keyboard.press('s');
    await page.locator('.work.serving').waitFor();
    await page.close();
  });

  it('the desk is accessible while choosing a counter and managing', async () => {
    const page = await screen('/desk');
    await signIn(page, 'admin', PASSWORD);
    await expectAccessible(page, '.choose');
    const stranger = await open('/display', FROM_LAN);
    await page.locator('.tabs button').last().click();
    await expectAccessible(page, '.pairing-row');
    const people = page.locator('section[aria-labelledby="staff"] .plain-row').nth(1).getByRole('button');
    for (const button of await people.all()) await dialogOf(page, () => button.click());
    await stranger.close();
    await page.close();
  });

  it('the desk is accessible while booking by telephone', async () => {
    const page = await screen('/desk');
    await signIn(page, 'minh', PASSWORD);
    await page.locator('.tabs button').last().click();
    await expectAccessible(page, '.times .time');
    await page.locator('.time:not([aria-disabled="true"])').first().click();
    await expectAccessible(page, '.big-code');
    await dialogOf(page, () => page.locator('.appointment .press').first().click());
    await page.close();
  });

  it('the desk is accessible in a narrow window', async () => {
    const page = await screen('/desk', { viewport: { width: 360, height: 700 } });
    await signIn(page, 'minh', PASSWORD);
    await expectAccessible(page, '.work.serving');
    await page.close();
  });

  it('the rating pad is accessible at every step', async () => {
    const page = await screen('/rating');
    await expectAccessible(page, '.faces');
    await page.locator('.faces button').first().click();
    await expectAccessible(page, '.reasons');
    await page.locator('.numbers button').last().click();
    await expectAccessible(page, '.pad');
    await page.keyboard.press('Escape');
    await page.locator('.done').click();
    await expectAccessible(page, '.thanks');
    await page.locator('.thanks .given').click();
    await page.locator('.faces button').nth(4).click();
    await expectAccessible(page, '.thanks .numbers');
    await page.close();
  });

  it('the printer preview is accessible', async () => {
    const page = await screen('/printer');
    await expectAccessible(page, '.papers img');
    await page.close();
  });
});

describe('without touch', () => {
  it('a visitor takes a ticket in English by Tab and Enter alone', async () => {
    const page = await open('/kiosk');
    const enter = async (name: string) => {
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    };
    await page.locator('.services').waitFor();
    await enter('English');
    await enter('Business registration');
    await enter('Elderly');
    await page.getByText('Please take your ticket below').waitFor();
    await expect.poll(() => page.locator('.result .slip .number').innerText()).toMatch(/^D\d{3}$/);
    await enter('Done');
    await page.getByRole('heading', { name: 'Ông/bà cần làm thủ tục gì?' }).waitFor();
    await page.close();
  });
});

describe('without a server', () => {
  it('every page shows accessibly that the connection is lost', async () => {
    const pages = await Promise.all(['/kiosk', '/rating', '/display', '/desk'].map((path) => open(path)));
    const [kiosk, pad, television, desk] = pages;
    if (!kiosk || !pad || !television || !desk) throw new Error('Four pages were opened.');
    await signIn(desk, 'hoa', PASSWORD);
    await desk.locator('.office').waitFor();
    await kiosk.locator('.services').waitFor();
    await pad.locator('.faces').waitFor();
    await television.locator('.lobby').waitFor();
    await office.server.stop();
    await expectAccessible(kiosk, '.trouble p');
    await expectAccessible(pad, '.trouble p');
    await expectAccessible(television, '.footer.lost');
    await expectAccessible(desk, '.lost:not([hidden])');
  });
});

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.keyboard.press('Enter');
}

/** Opens a dialog, checks it and closes it again. */
async function dialogOf(page: Page, ask: () => Promise<void>): Promise<void> {
  await ask();
  await expectAccessible(page, 'dialog[open]');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name });
  await target.waitFor();
  for (let steps = 0; steps < 40; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches "${name}".`);
}
