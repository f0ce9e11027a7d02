import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import { communeOffice } from '../office.ts';
import { type RunningOffice, startOffice } from '../server/office.ts';
import { expectAccessible } from './axe.ts';
import { BUILT } from './built-pages.ts';
import { typeByHand } from './by-hand.ts';
import { eachWithPage } from './hooks.ts';
import { faultsOf, outOfReach } from './kiosk-faults.ts';

const AIDS = ['big-text', 'contrast', 'reach'];
const SIZES: [width: number, height: number][] = [
  [1920, 1080],
  [1080, 1920],
  [1366, 768],
  [1024, 768],
];
/** Contrast of 7:1 instead of 4.5:1. */
const AAA = ['color-contrast-enhanced'];

/** Replacements in a view: the session is nearly over, and the next one is in the afternoon. */
const TOO_LATE = {
  '"thisSession":"likely"': '"thisSession":"uncertain"',
  '"nextSession":null': '"nextSession":{"opensAt":1795415400000,"today":true}',
};

let office: RunningOffice;
let page: Page;

beforeAll(async () => {
  const started = await startOffice({ ...BUILT, office: { printer: communeOffice.printer } });
  office = started.office;
  return started.close;
});
// With reduced motion, because in the middle of an animation a button has a contrast that is not its own.
eachWithPage({ viewport: { width: 1366, height: 768 }, bypassCSP: true, reducedMotion: 'reduce' }, (opened) => {
  ({ page } = opened);
});

async function visit(path: string, aid?: string): Promise<void> {
  await page.goto(office.address + path);
  await page.locator('main button').first().waitFor();
  if (aid !== undefined) await switchOn(aid);
}

async function switchOn(aid: string): Promise<void> {
  await page.locator('.aids-button').click();
  await page.locator('.switches button').nth(AIDS.indexOf(aid)).click();
  await page.locator('.aids .steps button').click();
}

/** Replaces texts in all messages of the server, to show rare states. */
async function pretend(words: Record<string, string>): Promise<void> {
  const rewrite = (message: string) =>
    Object.entries(words).reduce((said, [from, to]) => said.replaceAll(from, to), message);
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const office = socket.connectToServer();
    office.onMessage((message) => socket.send(typeof message === 'string' ? rewrite(message) : message));
  });
}

/** Opens all pages of the ticket kiosk one after another and calls `look` on each. */
async function walkTicket(look: (where: string) => Promise<void>): Promise<void> {
  await look('services');
  await page.locator('.aids-button').click();
  await page.locator('.switches').waitFor();
  await look('aids');
  await page.locator('.aids-button').click();
  await page.locator('.booked').click();
  await page.locator('.code-pad').waitFor();
  await look('code');
  for (const digit of '654321') await page.locator('.digits button', { hasText: digit }).click();
  await page.locator('.mistyped span').waitFor();
  await look('wrong code');
  await page.locator('.steps button').first().click();
  await page.locator('.service').first().click();
  await page.locator('.regular').waitFor();
  await look('classes');
  await page.locator('.for-others').click();
  await page.locator('.counting').waitFor();
  await look('dossiers');
  await page.locator('.count.more').click();
  await page.locator('.typed').waitFor();
  await look('many dossiers');
  await page.locator('.steps button').first().click();
  await page.locator('.counting').waitFor();
  await page.locator('.steps button').first().click();
  await page.locator('.regular').click();
  await page.locator('.paper.good').waitFor();
  await look('result');
}

async function walkRating(look: (where: string) => Promise<void>): Promise<void> {
  await look('faces');
  await page.locator('.faces button').nth(4).click();
  await page.locator('.thanks .numbers').waitFor();
  await look('thanks');
  await page.locator('.again').click();
  await page.locator('.faces button').first().click();
  await page.locator('.reasons').waitFor();
  await look('reasons');
  await page.locator('.numbers button').last().click();
  await page.locator('.pad').waitFor();
  await look('number');
  await page.locator('.steps button').first().click();
  await page.locator('.done').click();
  await page.locator('.thanks').waitFor();
  await look('thanks after a low vote');
}

/** Aids that change the layout; contrast is tested below. */
const modes = ['big-text', 'reach'].flatMap((aid) =>
  SIZES.map(([width, height]): [string, number, number] => [aid, width, height]),
);

