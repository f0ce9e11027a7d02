import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeWav } from '../../server/voice/wav.ts';
import type { Voice } from '../../shared/office/office.ts';
import { clipsOf } from '../../shared/spoken/call.ts';
import { ADMIN, LAN, openOffice } from '../server/office.ts';
import { granted, requestId, type Screen } from '../server/screen.ts';
import { launchBrowser } from './browser.ts';
import { BUILT } from './built-pages.ts';

/** An event of the audio element. */
interface Heard {
  event: string;
  /** Path and query. */
  address: string;
  seconds: number;
}
declare global {
  interface Window {
    heard: Heard[];
  }
}

/** A spoken call takes more than ten seconds. */
const IN_TIME = { timeout: 25_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function newMachine(): Promise<BrowserContext> {
  const machine = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  onTestFinished(() => machine.close());
  machine.setDefaultTimeout(20_000);
  // In the capture phase, because media events do not bubble.
  await machine.addInitScript(() => {
    window.heard = [];
    for (const event of ['playing', 'ended', 'error']) {
      document.addEventListener(
        event,
        ({ target }) => {
          if (!(target instanceof HTMLAudioElement)) return;
          const { pathname, search } = new URL(target.src);
          window.heard.push({ event, address: pathname + search, seconds: target.currentTime });
        },
        true,
      );
    }
  });
  return machine;
}

async function openHall(changed: Partial<Voice> = {}) {
  const voice: Voice = { languages: ['vi', 'en'], style: 'digits', dialect: 'south', repeat: false, ...changed };
  const office = await openOffice({ ...BUILT, office: { voice } });
  const kiosk = await office.connect('kiosk');
  const clerk = await office.clerkAt('counter-1', LAN);
  return { office, clerk, callNext: () => callNext(kiosk, clerk) };
}

async function callNext(kiosk: Screen<'kiosk'>, clerk: Screen<'desk'>): Promise<string> {
  const ticket = granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'civil-status' }));
  granted(await clerk.ask('counter:call-next', { requestId: requestId(), counterId: 'counter-1' }));
  return ticket.number;
}

async function openTv(address: string, machine?: BrowserContext): Promise<Page> {
  const page = await (machine ?? (await newMachine())).newPage();
  await page.goto(`${address}/display`);
  return page;
}

const heard = (page: Page) => page.evaluate(() => window.heard);
const ended = async (page: Page) =>
  (await heard(page)).filter(({ event }) => event === 'ended').map(({ address }) => address);
const address = (number: string, language: string, recall = 0) =>
  `/voice/call.wav?number=${number}&counter=1&language=${language}&recall=${recall}`;

describe('the lobby TV', () => {
  it('speaks a call in each language by one audio element while it shows the call', async () => {
    const { office, callNext } = await openHall();
    const tv = await openTv(office.address);
    await tv.locator('.lobby').waitFor();
    const number = await callNext();
    await expect
      .poll(() => tv.evaluate(() => document.querySelector('audio')?.currentTime ?? 0), IN_TIME)
      .toBeGreaterThan(0.5);
    expect(await tv.locator('.call.announcing .number').textContent()).toBe(number);
    await expect.poll(() => ended(tv), IN_TIME).toEqual([address(number, 'vi'), address(number, 'en')]);
    for (const { event, seconds } of await heard(tv)) if (event === 'ended') expect(seconds).toBeGreaterThan(2.5);
    expect(await tv.locator('audio').count()).toBe(1);
    await tv.locator('.call:not(.announcing)').waitFor();
  });

  it('speaks a recall as such, and each call twice where set-up wants it', async () => {
    const { office, clerk, callNext } = await openHall({ languages: ['vi'], repeat: true });
    const tv = await openTv(office.address);
    await tv.locator('.lobby').waitFor();
    const number = await callNext();
    await expect.poll(() => ended(tv), IN_TIME).toEqual([address(number, 'vi'), address(number, 'vi', 1)]);
    granted(await clerk.ask('counter:recall', { requestId: requestId(), counterId: 'counter-1' }));
    await expect.poll(async () => (await ended(tv))[2], IN_TIME).toBe(address(number, 'vi', 1));
  });

  it('speaks the other languages and the next call when clips are missing or broken', async () => {
    const { office, clerk, callNext } = await openHall({ languages: ['km', 'vi'] });
    await mkdir(join(office.folder, 'voice/vi'), { recursive: true });
    await writeFile(join(office.folder, 'voice/vi/digit-0.wav'), 'không phải âm thanh');
    const tv = await openTv(office.address);
    await tv.locator('.lobby').waitFor();
    const first = await callNext();
    await expect.poll(() => ended(tv), IN_TIME).toEqual([address(first, 'vi')]);
    expect((await heard(tv))[0]).toMatchObject({ event: 'error', address: address(first, 'km') });
    granted(await clerk.ask('counter:start', { requestId: requestId(), counterId: 'counter-1' }));
    granted(await clerk.ask('counter:finish', { requestId: requestId(), counterId: 'counter-1' }));
    const second = await callNext();
    await tv.locator(`.call.announcing .number:text-is("${second}")`).waitFor();
    await expect.poll(async () => (await ended(tv))[1], IN_TIME).toBe(address(second, 'vi'));
    expect(office.logged.map(({ text }) => text.vi)).toEqual([
      expect.stringContaining('Không liên lạc được với máy in'),
      expect.stringContaining('Thiếu đoạn ghi âm km/please-come.wav'),
      expect.stringContaining('voice/vi/digit-0.wav: không phải tệp WAV'),
    ]);
    expect(await tv.getByRole('button').count()).toBe(0);
  });

  it('asks for a press when the browser blocks the voice, and speaks the next call after it', async () => {
    const machine = await newMachine();
    await machine.addInitScript(() => {
      const { play } = HTMLMediaElement.prototype;
      let pressed = false;
      addEventListener('keydown', () => {
        pressed = true;
      });
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        return pressed ? play.call(this) : Promise.reject(new DOMException('press first', 'NotAllowedError'));
      };
    });
    const { office, clerk, callNext } = await openHall({ languages: ['vi'] });
    const tv = await openTv(office.address, machine);
    await tv.locator('.lobby').waitFor();
    const first = await callNext();
    await tv.locator('.call.announcing').waitFor();
    await tv.getByRole('button', { name: 'Bấm để bật âm thanh' }).waitFor();
    await tv.locator(`.counters .called .ticket:text-is("${first}")`).waitFor();
    await tv.keyboard.press('Enter');
    await tv.getByRole('button').waitFor({ state: 'detached' });
    granted(await clerk.ask('counter:recall', { requestId: requestId(), counterId: 'counter-1' }));
    await expect.poll(() => ended(tv), IN_TIME).toEqual([address(first, 'vi', 1)]);
  });

  it('speaks on another machine after it is paired', async () => {
    const { office, callNext } = await openHall({ languages: ['vi'] });
    // With this host name the TV counts as another machine: the server trusts only `localhost` and IP addresses.
    const tv = await openTv(office.address.replace('127.0.0.1', 'tv.localhost'));
    await expect.poll(() => tv.locator('.code span').allTextContents(), IN_TIME).toHaveLength(2);
    const code = (await tv.locator('.code span').allTextContents()).join('');
    const supervisor = await office.desk(ADMIN);
    granted(await supervisor.ask('device:accept', { requestId: requestId(), code, name: 'TV sảnh' }));
    await tv.locator('.lobby').waitFor();
    const number = await callNext();
    await expect.poll(() => ended(tv), IN_TIME).toEqual([address(number, 'vi')]);
  });
});

