import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { LEGACY_FOLDERS } from '../../shared/protocol/pages.ts';
import { LIGHT_PAGES, LIMIT_KB, scriptKilobytes } from './page-size.ts';

/** KB with the polyfills for old browsers. */
const LEGACY_LIMIT_KB = 90;

it.each([
  ...LIGHT_PAGES.map((page) => ({ page, limit: LIMIT_KB })),
  ...LEGACY_FOLDERS.map((folder) => ({ page: `legacy/${folder}`, limit: LEGACY_LIMIT_KB })),
])('$page loads less than $limit KB of JavaScript', ({ page, limit }) => {
  const kilobytes = scriptKilobytes(join(ROOT, 'dist/pages'), page);
  console.info(`${page}: ${kilobytes.toFixed(1)} KB of JavaScript gzipped`);
  expect(kilobytes).toBeLessThan(limit);
});
