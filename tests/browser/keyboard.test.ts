/** Number pads and scanners at machines with other keyboard states, and lists with more choices than a number pad has keys. */
import type { CDPSession, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { communeOffice } from '../office.ts';
import { eachWithPage } from './hooks.ts';
import { StagedOffice } from './staged-office.ts';

const MORE = [...'FGHIJKLMN'].map((letter) => ({
  id: `more-${letter.toLowerCase()}`,
  letter,
  name: { vi: `Lĩnh vực ${letter}`, en: `Service ${letter}` },
  dailyLimit: null,
  appointments: null,
  examples: null,
  pictogram: null,
  informationDesk: letter === 'N',
}));
/** With the appointments, 15 choices; the last is the information desk. */
const ALL = 15;

let page: Page;
let office: StagedOffice;

beforeAll(async () => {
  const services = [...communeOffice.services, ...MORE];
  const counters = communeOffice.counters.map((counter) => ({ ...counter, services: services.map(({ id }) => id) }));
  office = await StagedOffice.open(Date.parse('2026-11-23T09:00:00+07:00'), { services, counters });
  return () => office.close();
});
eachWithPage({ viewport: { width: 1366, height: 768 }, bypassCSP: true, reducedMotion: 'reduce' }, (opened) => {
  ({ page } = opened);
});

async function visit(path: string): Promise<void> {
  await page.goto(office.address + path);
  await page.locator('main button').first().waitFor();
}

/** The page's time passes only by `runFor`, so that a slow machine causes no pause between two keys. */
async function stopTime(): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** The addresses of spoken help that the page requests, without what is before the question mark. */
function spokenOn(opened: Page): string[] {
  const heard: string[] = [];
  opened.on('response', (response) => {
    const { pathname, search } = new URL(response.url());
    if (pathname === '/voice/help.wav') heard.push(`${response.ok()} ${search}`);
  });
  return heard;
}

/** Presses a key with the code of its place and the name that the state of the keyboard gives it. */
async function pressAt(session: CDPSession, code: string, key: string, modifiers = 0): Promise<void> {
  const text = key.length === 1 ? { text: key } : {};
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, modifiers, ...text });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key });
}

