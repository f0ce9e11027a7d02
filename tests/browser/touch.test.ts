/** Hands on the glass of the kiosk and the rating pad: several contacts at once, and fingers that slide. */
import type { CDPSession, Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { communeOffice } from '../office.ts';
import { type RunningOffice, startOffice } from '../server/office.ts';
import { BUILT } from './built-pages.ts';
import { eachWithPage } from './hooks.ts';

interface Contact {
  id: number;
  x: number;
  y: number;
}

let office: RunningOffice;
let page: Page;
let glass: CDPSession;
/** The contacts on the glass. */
let contacts: Contact[];

beforeAll(async () => {
  const started = await startOffice({ ...BUILT, office: { printer: communeOffice.printer } });
  office = started.office;
  return started.close;
});
eachWithPage({ viewport: { width: 1366, height: 768 }, hasTouch: true, reducedMotion: 'reduce' }, (opened) => {
  ({ page } = opened);
});
beforeEach(async () => {
  glass = await page.context().newCDPSession(page);
  contacts = [];
});

async function visit(path: string): Promise<void> {
  await page.goto(office.address + path);
  await page.locator('main button').first().waitFor();
}

async function send(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Contact[]): Promise<void> {
  await glass.send('Input.dispatchTouchEvent', { type, touchPoints });
}

async function down(id: number, x: number, y: number): Promise<void> {
  contacts = [...contacts, { id, x, y }];
  await send('touchStart', contacts);
}

async function slide(id: number, x: number, y: number): Promise<void> {
  contacts = contacts.map((contact) => (contact.id === id ? { id, x, y } : contact));
  await send('touchMove', contacts);
}

async function up(id: number): Promise<void> {
  // Of this kind, Chromium expects the contacts that end.
  const ended = contacts.filter((contact) => contact.id === id);
  contacts = contacts.filter((contact) => contact.id !== id);
  await send('touchEnd', ended);
}

async function middleOf(button: Locator): Promise<[x: number, y: number]> {
  const box = await button.boundingBox();
  if (!box) throw new Error('There is no such button.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function tap(id: number, button: Locator): Promise<void> {
  await down(id, ...(await middleOf(button)));
  await up(id);
}

const service = (place: number) => page.locator('.service').nth(place);
const chosen = (letter: string) => page.locator('.chosen .name', { hasText: `${letter} · ` }).waitFor();
/** Resolves when the page has handled all touches so far. */
const handled = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const HAND = 1;
const FINGER = 2;

describe('a hand that rests on the glass', () => {
  it.each([
    ['beside the buttons', 3, 760],
    ['on another button', 1000, 300],
  ])('%s lets a finger choose', async (_where, x, y) => {
    await visit('/kiosk');
    await down(HAND, x, y);
    await tap(FINGER, service(0));
    await chosen('A');
    await up(HAND);
    await handled();
    expect(await page.locator('.regular').count()).toBe(1);
    await tap(FINGER, page.locator('.regular'));
    await page.locator('.slip').waitFor();
  });

  it('presses nothing when it leaves after the page has changed', async () => {
    await visit('/kiosk');
    await down(HAND, ...(await middleOf(service(1))));
    await tap(FINGER, service(0));
    await chosen('A');
    await up(HAND);
    await handled();
    expect(await page.locator('.regular').count()).toBe(1);
  });

  it('lets a visitor rate', async () => {
    await visit('/rating');
    await down(HAND, 3, 700);
    await tap(FINGER, page.locator('.faces button').first());
    await page.locator('.reasons').waitFor();
    await tap(FINGER, page.locator('.done'));
    await page.locator('.thanks').waitFor();
  });

  it('of another person presses only its own button, and digits of two thumbs all count', async () => {
    await visit('/rating');
    await tap(FINGER, page.locator('.faces button').nth(4));
    await tap(FINGER, page.locator('.numbers button').last());
    const letter = page.locator('.letters button').first();
    await letter.waitFor();
    await tap(FINGER, letter);
    const digit = (place: number) => page.locator('.digits button').nth(place);
    await down(1, ...(await middleOf(digit(0))));
    await down(2, ...(await middleOf(digit(1))));
    await up(1);
    await down(3, ...(await middleOf(digit(2))));
    await up(2);
    await up(3);
    await page.locator('.typed', { hasText: 'A123' }).waitFor();
  });
});

describe('a finger that slides', () => {
  it.each([
    [30, 0],
    [0, 30],
    [-20, -22],
  ])('by %d and %d pixels while it presses still presses', async (right, below) => {
    await visit('/kiosk');
    const [x, y] = await middleOf(service(2));
    await down(FINGER, x, y);
    for (const part of [0.3, 0.6, 1]) await slide(FINGER, x + right * part, y + below * part);
    await up(FINGER);
    await chosen('C');
  });

  it('still presses a face of the rating pad', async () => {
    await visit('/rating');
    const [x, y] = await middleOf(page.locator('.faces button').nth(4));
    await down(FINGER, x, y);
    for (const part of [10, 20, 30]) await slide(FINGER, x + part, y);
    await up(FINGER);
    await page.locator('.thanks').waitFor();
  });

  it('still presses on a page that scrolls', async () => {
    await page.setViewportSize({ width: 1024, height: 500 });
    await visit('/kiosk');
    const [x, y] = await middleOf(service(2));
    await down(FINGER, x, y);
    for (const part of [10, 20, 30]) await slide(FINGER, x, y - part);
    await up(FINGER);
    await chosen('C');
  });

  it('far over the page scrolls it, and presses nothing', async () => {
    await page.setViewportSize({ width: 1024, height: 500 });
    await visit('/kiosk');
    const [x, y] = await middleOf(service(2));
    await down(FINGER, x, y);
    for (let part = 20; part <= 160; part += 20) await slide(FINGER, x, y - part);
    await up(FINGER);
    await expect.poll(() => page.locator('.services').evaluate((list) => list.scrollTop)).toBeGreaterThan(50);
    expect(await page.locator('.services').count()).toBe(1);
  });
});

it('a tap presses once', async () => {
  await visit('/kiosk');
  await page.evaluate(() => {
    const clicks: string[] = [];
    Object.assign(window, { clicks });
    document.addEventListener('click', ({ target }) => clicks.push((target as Element).tagName), true);
  });
  await tap(FINGER, service(0));
  await chosen('A');
  await handled();
  expect(await page.evaluate('clicks.length')).toBe(1);
});
