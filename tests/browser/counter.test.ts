import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DARK_AFTER, LOST_FOR_LONG } from '../../display/parts/stage.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { MINUTE } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import type { Hall } from '../display/hall.ts';
import { call, hallView, services } from '../display/views.ts';
import { violationsOf } from './axe.ts';
import { eachWithHall } from './hooks.ts';

const SIZES: [width: number, height: number][] = [
  [800, 480],
  [1024, 600],
  [1280, 800],
  [1920, 1080],
  [600, 1024],
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
const VIEWS = [
  CALLED,
  WORKING,
  { ...EVERYTHING, calls: WORKING.calls },
  counter({}),
  counter({ state: 'paused' }),
  counter({ state: 'closed' }),
];

let hall: Hall;
let page: Page;

eachWithHall({ viewport: { width: 800, height: 480 }, reducedMotion: 'reduce' }, (opened) => {
  ({ hall, page } = opened);
});

describe('the sign of a counter', () => {
  it('shows its number on the offline screen when the connection is lost for long', async () => {
    await page.clock.install();
    hall.show(CALLED);
    await page.goto(`${hall.address}/counter/4`);
    await page.locator('.called .number').waitFor();
    hall.drop();
    await page.locator('.foot.silent').waitFor();
    await page.clock.fastForward(LOST_FOR_LONG);
    await page.locator('.long-lost li:has-text("A1012")').waitFor();
    hall.restore();
    await page.clock.fastForward(MINUTE);
    await page.locator('.called .number').waitFor();
  });

  it('shows a dim clock at night', async () => {
    await page.clock.install();
    const closed: DisplayView = { ...counter({ state: 'closed' }), opening: { state: 'closed', opensAt: null } };
    hall.show(closed);
    await page.goto(`${hall.address}/counter/4`);
    await page.getByText('Quầy đang đóng').waitFor();
    // After the leap the page connects again: a view with the old time would set its clock back.
    hall.greet(closed, Date.now() + DARK_AFTER);
    await page.clock.fastForward(DARK_AFTER);
    await page.locator('.night .time').waitFor();
  });

  it('follows the state of its counter', async () => {
    hall.show(counter({ state: 'closed' }));
    await page.goto(`${hall.address}/counter/4`);
    await page.getByText('Quầy đang đóng').waitFor();
    hall.show(counter({}));
    await page.getByText('Sẵn sàng tiếp công dân').waitFor();
    hall.show(CALLED);
    await page.locator('.called .number:text-is("A1012")').waitFor();
    await page.locator('.pulse').waitFor();
    hall.show({ ...CALLED, calls: [call('A1012', 4)] });
    await page.locator('.serving .number:text-is("A1012")').waitFor();
    expect(await page.locator('.pulse').count()).toBe(0);
    hall.show(counter({ state: 'paused' }));
    await page.getByText('Cán bộ sẽ sớm quay lại').waitFor();
    const pausedUntil = Date.now() + 30 * MINUTE;
    hall.show(counter({ state: 'paused', pausedUntil }));
    const { timeZone } = hallView().office;
    await page.getByText(`Cán bộ trở lại lúc ${clock(pausedUntil, timeZone)}`).waitFor();
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
    await page.getByText('Mất kết nối với máy chủ').waitFor();
    expect(await page.locator('.number').textContent()).toBe('A1012');
  });

  it.each(SIZES)('has space for all texts and passes axe at %d x %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const [index, view] of VIEWS.entries()) {
      hall.show(view);
      await page.goto(`${hall.address}/counter/4?lang=${index % 2 === 0 ? 'vi' : 'en'}`);
      await page.locator('.sign').waitFor();
      await page.evaluate(() => document.fonts.ready);
      const cramped = await page.evaluate(() =>
        ['.stage', '.stage .number', '.stage h2', '.which b', '.services', '.services .name', '.foot']
          .flatMap((selector) => [...document.querySelectorAll(selector)])
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
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
