import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DARK_AFTER, LOST_FOR_LONG } from '../../display/parts/stage.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { MINUTE } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import type { Hall } from '../display/hall.ts';
import { announced as announcement, call, hallView, services } from '../display/views.ts';
import { violationsOf } from './axe.ts';
import { eachWithHall } from './hooks.ts';

const SIZES: [width: number, height: number][] = [
  [800, 480],
  [1024, 600],
  [1280, 800],
  [1920, 1080],
  [600, 1024],
  [480, 800],
];
const counter = (fields: object) =>
  hallView({
    counters: [{ number: 4, services: ['c', 'd', 'e'], state: 'open', pausedUntil: null, current: null, ...fields }],
  });
const CALLED = { ...counter({}), calls: [call('A1012', 4, 'called')] };
const WORKING = {
  ...counter({ services: ['a', 'b', 'c', 'f', 'g', 'h'] }),
  services: services(8),
  calls: [call('A012', 4)],
};
const EVERYTHING = { ...WORKING, ...counter({ services: services(20).map(({ id }) => id) }), services: services(20) };
const LONG = 'Đất đai – Nông nghiệp – Xây dựng – Môi trường – Giao thông vận tải – Tài nguyên nước và khoáng sản xã';
const LONG_NAMES = {
  ...counter({ number: 128, services: ['a', 'b'] }),
  services: services(2).map((service) => ({ ...service, name: { vi: LONG, en: LONG } })),
  calls: [call('A0028', 128, 'called')],
};
const VIEWS = [
  CALLED,
  WORKING,
  { ...EVERYTHING, calls: WORKING.calls },
  counter({}),
  counter({ state: 'paused' }),
  counter({ state: 'closed' }),
  LONG_NAMES,
];

let hall: Hall;
let page: Page;

eachWithHall({ viewport: { width: 800, height: 480 }, reducedMotion: 'reduce' }, (opened) => {
  ({ hall, page } = opened);
});

describe('the sign of a counter', () => {
  it('keeps its number, in grey under a warning, while the connection is lost for long', async () => {
    await page.clock.install();
    hall.show(CALLED);
    await page.goto(`${hall.address}/counter/4`);
    await page.locator('.called .number').waitFor();
    hall.drop();
    await page.locator('.sign.silent').waitFor();
    await page.clock.fastForward(LOST_FOR_LONG);
    await page.locator('.silent .number:text-is("A1012")').waitFor();
    await page.getByText('xin nghe cán bộ gọi').waitFor();
    hall.restore();
    await page.clock.fastForward(MINUTE);
    await page.locator('.called:not(.silent) .number').waitFor();
  });

  it('shows a dim clock at night', async () => {
    await page.clock.install();
    const closed: DisplayView = { ...counter({ state: 'closed' }), opening: { state: 'closed', opensAt: null } };
    hall.show(closed);
    await page.goto(`${hall.address}/counter/4`);
    await page.getByText('Đóng').waitFor();
    // After the leap the page connects again: a view with the old time would set its clock back.
    hall.greet(closed, Date.now() + DARK_AFTER);
    await page.clock.fastForward(DARK_AFTER);
    await page.locator('.night .time').waitFor();
  });

  it('follows the state of its counter', async () => {
    hall.show(counter({ state: 'closed' }));
    await page.goto(`${hall.address}/counter/4`);
    await page.getByText('Đóng').waitFor();
    hall.show(counter({}));
    await page.getByText('Sẵn sàng').waitFor();
    hall.show(CALLED);
    await page.locator('.called .number:text-is("A1012")').waitFor();
    await page.locator('.pulse').waitFor();
    hall.show({ ...CALLED, calls: [call('A1012', 4)] });
    await page.locator('.serving .number:text-is("A1012")').waitFor();
    expect(await page.locator('.pulse').count()).toBe(0);
    hall.show(counter({ state: 'paused' }));
    await page.getByText('Cán bộ sẽ sớm trở lại').waitFor();
    const pausedUntil = Date.now() + 30 * MINUTE;
    hall.show(counter({ state: 'paused', pausedUntil }));
    const { timeZone } = hallView().office;
    await page.getByText(`Cán bộ trở lại lúc ${clock(pausedUntil, timeZone)}`).waitFor();
  });

  it('turns the services of a counter that has more than fit', async () => {
    const start = Date.parse('2026-11-23T08:00:00+07:00');
    hall.show(EVERYTHING, start);
    await page.goto(`${hall.address}/counter/4`);
    const letters = new Set<string>();
    const pages = Number((await page.locator('.services .page').textContent())?.split('/')[1]);
    for (let turn = 0; turn < pages; turn += 1) {
      // The page follows the office's clock, which comes with each view.
      const at = start + turn * 6_000;
      hall.show(EVERYTHING, at);
      await page.locator(`.services .page:text-is("${(Math.floor(at / 6_000) % pages) + 1}/${pages}")`).waitFor();
      for (const letter of await page.locator('.services .letter-disc').allTextContents()) letters.add(letter);
    }
    expect(letters.size).toBe(EVERYTHING.services.length);
  });

  it('attracts attention again when its number is called again', async () => {
    const announced = (id: number) => ({ ...announcement(id, 'A1012', 4, Date.now(), id > 1) });
    hall.show({ ...CALLED, announcements: [announced(1)] });
    await page.goto(`${hall.address}/counter/4`);
    const first = await page.locator('.pulse').elementHandle();
    hall.show({ ...CALLED, announcements: [announced(1), announced(2)] });
    await expect.poll(() => first?.evaluate((frame) => frame.isConnected)).toBe(false);
    await page.locator('.pulse').waitFor();
  });

  it('shows that there is no such counter', async () => {
    hall.show(counter({}));
    await page.goto(`${hall.address}/counter/7?lang=en`);
    await page.getByText('There is no counter 7').waitFor();
  });

  it('shows that its number may be old while the connection is lost', async () => {
    hall.show(CALLED);
    await page.goto(`${hall.address}/counter/4`);
    await page.locator('.number').waitFor();
    hall.drop();
    await page.getByText('Mất kết nối').waitFor();
    expect(await page.locator('.number').textContent()).toBe('A1012');
  });

  it.each(SIZES)('has space for all texts and passes axe at %d x %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const [index, view] of VIEWS.entries()) {
      hall.show(view);
      const [shown] = view.counters;
      await page.goto(`${hall.address}/counter/${shown?.number}?lang=${index % 2 === 0 ? 'vi' : 'en'}`);
      await page.locator('.sign').waitFor();
      await page.evaluate(() => document.fonts.ready);
      const cramped = await page.evaluate(() =>
        ['.stage', '.stage .number', '.stage h2', '.which', '.which b', '.services', '.services .name']
          .flatMap((selector) => [...document.querySelectorAll(selector)])
          .filter(
            ({ scrollWidth, clientWidth, scrollHeight, clientHeight, tagName }) =>
              scrollWidth > clientWidth + 1 || (tagName === 'SPAN' && scrollHeight > clientHeight + 1),
          )
          .map(({ className }) => className),
      );
      expect(cramped).toEqual([]);
      const overlap = await page.evaluate(() => {
        const [head, number, below] = ['.stage h2', '.stage .number', '.services'].map((selector) =>
          document.querySelector(selector)?.getBoundingClientRect(),
        );
        return head && number && below ? Math.max(head.bottom - number.top, number.bottom - below.top) : 0;
      });
      expect(overlap).toBeLessThanOrEqual(0);
      expect(await violationsOf(page)).toEqual([]);
    }
  });
});
