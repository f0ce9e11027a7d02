/** Who comes next at a counter: named by the key that calls, marked in the list, and always called by the rule. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { MINUTE } from '../../shared/time.ts';
import { communeOffice } from '../office.ts';
import { eachWithOffice } from './hooks.ts';
import { Desk } from './screens/desk.ts';
import { PASSWORD, StagedOffice } from './staged-office.ts';

const OPENS = Date.parse('2026-11-23T08:00:00+07:00');
const SERVICES = communeOffice.services.map(({ id }) => id);
const counters = [1, 2].map((number) => ({ id: `counter-${number}`, number, services: SERVICES }));
/** The counters of the page and of a colleague. */
const [MINE, OTHER] = [0, 1];

let office: StagedOffice;
let page: Page;
let desk: Desk;

eachWithOffice(
  () => StagedOffice.open(OPENS, { counters }, communeOffice, 2),
  { viewport: { width: 1280, height: 720 } },
  (opened) => {
    ({ office, page } = opened);
  },
);
beforeEach(async () => {
  await page.goto(`${office.address}/desk`);
  desk = new Desk(page);
  await desk.signIn('lan', PASSWORD);
  await page.locator('.work.open').waitFor();
});

const gold = (text: string) => page.locator('.press.call', { hasText: text });
const next = (number: string) => page.locator('.waiting-row.next', { hasText: number });

it('names the next visitor in the key that calls, and follows when time or a colleague changes who that is', async () => {
  await office.ticket('civil-status');
  await gold('A001 · Hộ tịch').waitFor();
  office.passTo(office.now() + 10 * MINUTE);
  await office.ticket('land', 'elderly');
  await next('A001').getByText('Chờ 10 phút, hơn số ưu tiên B001 (0).').waitFor();

  office.passTo(office.now() + 11 * MINUTE);
  await office.pause(OTHER, 'Họp', 5);
  await gold('B001 · Người cao tuổi').waitFor();
  await next('B001').getByText('Ưu tiên gấp đôi: 11 × 2 = 22, hơn A001 (21).').waitFor();
  expect(await desk.waiting()).toEqual(['B001', 'A001']);

  await office.at(OTHER, 'resume');
  expect(await office.at(OTHER, 'call-next')).toMatchObject({ current: { number: 'B001' } });
  await gold('A001').waitFor();
  await next('A001').getByText('Chờ lâu nhất.').waitFor();
  expect(await desk.callNext()).toBe('A001');
});

it('offers only to finish while nobody waits, by the keys of both steps', async () => {
  for (const key of ['f', 'g']) {
    await office.ticket('civil-status');
    await gold('A00').waitFor();
    await desk.callNext();
    await desk.start();
    await page.locator('.steps .primary', { hasText: 'Chưa có ai chờ' }).waitFor();
    expect(await page.locator('.press.call').count()).toBe(0);
    expect(await page.locator('.steps [data-key~="f"]').count()).toBe(1);
    await desk.press(key);
    await page.locator('.work.open').waitFor();
  }
  expect(await office.look(MINE)).toMatchObject({ current: null });
});

it('shows a bar up to twice the usual time once the office knows that', async () => {
  for (let visit = 0; visit < 3; visit += 1) {
    await office.ticket('civil-status');
    await office.at(OTHER, 'call-next');
    await office.at(OTHER, 'start');
    office.passTo(office.now() + 4 * MINUTE);
    await office.at(OTHER, 'finish');
  }
  await office.ticket('civil-status');
  await gold('A004').waitFor();
  await desk.callNext();
  await desk.start();
  await page.locator('.pace').getByText('thường 4 phút').waitFor();
});

it('lists visitors who may come back only while there are some', async () => {
  await office.ticket('civil-status');
  await gold('A001').waitFor();
  await desk.callNext();
  expect(await page.locator('#returnable').count()).toBe(0);
  await desk.miss();
  await page.locator('#returnable').waitFor();
  await page.getByRole('button', { name: 'A001: Đã quay lại' }).click();
  await page.locator('#returnable').waitFor({ state: 'detached' });
});