describe.each(modes)('%s at %d x %d', (aid, width, height) => {
  const faults: string[] = [];
  const look = async (where: string) => {
    faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
    if (aid === 'reach') faults.push(...(await outOfReach(page)).map((name) => `${where}: ${name} is too high`));
  };

  beforeEach(async () => {
    faults.length = 0;
    await page.setViewportSize({ width, height });
  });

  it('lets the ticket kiosk fit without scrolling, with large buttons and no violations of axe', async () => {
    await visit('/kiosk', aid);
    await walkTicket(look);
    expect(faults).toEqual([]);
  });

  it('lets the page of a short session fit in the same way', async () => {
    await pretend(TOO_LATE);
    await visit('/kiosk', aid);
    await page.locator('.service').first().click();
    await page.locator('.regular').click();
    await page.locator('.ways-on button').nth(2).waitFor();
    await look('confirm');
    expect(faults).toEqual([]);
  });

  it('lets the rating pad fit in the same way', async () => {
    await visit('/rating', aid);
    await walkRating(look);
    expect(faults).toEqual([]);
  });
});

describe.each(LANGUAGES)('the dark contrast mode in %s', (language) => {
  it('has the contrast of level AAA on every page', async () => {
    const faults: string[] = [];
    const look = async (where: string) => {
      faults.push(...(await faultsOf(page, AAA)).map((fault) => `${where}: ${fault}`));
    };
    await visit(`/kiosk?lang=${language}`, 'contrast');
    await walkTicket(look);
    await visit(`/rating?lang=${language}`, 'contrast');
    await walkRating(look);
    expect(faults).toEqual([]);
  });

  it.each([
    ['no paper', { '"printer":"ok"': '"printer":"paper-out"', '"state":"printed"': '"state":"failed"' }, '.no-paper'],
    ['too little time', TOO_LATE, '.ways-on'],
  ])('has the contrast of level AAA on the page with %s', async (_name, words, sign) => {
    await pretend(words);
    await visit(`/kiosk?lang=${language}`, 'contrast');
    expect(await faultsOf(page, AAA)).toEqual([]);
    await page.locator('.service').first().click();
    await page.locator('.regular').click();
    await page.locator(sign).waitFor();
    expect(await faultsOf(page, AAA)).toEqual([]);
  });

  it('has the contrast of level AAA on the page of a closed office', async () => {
    await pretend({ '"opening":{"state":"open"': '"opening":{"state":"closed","opensAt":1795392000000' });
    await page.goto(`${office.address}/kiosk?lang=${language}`);
    await page.locator('.closed').waitFor();
    await switchOn('contrast');
    expect(await faultsOf(page, AAA)).toEqual([]);
  });
});

