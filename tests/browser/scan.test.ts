/** Codes at the scanner of the kiosk and of the rating pad: tickets, come-back slips, citizen cards and others. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { LAN, openOffice, press, type RunningOffice } from '../server/office.ts';
import { issueByRest } from '../server/rest.ts';
import { requestId, type Screen } from '../server/screen.ts';
import { expectAccessible } from './axe.ts';
import { BUILT } from './built-pages.ts';
import { eachWithPage } from './hooks.ts';
import { faultsOf } from './kiosk-faults.ts';
import { scan, scanHalf, WITH_SCANNER } from './scanner.ts';

let page: Page;
let office: RunningOffice;
let desk: Screen<'desk'>;

beforeEach(async () => {
  office = await openOffice(BUILT);
  desk = await office.clerkAt('counter-1', LAN);
});
eachWithPage({ viewport: { width: 1366, height: 768 }, bypassCSP: true, reducedMotion: 'reduce' }, (opened) => {
  ({ page } = opened);
});

const take = async () => (await issueByRest(office, requestId(), 'civil-status')).id;

async function openWithScanner(path: string): Promise<void> {
  await page.clock.install();
  await page.goto(`${office.address}${path}?${WITH_SCANNER}`);
  await page.locator('main button').first().waitFor();
}
const code = (id: string) => `${office.address}/t/${id}`;
const says = (sentence: string) => page.getByText(sentence).first().waitFor();

describe('a scan at the kiosk', () => {
  it('of a ticket shows its state until the visit is over, in both languages', async () => {
    await take();
    const id = await take();
    await openWithScanner('/kiosk');
    await scan(page, code(id));
    await says('Xin ông/bà ngồi chờ gọi số');
    await page.locator('.expected', { hasText: /Trước ông\/bà còn\s*1\s*người cùng lĩnh vực/ }).waitFor();
    expect(await page.locator('.slip .number').textContent()).toBe('A002');
    await expectAccessible(page, '.found');
    expect(await faultsOf(page)).toEqual([]);
    await press(desk, 'call-next', 'start', 'finish', 'call-next');
    await scan(page, code(id));
    await says('Đã đến lượt: mời ông/bà đến quầy 1');
    await page.getByRole('button', { name: 'English' }).click();
    await says('It is your turn: please go to counter 1');
    await expectAccessible(page, '.where.now');
    await press(desk, 'start', 'finish');
    await scan(page, code(id));
    await says('Your visit is complete');
    await page.keyboard.press('-');
    await page.locator('.services').waitFor();
  });

  it('puts a missed visitor back into the line, and of a used slip only shows its state', async () => {
    const id = await take();
    await press(desk, 'call-next', 'miss');
    await openWithScanner('/kiosk');
    await scan(page, id);
    await says('Số của ông/bà đã vào lại hàng chờ');
    await says('Ông/bà là người tiếp theo');
    expect(await faultsOf(page)).toEqual([]);
    await scan(page, id);
    await says('Xin ông/bà ngồi chờ gọi số');
    await press(desk, 'call-next', 'start', 'away');
    await scan(page, id);
    await says('Số của ông/bà đã vào lại hàng chờ');
  });

  it('of a ticket of another day shows a sentence, also in the middle of a choice', async () => {
    await openWithScanner('/kiosk');
    await page.locator('.service').first().click();
    await page.locator('.regular').waitFor();
    await scan(page, code('8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11'));
    await says('Phiếu này không còn dùng được');
    await expectAccessible(page, '[role=alert]');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('-');
    await page.locator('.services').waitFor();
  });

  it('reads the number aloud with the counter that calls it', async () => {
    const id = await take();
    await press(desk, 'call-next');
    await openWithScanner('/kiosk');
    await page.keyboard.press('0');
    await page.locator('.listen-button[aria-pressed=true]').waitFor();
    const spoken = page.waitForResponse(/help\.wav\?step=found-called&language=vi&number=A001&counter=1$/);
    await scan(page, id);
    expect((await spoken).ok()).toBe(true);
  });

  it.each([
    [1080, 1920],
    [1024, 768],
  ])('shows a page that fits %d x %d with larger text and with low buttons', async (width, height) => {
    await page.setViewportSize({ width, height });
    const id = await take();
    await openWithScanner('/kiosk');
    for (const aid of [0, 2]) {
      await page.locator('.aids-button').click();
      await page.locator('.switches button').nth(aid).click();
      await page.locator('.aids .steps button').click();
      await scan(page, id);
      await page.locator('.slip .number').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('-');
      await page.locator('.services').waitFor();
    }
  });
});

describe('a scan at the kiosk of another code than a ticket', () => {
  it('offers the class of the elderly for a citizen card, and stores nothing of the card', async () => {
    const sent: string[] = [];
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    await openWithScanner('/kiosk');
    await scan(page, '089060012345||Le Van A|01021960|Nam|Xa B|');
    await page.locator('.notice p', { hasText: 'ưu tiên người cao tuổi' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.service').first().click();
    await page.locator('.offered').click();
    await page.locator('.slip').waitFor();
    expect(sent.join('')).toContain('"ticketClass":"elderly"');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const secret of ['089060012345', 'Le Van A', '01021960']) {
      expect(sent.join('') + kept + (await page.content())).not.toContain(secret);
    }
  });

  it.each([
    ['half a card', '089060012345|1234567', 'Máy chưa đọc hết thẻ'],
    ['a foreign code', 'https://example.com/menu', 'Mã này không dùng được ở đây'],
  ])('shows a sentence and presses nothing: %s', async (_name, text, sentence) => {
    await openWithScanner('/kiosk');
    await scan(page, text);
    await page.locator('.notice p', { hasText: sentence }).waitFor();
    expect(await page.locator('.services').count()).toBe(1);
  });

  it('shows a sentence when the scan breaks off', async () => {
    await openWithScanner('/kiosk');
    await scanHalf(page, '0890600');
    await page.locator('.notice p', { hasText: 'Máy chưa đọc được mã' }).waitFor();
    expect(await page.locator('.services').count()).toBe(1);
  });
});

describe('a scan at the rating pad', () => {
  it('of a ticket opens the faces, and of a rated ticket shows a sentence', async () => {
    const id = await take();
    await press(desk, 'call-next', 'start', 'finish');
    await openWithScanner('/rating');
    await scan(page, code(id));
    await page.locator('.faces').waitFor();
    await says('Đánh giá cho số A001');
    await page.keyboard.press('5');
    await page.locator('.thanks').waitFor();
    await scan(page, code(id));
    await says('Số A001 đã được đánh giá');
    await expectAccessible(page, '[role=alert]');
  });

  it('shows that a visit is not over, and that another code is no ticket', async () => {
    const id = await take();
    await openWithScanner('/rating');
    await scan(page, code(id));
    await says('Số A001 chưa xong việc');
    await page.keyboard.press('-');
    await page.locator('.faces').waitFor();
    await scan(page, '8934588012345');
    await says('Mã này không phải của phiếu số ở đây');
    expect(await faultsOf(page)).toEqual([]);
  });
});
