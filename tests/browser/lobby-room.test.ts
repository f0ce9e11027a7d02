/** The lobby TV of a large office: nothing that visitors need may be cut off. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Hall } from '../display/hall.ts';
import { call, hallView, services } from '../display/views.ts';
import { eachWithHall } from './hooks.ts';

const RATED = {
  ...{ ratings: 128, satisfied: 0.914, levels: [2, 3, 6, 41, 76], anonymous: 6, visits: 173 },
  shown: { votes: 128, satisfied: 0.914, levels: [2, 3, 6, 41, 76], order: 'best-first' as const },
  month: { ratings: 1240, satisfied: 0.927, visits: 1803 },
};
const BUSY = hallView({ calls: [call('M1012', 104, 'called')], satisfaction: RATED });
const THREE_PARTS = {
  vi: 'Hộ tịch – Chứng thực – Nuôi con nuôi',
  en: 'Civil status – Certification – Adoption',
};

let hall: Hall;
let page: Page;

eachWithHall({}, (opened) => {
  ({ hall, page } = opened);
});

async function open(width: number, height: number, language = 'vi'): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(`${hall.address}?lang=${language}`);
  await page.locator('.lobby').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** The names of services that are cut off or overlap the next one. */
function cutOrCovered(): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll('.service')];
    const cut = names
      .flatMap((name) => [name, ...name.querySelectorAll(':scope > .main, :scope > .other')])
      .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 3);
    const covering = names.filter((name, index) => {
      const { left, bottom } = name.getBoundingClientRect();
      const next = names[index + 1]?.getBoundingClientRect();
      return next?.left === left && bottom > next.top + 1;
    });
    return [...cut, ...covering].map(({ textContent }) => textContent);
  });
}

describe('the lobby TV', () => {
  it.each([
    [20, 1280, 720],
    [20, 1080, 1920],
    [24, 1280, 720],
  ])('has space for %d services at %d x %d', async (count, width, height) => {
    hall.show({ ...BUSY, services: services(count) });
    await open(width, height);
    const hidden = await page.evaluate(() => {
      const room = document.querySelector('.waiting')?.getBoundingClientRect() ?? new DOMRect();
      return [...document.querySelectorAll('.waiting li')]
        .map((row) => row.getBoundingClientRect())
        .filter(({ right, bottom }) => right > room.right + 1 || bottom > room.bottom + 1).length;
    });
    expect(hidden).toBe(0);
  });

  it.each(
    [5, 12].flatMap((count) =>
      [
        [1280, 720],
        [1920, 1080],
        [1080, 1920],
      ].flatMap(([width, height]) => ['vi', 'en'].map((language) => [count, width, height, language] as const)),
    ),
  )(
    'shows names of three parts completely, for %d services at %d x %d in %s',
    async (count, width, height, language) => {
      const named = services(count).map((service, index) => ({
        ...service,
        openCounters: index % 2,
        name: THREE_PARTS,
      }));
      // With the calls below, up to six services have only one line for the second language.
      for (const calls of count > 6 ? (['left', 'below'] as const) : (['left'] as const)) {
        hall.show({
          ...BUSY,
          services: named,
          layout: { orientation: 'auto', calls, theme: 'light', darkHours: null },
        });
        await open(width ?? 0, height ?? 0, language);
        expect(await cutOrCovered(), calls).toEqual([]);
      }
    },
  );

  it.each([
    [1280, 720],
    [1080, 1920],
  ])(
    'shows the counter of a call under a long name of the office, with many counters, at %d x %d',
    async (width, height) => {
      const vi = 'Ủy ban nhân dân phường Bà Rịa – Vũng Tàu – Thủ Dầu Một – Trung tâm Phục vụ hành chính công';
      const office = { ...BUSY.office, name: { vi, en: vi }, hotline: '(028) 3829 1234 – nhánh 5' };
      const counters = services(8).map(({ id }, index) => ({
        number: index + 1,
        services: [id],
        state: 'open' as const,
        pausedUntil: null,
        current: null,
      }));
      hall.show({ ...BUSY, office, counters });
      await open(width, height);
      const [panel, number, where, levels, base] = await page.evaluate(() =>
        ['.call', '.huge .number', '.huge .where', '.levels', '.base'].map((part) => {
          const { top, bottom } = document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
          return { top: Math.round(top), bottom: Math.round(bottom) };
        }),
      );
      expect(where?.bottom).toBeLessThanOrEqual(panel?.bottom ?? 0);
      expect(number?.bottom).toBeLessThanOrEqual(panel?.bottom ?? 0);
      expect(base?.top).toBeGreaterThanOrEqual(levels?.bottom ?? 0);
    },
  );
});
