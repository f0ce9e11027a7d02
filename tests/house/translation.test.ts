// Chromium offers to translate a page in a box that lies over it and that no visitor of a kiosk or TV can close.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPage } from '../../server/api/rest/start-page.ts';
import { PAGE_FOLDERS } from '../../shared/protocol/pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const FORBIDDEN = /<meta name="google" content="notranslate"/;
const pageIn = (folder: string) => readFileSync(join(ROOT, folder, 'index.html'), 'utf8');

it.each(PAGE_FOLDERS.filter((folder) => folder !== 'display/phone'))(
  'the page in %s is not offered for translation',
  (folder) => {
    expect(pageIn(folder)).toMatch(FORBIDDEN);
  },
);

it('the start page is not offered for translation', () => {
  expect(startPage).toMatch(FORBIDDEN);
});

it("the page on a visitor's telephone may be translated", () => {
  expect(pageIn('display/phone')).not.toMatch(/translate/);
});
