import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STAND } from '../../display/lobby/current-call.ts';
import { LOST_IN_FOOT, LOST_ON_STAGE } from '../../display/parts/stage.ts';
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
const BUSY = hallView({
  calls: [call('A012', 3, 'called'), call('B007', 1)],
  announcements: [announced(1, 'A012', 3, MORNING)],
  satisfaction: RATED,
});

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
    const announcements = [...BUSY.announcements, announced(2, 'E001', 2, MORNING), announced(3, 'C004', 4, MORNING)];
    hall.show({ ...BUSY, calls, announcements }, MORNING);
    await page.locator('.call.announcing .number:text-is("E001")').waitFor();
    expect(await page.locator('.spoken').textContent()).toBe('Mời công dân có số E001 đến quầy 2.');
    await page.locator('.call.announcing .number:text-is("C004")').waitFor();
    await page.locator('.call.called').waitFor();
    expect(await number().textContent()).toBe('C004');
    // All three visitors are still on the way: their rows stay marked, whatever the stage shows.
    expect(await page.locator('.counters .called .ticket').allTextContents()).toEqual(['E001', 'A012', 'C004']);
  });

  it('shows every working counter at its own place, and the call on the stage for ten seconds only', async () => {
    await page.clock.install();
    hall.show(BUSY, MORNING);
    await page.goto(hall.address);
    await page.locator('.call.announcing').waitFor();
    await page.clock.runFor(STAND + 2_000);
    await page.locator('.call.idle').waitFor();
    const rows = () =>
      page
        .locator('.counters li')
        .evaluateAll((all) => all.map((row) => [row.className.split(' ')[0], row.querySelector('.tile')?.textContent]));
    expect(await rows()).toEqual([
      ['serving', '1'],
      ['ready', '2'],
      ['called', '3'],
      ['ready', '4'],
    ]);
  });

  it.each([
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
    [1280, 800],
  ])('has figures of at least 18 percent of the height at %d x %d', async (width, height) => {
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
    expect(cap / height).toBeGreaterThan(0.18);
  });

  it('does not invite visitors to take a number while none can be issued', async () => {
    const health = { storage: 'unavailable', clock: 'ok', printer: 'ok' } as const;
    hall.show(hallView({ health }), MORNING);
    await page.goto(hall.address);
    await page.locator('.quiet .state', { hasText: 'Tạm thời chưa phát số được' }).waitFor();
    expect(await page.locator('.quiet').innerText()).not.toContain('lấy số tại máy');
    hall.show(hallView({ notices: [] }), MORNING);
    await page.locator('.welcome', { hasText: 'lấy số tại máy' }).waitFor();
  });

  it('updates the satisfaction when a rating arrives', async () => {
    const shown = (votes: number, satisfied: number | null, levels: number[]) =>
      hallView({ satisfaction: { ...RATED, shown: { votes, satisfied, levels, order: 'best-first' } } });
    hall.show(shown(0, null, [0, 0, 0, 0, 0]), MORNING);
    await page.goto(hall.address);
    await page.locator('.satisfaction .invite', { hasText: 'Mời đánh giá' }).waitFor();
    hall.show(shown(3, null, [0, 0, 0, 0, 0]), MORNING);
    await page.locator('.satisfaction .invite', { hasText: '3 đánh giá' }).waitFor();
    hall.show(shown(7, 0.8, [1, 0, 0, 1, 3]), MORNING);
    await page.locator('.satisfaction .label', { hasText: '7 ý kiến' }).waitFor();
    expect(await page.locator('.satisfaction .share').textContent()).toBe('80%');
    hall.show(shown(127, 0.91, [2, 3, 6, 41, 75]), MORNING);
    await page.locator('.satisfaction .label', { hasText: 'hôm nay' }).waitFor();
    hall.show(shown(128, 0.914, [2, 3, 6, 41, 76]), MORNING);
    await page.locator('.satisfaction .label', { hasText: '+1' }).waitFor();
    await page.locator('.satisfaction .label', { hasText: 'hôm nay' }).waitFor();
    expect(await page.locator('.satisfaction .share').textContent()).toBe('91%');
  });

  it('lets the figure of satisfaction glide with its bar', async () => {
    const shown = (satisfied: number, levels: number[]) =>
      hallView({ satisfaction: { ...RATED, shown: { ...RATED.shown, satisfied, levels } } });
    hall.show(shown(0.9, [10, 0, 0, 0, 90]), MORNING);
    await page.goto(hall.address);
    await page.locator('.satisfaction .share').waitFor();
    await page.evaluate(() => {
      const share = document.querySelector('.satisfaction .share');
      const seen: (string | null)[] = [];
      Object.assign(window, { seen });
      if (share)
        new MutationObserver(() => seen.push(share.textContent)).observe(share, { subtree: true, characterData: true });
    });
    hall.show(shown(0.5, [50, 0, 0, 0, 50]), MORNING);
    await page.locator('.satisfaction .share', { hasText: '50%' }).waitFor();
    const figures = (await page.evaluate<string[]>('window.seen')).map((text) => Number.parseInt(text, 10));
    expect(figures.length).toBeGreaterThan(2);
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
  });

  it('says nothing of a short loss of the connection, then reconnects in the foot, and recovers by itself', async () => {
    await page.clock.install();
    hall.show(BUSY, MORNING);
    await page.goto(hall.address);
    await page.locator('.call.idle').waitFor({ state: 'detached' });
    hall.drop();
    await page.clock.runFor(LOST_IN_FOOT - 2_000);
    expect(await page.locator('.footer.lost').count()).toBe(0);
    await page.clock.runFor(4_000);
    await page.locator('.footer.lost', { hasText: /Đang tự kết nối lại|Reconnecting/ }).waitFor();
    expect(await page.locator('.counters .called .ticket').textContent()).toBe('A012');
    hall.restore();
    await page.clock.fastForward(5_000);
    await page.locator('.footer.lost').waitFor({ state: 'detached' });
  });

  it('marks the numbers as old and hides waits and satisfaction when the connection is lost for a minute', async () => {
    await page.clock.install();
    hall.show(BUSY, MORNING);
    await page.goto(hall.address);
    await page.locator('.counters li').first().waitFor();
    hall.drop();
    await page.clock.fastForward(1_000);
    await page.clock.fastForward(LOST_ON_STAGE);
    await page.locator('.lost-stage', { hasText: 'Mất kết nối' }).waitFor();
    expect(await page.locator('.counters .old .ticket').allTextContents()).toEqual(['B007', 'A012']);
    expect(await page.locator('.lower').textContent()).toMatch(/09:15/);
    expect(await page.locator('.waits, .satisfaction').count()).toBe(0);
    hall.restore();
    await page.clock.fastForward(5_000);
    await page.locator('.waits').waitFor();
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
    expect(await page.locator('.night .time').textContent()).toMatch(/09:46/);
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
    await page.locator('.counters .serving .ticket:text-is("A003")').waitFor();
    expect(await page.locator('.header').textContent()).toContain('09:15');
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