describe('the card of the voice for supervisors', () => {
  it('lists the clips of each language, shows which are broken, and plays a sentence', async () => {
    const { office } = await openHall();
    const own = join(office.folder, 'voice');
    await mkdir(join(own, 'vi'), { recursive: true });
    await mkdir(join(own, 'km'));
    await writeFile(join(own, 'vi/digit-1.wav'), writeWav(Buffer.alloc(24_000)));
    await writeFile(join(own, 'vi/digit-2.wav'), 'không phải âm thanh');
    const desk = await (await newMachine()).newPage();
    await desk.goto(`${office.address}/desk`);
    await desk.getByLabel('Tên đăng nhập').fill(ADMIN.username);
    await desk.getByRole('textbox', { name: 'Mật khẩu' }).fill(ADMIN.password);
    await desk.getByRole('button', { name: 'Đăng nhập' }).click();
    await desk.getByRole('button', { name: 'Quản lý', exact: true }).click();
    const voice = desk.getByRole('region', { name: 'Giọng đọc' });
    await voice.getByText('Mỗi lời gọi được đọc bằng tiếng Việt và tiếng Anh.').waitFor();
    expect(await voice.getByText(own, { exact: true }).count()).toBe(1);
    const vietnamese = voice.locator('details', { hasText: 'Tiếng Việt' });
    const total = Object.keys(clipsOf('vi')).length;
    expect(await vietnamese.locator('summary').textContent()).toBe(
      `Tiếng Việt1 đoạn tự thu · ${total - 1} đoạn có sẵn1 đoạn tự thu bị lỗi`,
    );
    await vietnamese.locator('summary').click();
    expect(await vietnamese.locator('tbody tr').first().textContent()).toBe(
      'haidigit-2.wavcó sẵntệp tự thu không phải WAV',
    );
    expect(await voice.locator('details', { hasText: '“km”' }).locator('summary').textContent()).toContain(
      `thiếu ${Object.keys(clipsOf('km')).length} đoạn`,
    );

    await voice.getByLabel('Số').fill('b105');
    await voice.getByLabel('Quầy').fill('21');
    await voice.getByRole('button', { name: 'Nghe' }).click();
    await voice.getByText('Đang đọc: Mời công dân có số B một không năm, đến quầy số hai mươi mốt.').waitFor();
    const played = '/voice/call.wav?number=B105&counter=21&language=vi&recall=0';
    await expect.poll(() => ended(desk), IN_TIME).toEqual([played]);
    await voice.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('km');
    await voice.getByRole('button', { name: 'Nghe' }).click();
    await voice.getByText('Không đọc được lời gọi này.').waitFor();
  });
});