describe('accessibility aids', () => {
  it('are switched off after a warning when the kiosk is not touched', async () => {
    await page.clock.install();
    await visit('/kiosk', 'contrast');
    await page.clock.runFor(75_000);
    await page.locator('.still-there').waitFor();
    expect(await faultsOf(page, AAA)).toEqual([]);
    await page.keyboard.press('1');
    await page.locator('.still-there').waitFor({ state: 'detached' });
    expect(await page.locator('html').getAttribute('data-aids')).toBe('contrast');
    await page.clock.runFor(91_000);
    await expect.poll(() => page.locator('html').getAttribute('data-aids')).toBe('');
  });

  it('leave every switch within reach with larger text and low buttons together', async () => {
    await visit('/kiosk', 'big-text');
    await page.locator('.aids-button').click();
    await page.locator('.switches button').nth(AIDS.indexOf('reach')).click();
    await page.locator('html[data-aids~=reach]').waitFor();
    expect((await faultsOf(page)).filter((fault) => fault !== 'the page scrolls')).toEqual([]);
  });

  it.each([
    [683, 384],
    [512, 384],
    [540, 960],
  ])('let a visitor reach every service by buttons at 200 percent zoom, %d x %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    await visit('/kiosk');
    const last = page.locator('.service').last();
    const top = () =>
      page.evaluate(() => [...document.querySelectorAll('main, .scrolls')].map((each) => each.scrollTop).join());
    const down = page.locator('.turner button').last();
    const inSight = () => last.evaluate((tile) => tile.getBoundingClientRect().top < innerHeight - 91 - 76);
    for (let turns = 0; turns < 9 && !(await inSight()); turns += 1) {
      const before = await top();
      await down.click();
      await expect.poll(top).not.toBe(before);
    }
    expect(await inSight()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describe('a visitor with a number pad alone', () => {
  it('takes a ticket, and each choice shows its key', async () => {
    await visit('/kiosk');
    await page.keyboard.press('*');
    await page.locator('html[lang=en][data-keys]').waitFor();
    const shown = await page
      .locator('main .tile')
      .evaluateAll((tiles) => tiles.map((tile) => getComputedStyle(tile, '::after').content));
    expect(shown).toEqual(['"1"', '"2"', '"3"', '"4"', '"5"', '"6"']);
    await page.keyboard.press('+');
    await page.locator('.switches').waitFor();
    await page.keyboard.press('2');
    await page.locator('html[data-aids=contrast]').waitFor();
    await page.keyboard.press('-');
    await page.locator('.services').waitFor();
    await page.keyboard.press('3');
    await page.locator('.regular').waitFor();
    expect(await faultsOf(page, AAA)).toEqual([]);
    await page.keyboard.press('-');
    await page.locator('.services').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('service');
    await page.keyboard.press('Enter');
    await page.locator('.regular').waitFor();
    await page.keyboard.press('2');
    await page.locator('.slip').waitFor();
    await page.keyboard.press('-');
    await page.locator('html[lang=vi]:not([data-keys])').waitFor();
  });

  it('rates a visit, and digit keys choose the letter first', async () => {
    await visit('/rating');
    await page.keyboard.press('1');
    await page.locator('.reasons').waitFor();
    await page.keyboard.press('2');
    await page.locator('.reasons [aria-pressed=true]').waitFor();
    await page.keyboard.press('7');
    await page.locator('.pad').waitFor();
    const listen = page.locator('.listen-button');
    expect(await listen.evaluate((button) => getComputedStyle(button, '::after').content)).toBe('"/"');
    await typeByHand(page, '19.012');
    expect(await page.locator('.typed').textContent()).toBe('A012');
    await page.keyboard.press('Enter');
    await page.locator('.numbers [aria-pressed=true]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]').waitFor();
    await page.keyboard.press('-');
    await page.locator('.faces').waitFor();
  });
});

describe('spoken help', () => {
  /** Keeps all audio elements of the page in its variable `players`. */
  async function keepPlayers(): Promise<void> {
    await page.addInitScript(() => {
      const players: HTMLAudioElement[] = [];
      Object.assign(window, { players });
      const Player = window.Audio;
      window.Audio = class extends Player {
        constructor() {
          super();
          players.push(this);
        }
      };
    });
  }

  it('starts on request, continues at each step, and ends with the visit', async () => {
    const heard: string[] = [];
    page.on('response', (response) => {
      const { pathname, search } = new URL(response.url());
      if (pathname === '/voice/help.wav') heard.push(`${response.status() < 300} ${search}`);
    });
    await keepPlayers();
    await visit('/kiosk');
    await page.keyboard.press('0');
    await expect.poll(() => heard).toContain('true ?step=services&language=vi&appointments=1');
    await page.waitForFunction('players[0].currentTime > 0.2');
    await page.keyboard.press('1');
    await expect.poll(() => heard).toContain('true ?step=class&language=vi');
    await page.keyboard.press('1');
    await page.locator('.slip').waitFor();
    const number = await page.locator('.slip .number').textContent();
    await expect.poll(() => heard).toContain(`true ?step=result&language=vi&number=${number}&slot=below`);
    await page.locator('.steps .done').click();
    await page.locator('.listen-button[aria-pressed=false]').waitFor();
    expect(await page.evaluate('players.length === 1 && players[0].paused')).toBe(true);
  });

  it('answers a key whose button is disabled', async () => {
    await visit('/rating');
    await page.keyboard.press('0');
    await page.keyboard.press('1');
    await page.locator('.reasons').waitFor();
    await page.keyboard.press('7');
    await page.locator('.pad').waitFor();
    const answer = page.waitForResponse(/help\.wav\?step=refused/);
    await page.keyboard.press('Enter');
    await answer;
  });

  it('is stopped by a press while it speaks', async () => {
    await keepPlayers();
    await visit('/rating');
    const listen = page.locator('.listen-button');
    await listen.click();
    await page.waitForFunction('players[0]?.currentTime > 0');
    // Loops, so that it still speaks when the next press comes late.
    await page.evaluate('players[0].loop = true');
    await listen.click();
    await page.locator('.listen-button[aria-pressed=false]').waitFor();
    expect(await page.evaluate('players[0].paused')).toBe(true);
  });
});

it('the calibration by a card sets the size of 20 mm on the kiosk', async () => {
  await page.goto(`${office.address}/kiosk/calibrate`);
  await expectAccessible(page, '.card');
  const corner = await page.locator('.corner').boundingBox();
  const card = await page.locator('.card').boundingBox();
  if (!corner || !card) throw new Error('There is no card to drag.');
  await page.mouse.move(corner.x + 22, corner.y + 22);
  await page.mouse.down();
  await page.mouse.move(card.x + 428, card.y + 270);
  await page.mouse.up();
  // The browser delivers a movement with its next frame, which on a busy machine is later than this call returns.
  await expect.poll(async () => (await page.locator('.proof').boundingBox())?.width).toBeCloseTo(100, 0);
  await page.keyboard.press('Enter');
  await page.locator('.figure', { hasText: 'Đã lưu: 5,00' }).waitFor();
  await visit('/kiosk');
  const height = await page.locator('.aids-button').evaluate((button) => button.getBoundingClientRect().height);
  expect(height).toBeCloseTo(100, 0);
});
