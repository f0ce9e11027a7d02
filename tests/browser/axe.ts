import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What axe finds on the whole page; `options` are its own. */
export async function violationsOf(page: Page, options: object = {}): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  // The content policy of the pages forbids injected script tags, evaluate does not.
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}

/** Waits for what `state` points at, then lets axe look at the whole page. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // An announcement on the lobby TV takes its time.
  await page.locator(state).first().waitFor({ timeout: 25_000 });
  // Colours in the middle of a transition are nobody's choice: what ends is awaited, what pulses for ever is not.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ playState, effect }) => {
      return playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
    });
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const violations = await violationsOf(page, { runOnly: TAGS });
  expect(violations, `${new URL(page.url()).pathname} with ${state}`).toEqual([]);
}
