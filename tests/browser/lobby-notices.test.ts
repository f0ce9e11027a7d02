import type { Browser, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { HALL_SECONDS, PATIENCE_SECONDS } from '../../display/lobby/media-rotation.ts';
import { BOARD_SIZE, CALL_SIZE, LINE_SIZE } from '../../shared/office/legibility.ts';
import type { HallScreen } from '../../shared/office/office.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { Hall } from '../display/hall.ts';
import { announced, call, hallView, NOTICES } from '../display/views.ts';
import { eachWithHall } from './hooks.ts';
import { PNG } from './picture.ts';

const MORNING = Date.parse('2026-11-23T02:15:22Z');
const text = { vi: 'Dịch vụ công trực tuyến', en: 'Online services' };
const picture: BoardNotice = { id: 'p', kind: 'picture', text, seconds: 600, src: '/notices/p.png' };
const film = (src: string): BoardNotice => ({ id: 'v', kind: 'video', text, seconds: 600, src });

let hall: Hall;
let browser: Browser;
let page: Page;
let recorded: Buffer | undefined;

/** A video of two seconds with a moving square, recorded by the browser. */
async function recordFilm(): Promise<Buffer> {
  const studio = await browser.newPage();
  await studio.goto(hall.address);
  const text = await studio.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const brush = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let frame = 0; frame < 60; frame += 1) {
      brush?.fillRect(frame, frame, 40, 40);
      await new Promise(requestAnimationFrame);
    }
    recorder.stop();
    await stopped;
    return String.fromCharCode(...new Uint8Array(await new Blob(parts).arrayBuffer()));
  });
  await studio.close();
  return Buffer.from(text, 'latin1');
}

eachWithHall({ viewport: { width: 1280, height: 720 } }, (opened) => {
  ({ hall, browser, page } = opened);
});
beforeEach(async () => {
  recorded ??= await recordFilm();
  hall.serve('/notices/p.png', { type: 'image/png', bytes: PNG });
  hall.serve('/notices/broken.webm', { type: 'video/webm', bytes: Buffer.from('this is no video') });
  hall.serve('/notices/film.webm', { type: 'video/webm', bytes: recorded });
  hall.serve('/notices/stalled.webm', { type: 'video/webm', bytes: recorded, stalls: true });
  await page.clock.install();
});

const quiet = hallView({ calls: [call('B007', 1)] });
async function wait(seconds: number): Promise<void> {
  await page.clock.runFor(seconds * 1000);
}
async function open(notices: BoardNotice[]): Promise<void> {
  hall.show({ ...quiet, notices }, MORNING);
  await page.goto(hall.address);
  await page.locator('.counters li').first().waitFor();
  await wait(HALL_SECONDS + 1);
}
const called = {
  ...quiet,
  calls: [call('A012', 3, 'called'), ...quiet.calls],
  announcements: [announced(1, 'A012', 3, MORNING)],
};