/** The bit of this key in the `modifiers` of Chromium's protocol. */
const SHIFT = 8;
const US_PLACES: Record<string, string> = { ':': 'Semicolon', '/': 'Slash', '.': 'Period', '-': 'Minus' };
const placeOf = (character: string) =>
  US_PLACES[character] ?? (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`);

/** Types a text as a scanner does, each character as the keyboard's state shows it. */
async function scanAs(text: string, shown: (character: string) => string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const character of text) {
    await pressAt(session, placeOf(character), shown(character), character === ':' ? SHIFT : 0);
  }
  await pressAt(session, 'Enter', 'Enter');
}

const capsLock = (character: string) => character.toUpperCase();
/** The Vietnamese layout of Windows has letters with tones in place of the digits. */
const vietnamese = (character: string) => (/\d/.test(character) ? 'đăâêôằẳẵắấ'.charAt(Number(character)) : character);
const inputMethod = () => 'Process';

describe('a scanner', () => {
  it.each([
    ['with Caps Lock on', capsLock],
    ['with the Vietnamese layout', vietnamese],
    ['with an input method on', inputMethod],
  ])('opens the page of a ticket %s', async (_state, shown) => {
    const id = await office.ticket('civil-status');
    await stopTime();
    await visit('/kiosk');
    await scanAs(`${office.address}/t/${id}`, shown);
    await page.locator('.slip .number', { hasText: 'A00' }).waitFor();
  });

  it.each(['/kiosk', '/rating'])('that is slow presses no button of %s', async (path) => {
    await stopTime();
    await visit(path);
    const session = await page.context().newCDPSession(page);
    await page.evaluate(() => {
      const presses: string[] = [];
      Object.assign(window, { presses });
      document.addEventListener('click', ({ target }) => presses.push((target as Element).textContent ?? ''), true);
    });
    for (const character of 'https://x/t/123456789') {
      await pressAt(session, placeOf(character), character);
      await page.clock.runFor(140);
    }
    await pressAt(session, 'Enter', 'Enter');
    await page.locator('.notice p').waitFor();
    expect(await page.evaluate('presses')).toEqual([]);
  });
});

describe('a number pad', () => {
  it('without Num Lock chooses, goes back and types a number', async () => {
    await visit('/kiosk');
    const session = await page.context().newCDPSession(page);
    await pressAt(session, 'Numpad2', 'ArrowDown');
    await page.locator('.regular').waitFor();
    await pressAt(session, 'NumpadSubtract', '-');
    await page.locator('.services').waitFor();
    await visit('/rating');
    await pressAt(session, 'Numpad1', 'End');
    await page.locator('.reasons').waitFor();
    // The key after the six reasons leads to the digits where no visit is finished.
    await pressAt(session, 'Numpad7', 'Home');
    await page.locator('.pad').waitFor();
    const typed = page.locator('.typed');
    for (const [code, key, text] of [
      ['Numpad1', 'End', 'A___'],
      ['Numpad5', 'Clear', 'A5'],
      ['NumpadDecimal', 'Delete', 'A___'],
      ['Numpad0', 'Insert', 'A0'],
    ] as const) {
      await pressAt(session, code, key);
      await page.locator('.typed', { hasText: text }).waitFor();
    }
    expect(await typed.textContent()).toBe('A0');
  });
});

describe('a list of fifteen choices', () => {
  const shownKeys = () =>
    page.locator('main .tile').evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-key')));
  const first = Array.from({ length: 9 }, (_, index) => `${index + 1}`);
  const second = Array.from({ length: ALL - 9 }, (_, index) => `${index + 1}`);

  it('has a key for each, of which nine are shown at a time', async () => {
    await visit('/kiosk');
    expect(await shownKeys()).toEqual([...first, ...second.map((key) => `.${key}`)]);
    await page.keyboard.press('.');
    await page.locator('.service:first-child[data-key=".1"]').waitFor();
    expect(await shownKeys()).toEqual([...first.map((key) => `.${key}`), ...second]);
    await page.keyboard.press(`${ALL - 9}`);
    await page.locator('.chosen .name', { hasText: 'Lĩnh vực N' }).waitFor();
    // The next page starts with its first nine choices.
    await page.keyboard.press('-');
    await page.locator('.services').waitFor();
    expect((await shownKeys())[0]).toBe('1');
  });

  it('is spoken group by group, with the appointments, and the tenth choice takes a ticket', async () => {
    const heard = spokenOn(page);
    await visit('/kiosk');
    await page.keyboard.press('0');
    await expect.poll(() => heard).toContain('true ?step=services&language=vi&appointments=1');
    await page.keyboard.press('.');
    await expect.poll(() => heard).toContain('true ?step=services&language=vi&appointments=1&group=1');
    await page.keyboard.press('1');
    await page.locator('.chosen .name', { hasText: 'Lĩnh vực J' }).waitFor();
  });

  it('speaks each button to which an arrow moves the focus', async () => {
    const heard = spokenOn(page);
    await visit('/kiosk');
    await page.keyboard.press('0');
    await page.locator('.listen-button[aria-pressed=true]').waitFor();
    const buttons = await page.locator('button:enabled').count();
    for (let step = 1; step <= buttons; step += 1) {
      const before = heard.filter((each) => each.includes('focus=')).length;
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => heard.filter((each) => each.includes('focus=')).length).toBe(before + 1);
    }
    const focused = heard.filter((each) => each.includes('focus='));
    expect(new Set(focused).size).toBe(buttons);
    expect(focused.filter((each) => !each.startsWith('true'))).toEqual([]);
  });

  it('of letters lets the tenth be chosen at the rating pad', async () => {
    await visit('/rating');
    await page.keyboard.press('1');
    await page.locator('.reasons').waitFor();
    await page.keyboard.press('7');
    await page.locator('.pad').waitFor();
    await page.keyboard.press('.');
    await page.locator('.letters [data-key=".1"]').waitFor();
    await page.keyboard.press('1');
    await page.locator('.typed', { hasText: 'J' }).waitFor();
  });
});
