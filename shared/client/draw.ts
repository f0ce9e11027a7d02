import { type ComponentChild, render } from 'preact';

/** One letter out of each file of a weight. */
const LETTERS = 'aơạ';
/** On a slow line a page in the letters of the device comes before one that is late. */
const AT_MOST_MS = 1_500;

/** Shows `page` once its font has loaded: text that is drawn in other letters first moves when the font arrives. */
export function draw(page: ComponentChild): void {
  const show = () => {
    const app = document.getElementById('app');
    // In a browser that is too old the element has lost its id: see unsupported-browser.js.
    if (app) render(page, app);
  };
  // Also when no font comes, and on the oldest TVs, which have no `document.fonts`.
  fonts().then(show, show);
}

async function fonts(): Promise<void> {
  const loads = [400, 600, 800].map((weight) => document.fonts.load(`${weight} 1em "Be Vietnam Pro"`, LETTERS));
  await Promise.race([Promise.all(loads), new Promise((resolve) => setTimeout(resolve, AT_MOST_MS))]);
}