describe('pictures and videos on the lobby TV', () => {
  it('are shown in place of the call while no visitor is called, and make way for a call at once', async () => {
    await open([picture]);
    const shown = page.locator('.media.shown img');
    await shown.waitFor();
    expect(await shown.getAttribute('alt')).toBe(text.vi);
    expect(await page.locator('.quiet').count()).toBe(0);
    hall.show({ ...called, notices: [picture] }, MORNING);
    await page.locator('.huge .number:text-is("A012")').waitFor();
    await page.locator('.media.dimmed').waitFor({ state: 'attached' });
    hall.show({ ...quiet, notices: [picture] }, MORNING);
    await wait(30);
    await shown.waitFor();
  });

  it('play without sound, and a call pauses the video while it is announced', async () => {
    await open([film('/notices/film.webm')]);
    await page.locator('.media.shown video').waitFor();
    const paused = () => page.locator('.media video').evaluate((video: HTMLVideoElement) => video.paused);
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
    await expect.poll(paused).toBe(false);
    hall.show({ ...called, notices: [film('/notices/film.webm')] }, MORNING);
    await page.locator('.media.dimmed').waitFor({ state: 'attached' });
    expect(await paused()).toBe(true);
  });

  it.each(['broken', 'missing', 'stalled'])('are skipped when the video is %s', async (name) => {
    await open([film(`/notices/${name}.webm`)]);
    await wait(PATIENCE_SECONDS + 30);
    await page.locator('.media').waitFor({ state: 'detached' });
    expect(await page.locator('.counters .serving .ticket').textContent()).toBe('B007');
    await page.locator('.quiet').waitFor();
    hall.show(called, MORNING);
    await page.locator('.huge .number:text-is("A012")').waitFor();
  });

  it('leave tickers and the motto in the foot, in turn and beside the hotline', async () => {
    const ticker: BoardNotice = { id: 't', kind: 'ticker', text, seconds: 20 };
    await open([picture, ticker]);
    await expect
      .poll(async () => {
        await wait(6);
        return page.locator('.footer .ticker').count();
      })
      .toBe(1);
    await expect
      .poll(async () => {
        // A new view: an old one is reported in the place of the motto.
        hall.show({ ...quiet, notices: [picture, ticker] }, MORNING);
        await wait(6);
        return page.getByText('Thân thiện – Trách nhiệm').count();
      })
      .toBe(1);
    await page.locator('.hotline').waitFor();
  });

  it('leave the stage to a text between pictures', async () => {
    hall.show({ ...quiet, notices: NOTICES }, MORNING);
    await page.goto(hall.address);
    await page.locator('.quiet .notice').waitFor();
    await expect
      .poll(async () => {
        await wait(6);
        return page.locator('.quiet .notice').textContent();
      })
      .toContain('Ngày không viết');
  });
});

describe('the layouts of set-up', () => {
  const LAYOUTS: { size: [number, number]; orientation: HallScreen['orientation']; calls: HallScreen['calls'] }[] = [
    { size: [1280, 720], orientation: 'auto', calls: 'left' },
    { size: [1920, 1080], orientation: 'auto', calls: 'below' },
    { size: [1080, 1920], orientation: 'auto', calls: 'left' },
    { size: [1920, 1080], orientation: 'portrait', calls: 'below' },
    { size: [1080, 1920], orientation: 'landscape', calls: 'below' },
  ];
  it.each(LAYOUTS)('have the sizes with which set-up calculates: %j', async ({ size: [width, height], ...layout }) => {
    await page.setViewportSize({ width, height });
    hall.show({ ...called, layout: { ...layout, theme: 'light', darkHours: null } }, MORNING);
    await page.goto(hall.address);
    await page.locator('.huge .number').waitFor();
    const rem = Math.min(Math.max(width, height) / 96, Math.min(width, height) / 54);
    const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
    const upright = layout.orientation === 'auto' ? height > width : layout.orientation === 'portrait';
    const wanted = CALL_SIZE[upright ? 'portrait' : 'landscape'][layout.calls];
    expect((await page.locator('.huge .number').evaluate(sizeOf)) / rem).toBeCloseTo(wanted, 1);
    const few = upright || layout.calls === 'left';
    const tile = await page.locator('.counters .tile').first().evaluate(sizeOf);
    expect(tile / rem).toBeCloseTo(BOARD_SIZE[few ? 'few' : 'many'], 1);
    // What nobody needs from a seat: the office's name, the date, and the sound button for staff.
    const sizes = await page
      .locator('.lobby :not(svg, svg *, h1, .date, .sound, .spoken, .counted)')
      .evaluateAll((all) =>
        all
          .filter(
            (element) =>
              element.checkVisibility() &&
              [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
          )
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      );
    expect(Math.min(...sizes) / rem).toBeGreaterThanOrEqual(LINE_SIZE - 0.01);
    // All panels are on the screen in each orientation, except for the shift against burn-in.
    const edge = rem * 0.6;
    for (const part of ['.header', '.call', '.counters', '.waits', '.satisfaction', '.footer']) {
      const box = await page.locator(part).boundingBox();
      expect(box?.x).toBeGreaterThan(-edge);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(height + edge);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(width + edge);
    }
  });
});
