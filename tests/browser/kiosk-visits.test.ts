/** Visits with a later time: a ticket for the next session, and an appointment. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/time.ts';
import { expectAccessible } from './axe.ts';
import { typeByHand } from './by-hand.ts';
import { eachWithOffice } from './hooks.ts';
import { faultsOf } from './kiosk-faults.ts';
import { scan, WITH_SCANNER } from './scanner.ts';
import { StagedOffice } from './staged-office.ts';

const MORNING = Date.parse('2026-11-23T10:50:00+07:00');
const AFTERNOON = Date.parse('2026-11-23T13:30:00+07:00');
const WORKDAY = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const HOURS = { mon: WORKDAY, tue: WORKDAY, wed: WORKDAY, thu: WORKDAY, fri: WORKDAY, sat: [], sun: [] };

let page: Page;
let office: StagedOffice;

eachWithOffice(
  () => StagedOffice.open(MORNING, { hours: HOURS }),
  { viewport: { width: 1366, height: 768 }, bypassCSP: true, reducedMotion: 'reduce' },
  (opened) => {
    ({ office, page } = opened);
  },
);

const says = (sentence: string) => page.getByText(sentence).first().waitFor();
const press = (name: string) => page.getByRole('button', { name }).click();

/** Eight visitors wait, each visit takes six minutes, and about twenty minutes of the session are left. */
async function crowd(): Promise<void> {
  for (let count = 0; count < 12; count += 1) await office.ticket('civil-status');
  for (let count = 0; count < 4; count += 1) {
    await office.at(0, 'call-next');
    await office.at(0, 'start');
    office.passTo(office.now() + 6 * MINUTE);
    await office.at(0, 'finish');
  }
}

/** Behind four priority classes. */
const REGULAR_KEY = '5';

async function chooseByKeys(): Promise<void> {
  await page.locator('.services').waitFor();
  await page.keyboard.press('1');
  await page.locator('.class-choice').waitFor();
  await page.keyboard.press(REGULAR_KEY);
}

describe('a ticket that this session may not reach', () => {
  it('needs a confirmation before it is printed, and can be taken for the afternoon', async () => {
    await crowd();
    await page.goto(`${office.address}/kiosk`);
    await page.locator('.service .late').first().waitFor();
    await chooseByKeys();
    await says('buổi làm việc kết thúc lúc 11:30');
    expect(await office.server.engine.read(({ queue: { tickets } }) => tickets.size)).toBe(12);
    expect(await faultsOf(page)).toEqual([]);
    await press('Lấy số cho buổi chiều, từ 13:30');
    await says('Sẽ gọi từ');
    await says('có mặt lúc 13:30');
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.locator('.slip .number').textContent()).toBe('A013');
    const waits = await office.server.engine.read(({ queue: { postponed } }) => postponed.length);
    expect(waits).toBe(1);
  });

  it('can be taken for this session all the same, or not at all', async () => {
    await crowd();
    await page.goto(`${office.address}/kiosk?lang=en`);
    await chooseByKeys();
    await expectAccessible(page, '.confirm');
    await press('No ticket – I’ll come back later');
    await page.locator('.services').waitFor();
    await chooseByKeys();
    await page.locator('.confirm').waitFor();
    await page.keyboard.press('2');
    await page.locator('.slip').waitFor();
    expect(await office.server.engine.read(({ queue: { postponed } }) => postponed.length)).toBe(0);
  });

  it('names the next day when this is the last session of a day', async () => {
    await office.change({ hours: { ...HOURS, mon: WORKDAY.slice(0, 1) } });
    await crowd();
    await page.goto(`${office.address}/kiosk`);
    await chooseByKeys();
    await says('Buổi làm việc tiếp theo bắt đầu lúc 07:30 ngày mai');
    expect(await page.locator('.ways-on button').count()).toBe(2);
  });
});

describe('a visitor with an appointment', () => {
  it('types the code on a number pad, corrects it, and gets a ticket with the time', async () => {
    await office.book('123456', 'land', AFTERNOON);
    office.passTo(AFTERNOON);
    await page.goto(`${office.address}/kiosk`);
    await page.locator('.booked').waitFor();
    await page.keyboard.press('6');
    await page.locator('.code-pad').waitFor();
    await typeByHand(page, '123459');
    await says('Không tìm thấy lịch hẹn với mã này');
    expect(await faultsOf(page)).toEqual([]);
    await typeByHand(page, '12349');
    expect(await page.locator('.typed').textContent()).toBe('123 49_');
    await typeByHand(page, '.56');
    await page.locator('.class-choice').waitFor();
    await says('Mã hẹn 123 456');
    await page.keyboard.press('2');
    await says('Hẹn lúc 13:30');
    expect(await page.locator('.slip .number').textContent()).toBe('B001');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('scans the code, and sees when it was already used', async () => {
    await office.book('234567', 'land', AFTERNOON);
    office.passTo(AFTERNOON);
    await page.clock.install();
    await page.goto(`${office.address}/kiosk?${WITH_SCANNER}`);
    await page.locator('.booked').waitFor();
    await scan(page, '234567');
    await says('Mã hẹn 234 567');
    await page.locator('.regular').click();
    await says('Hẹn lúc 13:30');
    await page.keyboard.press('-');
    await page.locator('.services').waitFor();
    await scan(page, '234567');
    await says('Lịch hẹn này đã được dùng để lấy số B001');
    await page.keyboard.press('-');
    await page.locator('.services').waitFor();
  });

  it('finds no button in an office that takes no bookings', async () => {
    const services = office.server.setup.office.services.map((service) => ({ ...service, appointments: null }));
    await office.change({ services });
    await page.goto(`${office.address}/kiosk`);
    await page.locator('.service').first().waitFor();
    expect(await page.locator('.booked').count()).toBe(0);
  });
});
