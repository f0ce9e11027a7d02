/** Opens the pages of an office in a browser, each once, and examines them in all their sizes. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { ROOT } from '../../../build/prepare.mjs';
import type { StagedOffice } from '../staged-office.ts';
import type { Shown } from './pages.ts';
import type { LayoutFault } from './probe.ts';

/** The probe as one script. */
export async function bundledProbe(): Promise<string> {
  const entry = join(ROOT, 'tests/browser/layout/probe.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'probe' } },
  });
  const code = [built].flat().flatMap((each) => ('output' in each ? each.output : []))[0];
  if (code?.type !== 'chunk') throw new Error('The build of the probe made no script.');
  return code.code;
}

/** The faults of the page in each of its sizes, `1280x800`. */
export async function examine(browser: Browser, probe: string, office: StagedOffice, shown: Shown) {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    hasTouch: true,
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.addInitScript(probe);
  try {
    const path = typeof shown.path === 'string' ? shown.path : await shown.path(office);
    await page.goto(`${office.address}${path}`);
    await shown.reach(page, office);
    await stopTimers(page);
    await page.evaluate(() => document.fonts.ready);
    const found: { size: string; faults: LayoutFault[] }[] = [];
    for (const [width, height] of shown.sizes) {
      await page.setViewportSize({ width, height });
      found.push({ size: `${width}x${height}`, faults: await faultsIn(page, shown.everything) });
    }
    return found;
  } finally {
    await context.close();
  }
}

/** Ends all timers of the page, so that it shows the same as long as it is examined. */
async function stopTimers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const last = Number(setTimeout(() => undefined));
    for (let timer = 0; timer <= last; timer += 1) clearTimeout(timer);
  });
}

/** The faults once the page has the size of the viewport and does not change any more. */
export async function faultsIn(page: Page, everything: boolean): Promise<LayoutFault[]> {
  const size = page.viewportSize();
  await page.waitForFunction((wanted) => innerWidth === wanted?.width && innerHeight === wanted.height, size);
  return page.evaluate(async (all) => {
    let before = '';
    for (;;) {
      // What reacts to a new size has drawn itself again after two frames.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const faults = window.layoutFaults(all);
      const now = JSON.stringify(faults) + document.body.innerHTML;
      if (now === before) return faults;
      before = now;
    }
  }, everything);
}
