import { type ComponentChild, render } from 'preact';

/** The three weights of base.css. */
const FONTS = [400, 600, 800].map((weight) => `${weight} 1em "Be Vietnam Pro"`);
/** One letter out of each file of a weight. */
const LETTERS = 'aơạ';
/** On a slow line a page in the letters of the device comes before one that is late. */
const AT_MOST_MS = 1_000;

/** Shows `page` once its font has loaded: text that is drawn in other letters first moves when the font arrives. */
export function draw(page: ComponentChild): void {
  const root = document.getElementById('app') ?? document.body;
  void fontsLoaded().then(() => render(page, root));
}

/** Never rejects, and lasts a second at most. */
async function fontsLoaded(): Promise<void> {
  // The oldest TVs do not tell when a font has loaded.
  if (!('fonts' in document)) return;
  const loaded = Promise.all(FONTS.map((font) => document.fonts.load(font, LETTERS)));
  const tooLate = new Promise((resolve) => {
    setTimeout(resolve, AT_MOST_MS);
  });
  // A font that cannot be loaded must not keep the page away.
  await Promise.race([loaded, tooLate]).catch(() => undefined);
}
