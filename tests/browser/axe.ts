import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** The violations that axe finds on the whole page; `options` are those of `axe.run`. */
export async function violationsOf(page: Page, options: object = {}): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  // The content policy of the pages forbids injected script tags, evaluate does not.
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}

/** Waits for the selector `state`, then checks the whole page by axe. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // An announcement on the lobby TV takes some seconds.
  await page.locator(state).first().waitFor({ timeout: 25_000 });
  // In the middle of a transition colours are not those of the design: waits for all animations that end.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ playState, effect }) => {
      return playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
    });
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const violations = await violationsOf(page, { runOnly: TAGS });
  expect(violations, `${new URL(page.url()).pathname} with ${state}`).toEqual([]);
}
