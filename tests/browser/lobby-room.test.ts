/** The lobby TV of small and large offices: nothing that visitors need may be cut off, overlap, or be too small for the seats. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HallScreen } from '../../shared/office/office.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { Hall } from '../display/hall.ts';
import { announced, call, hallView, services, waits } from '../display/views.ts';
import { eachWithHall } from './hooks.ts';
import { bundledProbe, faultsIn } from './layout/examine.ts';

const MORNING = Date.parse('2026-11-23T02:15:22Z');
const LETTERS = 'ABHKLMCDEGIN';
const SHOWN = { votes: 128, satisfied: 0.914, levels: [2, 3, 6, 41, 76], order: 'best-first' as const };
const NOTICE = {
  id: 'n',
  kind: 'text' as const,
  seconds: 600,
  text: { vi: 'Mời quý vị chuẩn bị sẵn căn cước và hồ sơ trước khi đến lượt.', en: 'Please have your papers ready.' },
};
const MISSED = [
  { number: 'A012', counterNumber: 3, until: MORNING + 25 * 60_000 },
  { number: 'M1004', counterNumber: 12, until: MORNING + 29 * 60_000 },
];

let hall: Hall;
let page: Page;
let probe = '';

eachWithHall({ reducedMotion: 'reduce' }, (opened) => {
  ({ hall, page } = opened);
});
beforeAll(async () => {
  probe = await bundledProbe();
});

/** So many counters and services, all in use; the last counter has just called. */
function busy(counters: number, count: number, digits = '023'): DisplayView {
  const number = (index: number) => `${LETTERS[index % LETTERS.length]}${digits}`;
  return hallView({
    calls: Array.from({ length: counters }, (_, index) =>
      call(number(index), index + 1, index === counters - 1 ? 'called' : 'serving'),
    ),
    counters: Array.from({ length: counters }, (_, index) => ({
      number: index + 1,
      services: ['a'],
      state: 'open' as const,
      pausedUntil: null,
      current: number(index),
    })),
    announcements: [announced(1, number(counters - 1), counters, MORNING)],
    services: services(count),
    waits: waits(count),
    missed: MISSED,
    notices: [NOTICE],
    satisfaction: { ...hallView().satisfaction, shown: SHOWN },
  });
}

async function open(view: DisplayView, width: number, height: number, language = 'vi'): Promise<void> {
  hall.show(view, MORNING);
  await page.addInitScript(probe);
  await page.setViewportSize({ width, height });
  await page.goto(`${hall.address}?lang=${language}`);
  await page.locator('.lobby').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const faults = async () =>
  (await faultsIn(page, true)).map(({ kind, element, text }) => `${kind}: ${element}: ${text}`);
const between = (view: DisplayView): DisplayView => ({
  ...view,
  announcements: [],
  calls: view.calls.map((each) => ({ ...each, status: 'serving' })),
});
const laidOut = (view: DisplayView, calls: HallScreen['calls']): DisplayView => ({
  ...view,
  layout: { ...view.layout, calls },
});

const SIZES = [
  [1280, 720],
  [1080, 1920],
] as const;

describe('the lobby TV', () => {
  it.each(
    [2, 3, 4, 8, 12, 20].flatMap((counters) => SIZES.map(([width, height]) => [counters, width, height] as const)),
  )(
    'shows %i counters whole at %i x %i, with a call and between calls, in all layouts',
    async (counters, width, height) => {
      for (const count of [5, 9, 12]) {
        const view = busy(counters, count);
        for (const calls of ['left', 'below'] as const) {
          for (const shown of [view, between(view)]) {
            await open(laidOut(shown, calls), width, height);
            expect(await faults(), `${count} services, ${calls}`).toEqual([]);
          }
        }
      }
    },
  );

  it.each(SIZES)('shows numbers of five signs and counters of three digits whole at %i x %i', async (width, height) => {
    for (const counters of [4, 12]) {
      await open(busy(counters, 5, '1023'), width, height);
      expect(await faults(), `${counters}`).toEqual([]);
    }
    const far = {
      ...busy(4, 5),
      announcements: [announced(2, 'M1012', 104, MORNING)],
      calls: [call('M1012', 104, 'called')],
    };
    await open(far, width, height, 'en');
    expect(await faults()).toEqual([]);
  });

  it.each(SIZES)('shows a name of 100 letters, a long hotline and few votes at %i x %i', async (width, height) => {
    const vi = 'Ủy ban nhân dân phường Bà Rịa – Vũng Tàu – Thủ Dầu Một – Trung tâm Phục vụ hành chính công số hai';
    const office = { ...hallView().office, name: { vi, en: vi }, hotline: '(028) 3829 1234 – nhánh 5' };
    for (const shown of [
      { ...SHOWN, votes: 0, satisfied: null, levels: [0, 0, 0, 0, 0] },
      { ...SHOWN, votes: 7 },
      { ...SHOWN, satisfied: 1, levels: [0, 0, 30] },
    ]) {
      const view = between(busy(4, 5));
      await open({ ...view, office, satisfaction: { ...view.satisfaction, shown } }, width, height);
      expect(await faults(), `${shown.votes}`).toEqual([]);
    }
  });

  it('has capitals of at least 1/300 of the distance in every line that a seated visitor needs, at 8 m from 50 inches', async () => {
    const millimetres = (50 * 25.4) / Math.hypot(1920, 1080);
    for (const [counters, count] of [
      [4, 5],
      [12, 9],
    ] as const) {
      for (const view of [busy(counters, count), between(busy(counters, count))]) {
        await open(view, 1920, 1080);
        const lines = await page.evaluate(() => {
          const pen = document.createElement('canvas').getContext('2d');
          // Neither the office's name and the date nor a sentence for screen readers is read from the seats.
          return [...document.querySelectorAll('.lobby :not(h1, .date, .spoken, svg *)')].flatMap((element) => {
            const own = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
            if (!pen || own.length === 0 || !element.checkVisibility()) return [];
            const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
            pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
            return [{ text: element.textContent, pixels: pen.measureText('H').actualBoundingBoxAscent }];
          });
        });
        expect(lines.length).toBeGreaterThan(20);
        expect(lines.filter(({ pixels }) => pixels * millimetres < 8000 / 300)).toEqual([]);
      }
    }
  });
});
