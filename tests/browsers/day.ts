/** The core day of an office in one browser: a ticket at the kiosk, its call at the desk, the TV, and the rating. */
import { deepEqual, equal } from 'node:assert/strict';
import { bundledProbe } from '../browser/layout/examine.ts';
import { PASSWORD, StagedOffice } from '../browser/staged-office.ts';
import { communeOffice } from '../office.ts';
import type { Engine, Screen } from './engine.ts';

const NINE = Date.parse('2026-11-23T09:00:00+07:00');
/** ms; far more than a page needs on a slow machine. */
const PATIENCE = 30_000;
const ENTER = '\uE007';
const TAB = '\uE004';

export async function coreDay(engine: Engine, photograph: (name: string, picture: Buffer) => Promise<void>) {
  const office = await StagedOffice.open(NINE, { voice: { ...communeOffice.voice, languages: [] } });
  const probe = await bundledProbe();
  const screens: Screen[] = [];
  const open = async (path: string, width: number, height: number) => {
    const screen = await engine.open(width, height);
    screens.push(screen);
    await screen.open(office.address + path);
    return screen;
  };
  /** Nothing of the page is cut, hidden or under something else. */
  const isWhole = async (screen: Screen, name: string, everything: boolean) => {
    await screen.evaluate(
      'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))))',
    );
    await photograph(name, await screen.picture());
    const faults = `(() => { ${probe}; return window.layoutFaults(${everything}); })()`;
    deepEqual(await screen.evaluate(faults), [], name);
  };
  try {
    const tv = await open('/display', 1280, 720);
    const kiosk = await open('/kiosk', 800, 1280);
    await shows(kiosk, '.service .letter', 'A');
    await isWhole(kiosk, 'kiosk services', true);
    await kiosk.press('.service');
    await shows(kiosk, '.regular .name', 'Không – lấy số thường');
    await isWhole(kiosk, 'kiosk classes', true);
    await kiosk.press('.priority');
    await shows(kiosk, '.slip .number', 'A001');
    await shows(kiosk, '.paper.good .state', /Mời ông\/bà lấy phiếu/);
    await isWhole(kiosk, 'kiosk result', true);
    await shows(tv, '.waits .letter', 'A');

    const desk = await open('/desk', 1024, 768);
    await shows(desk, '.sign-in h1, .sign-in h2', /./);
    await desk.press('input[name="username"]');
    await desk.type(`lan${TAB}${PASSWORD}${ENTER}`);
    await shows(desk, '.work.open', /./);
    await desk.press('button[data-key="n"]');
    await shows(desk, '.work.called .current-number', 'A001');
    await isWhole(desk, 'desk called', false);
    await shows(tv, '.call .number', 'A001');
    await shows(tv, '.call .counter', /1/);
    await photograph('television', await tv.picture());
    await desk.press('button[data-key="s"]');
    await shows(desk, '.work.serving .current-number', 'A001');
    await desk.press('button[data-key="f"]');
    await shows(desk, '.work.open', /./);

    const pad = await open('/rating', 1024, 768);
    await shows(pad, '.faces button:last-child .word', /Rất hài/);
    await isWhole(pad, 'rating faces', true);
    await pad.press('.faces button:last-child');
    await shows(pad, '.numbers .number', 'A001');
    await isWhole(pad, 'rating thanks', true);
    await pad.press('.numbers .number');
    await shows(pad, 'main h1', 'Cảm ơn ông/bà đã đánh giá');
    await shows(tv, '.satisfaction .invite', /1/);
    equal((await office.look(0)).current, null);
  } finally {
    for (const screen of screens) await screen.close().catch(() => undefined);
    await office.close();
  }
}

/** Waits until the first such element has this text. */
async function shows(screen: Screen, selector: string, wanted: string | RegExp): Promise<void> {
  const until = Date.now() + PATIENCE;
  const expression = `document.querySelector(${JSON.stringify(selector)})?.textContent?.trim() ?? null`;
  for (;;) {
    const text = await screen.evaluate(expression);
    if (typeof text === 'string' && (typeof wanted === 'string' ? text === wanted : wanted.test(text))) return;
    if (Date.now() > until) throw new Error(`${selector} shows ${JSON.stringify(text)} instead of ${wanted}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
