import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LOST_FOR_LONG } from '../../display/parts/stage.ts';
import { MINUTE } from '../../shared/time.ts';
import type { Hall } from '../display/hall.ts';
import { announced, call, hallView, services } from '../display/views.ts';
import { violationsOf } from './axe.ts';
import { eachWithHall } from './hooks.ts';

const MORNING = Date.parse('2026-11-23T02:15:22Z');
const RATED = {
  ratings: 128,
  satisfied: 0.914,
  levels: [2, 3, 6, 41, 76],
  anonymous: 6,
  visits: 173,
  shown: { votes: 128, satisfied: 0.914, levels: [2, 3, 6, 41, 76], order: 'best-first' as const },
  month: { ratings: 1240, satisfied: 0.927, visits: 1803 },
};
const BUSY = hallView({ calls: [call('A012', 3, 'called'), call('B007', 1)], satisfaction: RATED });

let hall: Hall;
let page: Page;

eachWithHall({ viewport: { width: 1280, height: 720 } }, (opened) => {
  ({ hall, page } = opened);
});

const number = () => page.locator('.huge .number');

describe('the lobby TV', () => {
  it('shows the announced call largest, then the next one', async () => {
    hall.show(BUSY, MORNING);
    await page.goto(hall.address);
    await expect.poll(() => number().textContent()).toBe('A012');
    const calls = [call('C004', 4, 'called'), call('E001', 2, 'called'), ...BUSY.calls];
    const announcements = [announced(1, 'E001', 2, MORNING), announced(2, 'C004', 4, MORNING)];
    hall.show({ ...BUSY, calls, announcements }, MORNING);
    await page.locator('.call.announcing .number:text-is("E001")').waitFor();
    expect(await page.locator('.spoken').textContent()).toBe('Mời công dân có số E001 đến quầy 2.');
    await page.locator('.call.announcing .number:text-is("C004")').waitFor();
    await page.locator('.call.called').waitFor();
    expect(await number().textContent()).toBe('C004');
  });

  it.each([
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
    [1280, 800],
  ])('has figures of at least 22 percent of the height at %d x %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    hall.show(BUSY, MORNING);
    await page.goto(hall.address);
    await number().waitFor();
    const cap = await page.evaluate(() => {
      const brush = document.createElement('canvas').getContext('2d');
      const style = getComputedStyle(document.querySelector('.huge .number') ?? document.body);
      if (!brush) return 0;
      brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      return brush.measureText('A').actualBoundingBoxAscent;
    });
    expect(cap / height).toBeGreaterThan(0.22);
  });

  it('does not invite visitors to take a number while none can be issued', async () => {
    const health = { storage: 'unavailable', clock: 'ok', printer: 'ok' } as const;
    hall.show(hallView({ health }), MORNING);
    await page.goto(hall.address);
    await page.locator('.welcome', { hasText: 'Tạm thời chưa phát số được' }).waitFor();
    expect(await page.locator('.welcome').innerText()).toContain('No numbers can be given just now');
    expect(await page.locator('.welcome').innerText()).not.toContain('lấy số tại máy');
    hall.show(hallView(), MORNING);
    await page.locator('.welcome', { hasText: 'lấy số tại máy' }).waitFor();
  });

  it('updates the satisfaction when a rating arrives', async () => {
    hall.show(hallView(), MORNING);
    await page.goto(hall.address);
    await page.getByText('mời quý vị đánh giá').waitFor();
    hall.show(BUSY, MORNING);
    await page.getByText('91%').waitFor();
    await page.getByText('128 đánh giá / 173 lượt (74%) · 6 phiếu ẩn danh, tính riêng').waitFor();
  });

  it('keeps the last calls with a warning while the connection is lost, and recovers by itself', async () => {
    hall.show(BUSY, MORNING);
    await page.goto(hall.address);
    await number().waitFor();
    hall.drop();
    await page.getByText('Mất kết nối với máy chủ').waitFor();
    expect(await number().textContent()).toBe('A012');
    hall.restore();
    await page.getByText('Mất kết nối với máy chủ').waitFor({ state: 'detached' });
  });

  it('shows the last calls on the offline screen when the connection is lost for long', async () => {
    await page.clock.install();
    hall.show(BUSY, MORNING);
    await page.goto(hall.address);
    await number().waitFor();
    hall.drop();
    await page.locator('.footer.lost').waitFor();
    await page.clock.fastForward(LOST_FOR_LONG);
    await page.locator('.long-lost li', { hasText: 'A012' }).waitFor();
    expect(await page.locator('.long-lost li').allTextContents()).toEqual([
      'A012Quầy 3Counter 3',
      'B007Quầy 1Counter 1',
    ]);
    hall.restore();
    await page.clock.fastForward(5_000);
    await number().waitFor();
  });

  it('goes dark half an hour after closing, and shows the hall again before opening', async () => {
    await page.clock.install();
    const opensAt = MORNING + 600 * MINUTE;
    const closed = hallView({ opening: { state: 'closed', opensAt } });
    hall.show(closed, MORNING);
    await page.goto(hall.address);
    await page.locator('.lobby').waitFor();
    hall.greet(closed, MORNING + 31 * MINUTE);
    await page.clock.fastForward(31 * MINUTE);
    await page.locator('.night').waitFor();
    expect(await page.locator('.night .time').textContent()).toBe('09:46');
    hall.greet(closed, opensAt - 29 * MINUTE);
    await page.clock.fastForward(540 * MINUTE);
    await page.locator('.lobby').waitFor();
  });

  it('gets the current view at once after a sleep of a week, and announces no old call', async () => {
    await page.clock.install();
    hall.show({ ...BUSY, announcements: [announced(1, 'A012', 3, MORNING)] }, MORNING);
    await page.goto(hall.address);
    await page.locator('.call.announcing').waitFor();
    const today = MORNING + 7 * 24 * 60 * MINUTE;
    const stale = { ...announced(4, 'A003', 2, today - 10 * MINUTE), day: '2026-11-30' };
    hall.greet({ ...BUSY, calls: [call('A003', 2)], announcements: [stale] }, today);
    await page.clock.fastForward(7 * 24 * 60 * MINUTE);
    await page.locator('.call.serving .number:text-is("A003")').waitFor();
    expect(await page.locator('.header .date').textContent()).toBe('Thứ Hai, 30/11/2026');
    expect(await page.locator('.call.announcing').count()).toBe(0);
  });

  it('warns when the office is connected but has sent no view for more than 45 s', async () => {
    await page.clock.install();
    hall.show(BUSY, MORNING);
    const opened = page.waitForEvent('websocket');
    await page.goto(hall.address);
    await number().waitFor();
    expect(await page.locator('.outdated').count()).toBe(0);
    const socket = await opened;
    for (let passed = 0; passed < 46_000; passed += 15_000) {
      await page.clock.fastForward(15_000);
      // When the second ping arrives, the page has handled the first one.
      await socket.waitForEvent('framereceived');
      await socket.waitForEvent('framereceived');
    }
    await page.locator('.outdated').waitFor();
  });

  it('shows calls without sound and asks for a key press', async () => {
    await page.addInitScript(
      "Object.defineProperty(AudioContext.prototype, 'state', { get() { return window.allowed ? 'running' : 'suspended' } })",
    );
    hall.show({ ...BUSY, announcements: [announced(1, 'A012', 3, MORNING)] }, MORNING);
    await page.goto(hall.address);
    await page.locator('.call.announcing').waitFor();
    await page.getByRole('button', { name: 'Bấm để bật âm thanh' }).waitFor();
    await page.locator('.call.called').waitFor();
    await page.evaluate('window.allowed = true');
    await page.keyboard.press('Enter');
    await page.getByRole('button').waitFor({ state: 'detached' });
  });

  it('shows the pairing code in two groups', async () => {
    hall.pair('482915');
    await page.goto(hall.address);
    await expect.poll(() => page.locator('.code span').allTextContents()).toEqual(['482', '915']);
  });

  it.each(['vi', 'en'])('passes axe in %s, busy, idle and closed', async (language) => {
    const opensAt = Date.parse('2026-11-25T00:30:00Z');
    const views = [
      { ...BUSY, services: services(8) },
      hallView(),
      hallView({ counters: [], opening: { state: 'closed', opensAt } }),
    ];
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const view of views) {
      hall.show(view, MORNING);
      await page.goto(`${hall.address}?lang=${language}`);
      await page.locator('.lobby').waitFor();
      expect(await violationsOf(page)).toEqual([]);
    }
  });
});
