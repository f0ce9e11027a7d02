/** The order of the style sheets in the built pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { PAGE_FOLDERS } from '../../shared/protocol/pages.ts';

const PAGES = join(ROOT, 'dist/pages');

describe('the style sheets of a built page', () => {
  it.each(PAGE_FOLDERS)('of %s begin with the tokens, so that the page can change them', (folder) => {
    const html = readFileSync(join(PAGES, folder, 'index.html'), 'utf8');
    const sheets = [...html.matchAll(/rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, path = '']) =>
      readFileSync(join(PAGES, path), 'utf8'),
    );
    expect(sheets.map((css) => css.includes('--on-navy-muted:')).indexOf(true)).toBe(0);
  });
});
