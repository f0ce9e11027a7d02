/** The page of a ticket on a telephone whose browser translates it: the translator replaces the text nodes of the page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LAN, openOffice, press, type RunningOffice } from '../server/office.ts';
import { issueByRest } from '../server/rest.ts';
import { requestId, type Screen } from '../server/screen.ts';
import { launchBrowser } from './browser.ts';
import { BUILT } from './built-pages.ts';
import { complaintsOf } from './complaints.ts';

/** Before each text that is translated. */
const SIGN = '§';

let browser: Browser;
let office: RunningOffice;
let desk: Screen<'desk'>;
/** Two telephones with the same ticket; only the second one translates. */
let plain: Page;
let translated: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  office = await openOffice(BUILT);
  desk = await office.clerkAt('counter-1', LAN);
  await issueByRest(office, requestId(), 'civil-status');
  await issueByRest(office, requestId(), 'civil-status');
  const address = `${office.address}/t/${(await issueByRest(office, requestId(), 'civil-status')).id}`;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  complaints = complaintsOf(context);
  [plain, translated] = [await context.newPage(), await context.newPage()];
  for (const page of [plain, translated]) {
    await page.goto(address);
    await page.locator('.progress .ahead').waitFor();
  }
});
afterEach(() => plain.context().close());

/** As Chromium does: each text node gives its place to two `font` elements; `again` also translates what is added later. */
async function translate(page: Page, again: boolean): Promise<void> {
  await page.evaluate(
    ([sign, goesOn]) => {
      const body = document.body;
      const watch = () => observer.observe(body, { childList: true, characterData: true, subtree: true });
      const observer = new MutationObserver(() => replaceAll());
      function replaceAll(): void {
        observer.disconnect();
        const texts: Node[] = [];
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
          const parent = text.parentNode;
          const done = text.parentElement?.closest('font, script, [translate=no]');
          if (!parent || done || !/\S/.test(text.textContent ?? '')) continue;
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          inner.textContent = `${sign}${text.textContent}`;
          outer.append(inner);
          parent.replaceChild(outer, text);
        }
        if (goesOn) watch();
      }
      replaceAll();
    },
    [SIGN, again] as const,
  );
  expect(await textOf(page)).toContain(SIGN);
  // The translation has letters that the fonts of the page may lack: others are fetched for them.
  await page.evaluate(() => document.fonts.ready);
}

const textOf = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

/** Waits until both telephones show this sentence, and the same text everywhere else. */
async function bothShow(sentence: string): Promise<void> {
  await plain.getByText(sentence).first().waitFor();
  await expect
    .poll(async () => (await textOf(translated)).replaceAll(SIGN, ''), { message: sentence })
    .toBe(await textOf(plain));
}

describe.each([
  ['once', false],
  ['again after each change', true],
])('a telephone that translates its page %s', (_how, again) => {
  it('shows each state of the ticket as a telephone that does not', async () => {
    await translate(translated, again);
    await bothShow('Còn 2 người cùng lĩnh vực trước ông/bà');
    await press(desk, 'call-next', 'start', 'finish');
    await bothShow('Còn 1 người cùng lĩnh vực trước ông/bà');
    await press(desk, 'call-next', 'start', 'finish');
    await bothShow('Ông/bà là người tiếp theo của lĩnh vực này');
    await press(desk, 'call-next');
    await bothShow('Mời ông/bà đến');
    expect(await translated.locator('.counter').textContent()).toBe('1');
    await press(desk, 'recall');
    await bothShow('Nhắc lại số');
    await press(desk, 'miss');
    await bothShow('Ông/bà đã qua lượt');
    expect(complaints).toEqual([]);
  });

  it('asks, answers and rates as before', async () => {
    await translate(translated, again);
    for (const page of [plain, translated]) await page.locator('.withdraw').tap();
    await bothShow('Ông/bà có chắc muốn hủy số này không?');
    for (const page of [plain, translated]) await page.locator('.question .primary').tap();
    await bothShow('Báo khi đến lượt');
    for (let visit = 0; visit < 3; visit += 1) await press(desk, 'call-next', 'start', 'finish');
    await bothShow('Ông/bà có hài lòng không?');
    await translated.locator('.levels button').last().tap();
    // Only the page on which the vote was given can take it back.
    await plain.getByText('Cảm ơn ông/bà đã đánh giá').waitFor();
    await translated.getByText('Cảm ơn ông/bà đã đánh giá').waitFor();
    await translated.locator('.rate .quiet').tap();
    await bothShow('Ông/bà có hài lòng không?');
    expect(complaints).toEqual([]);
  });

  it('says that the connection is lost', async () => {
    await translate(translated, again);
    await office.stop();
    await bothShow('Mất kết nối.');
    expect(complaints).toEqual([]);
  });

  it('changes its language', async () => {
    await translate(translated, again);
    for (const page of [plain, translated]) await page.locator('header button').tap();
    await bothShow('2 people before you for this service');
    expect(complaints).toEqual([]);
  });
});
