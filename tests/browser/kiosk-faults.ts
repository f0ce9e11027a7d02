import type { Page } from 'playwright-core';
import { violationsOf } from './axe.ts';

/** Faults of a kiosk page: small or close buttons, cut texts, scrolling, violations of axe. `rules` are further rules of axe. */
export async function faultsOf(page: Page, rules: string[] = []): Promise<string[]> {
  const found = await page.evaluate(async () => {
    // A page that still slides in is wider than the screen.
    await Promise.all(
      document
        .getAnimations()
        .filter((each) => each instanceof CSSAnimation && each.animationName === 'arrive')
        .map(({ finished }) => finished),
    );
    const least = { size: 20 * 3.78 - 0.5, gap: 2.5 * 3.78 - 0.5 };
    const found: string[] = [];
    // Nothing behind an open dialog can be pressed.
    const front = document.querySelector('dialog[open]') ?? document;
    const buttons = [...front.querySelectorAll('button')].filter((button) => button.checkVisibility());
    const boxes = buttons.map((button) => button.getBoundingClientRect());
    boxes.forEach((one, index) => {
      if (one.width < least.size || one.height < least.size) found.push(`a button of ${one.width} x ${one.height}`);
      for (const other of boxes.slice(index + 1)) {
        const across = Math.max(one.left - other.right, other.left - one.right);
        const down = Math.max(one.top - other.bottom, other.top - one.bottom);
        if (Math.max(across, down) < least.gap) found.push(`a gap of ${Math.max(across, down)}`);
      }
    });
    for (const button of buttons) {
      if (button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1)
        found.push(`${button.textContent} is cut off`);
    }
    const main = document.querySelector('main');
    if (main && main.scrollHeight > main.clientHeight + 1) found.push('the page scrolls');
    if (main && main.scrollWidth > main.clientWidth + 1) found.push('the page is too wide');
    return found;
  });
  const enabled = Object.fromEntries(rules.map((id) => [id, { enabled: true }]));
  return [...found, ...(await violationsOf(page, { rules: enabled }))];
}

/** The texts of buttons that begin above the middle of the screen. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.checkVisibility() && button.getBoundingClientRect().top < innerHeight / 2 - 1)
      .map((button) => button.textContent ?? ''),
  );
}
