import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { LEGACY_FOLDERS } from '../../shared/protocol/pages.ts';
import { LIGHT_PAGES, phoneKilobytes, scriptKilobytes } from './page-size.ts';

/** KB with the polyfills for old browsers. */
const LEGACY_LIMIT_KB = 90;

it.each([...LIGHT_PAGES, ...LEGACY_FOLDERS.map((folder) => ({ page: `legacy/${folder}`, limit: LEGACY_LIMIT_KB }))])(
  '$page loads less than $limit KB of JavaScript',
  ({ page, limit }) => {
    const kilobytes = scriptKilobytes(join(ROOT, 'dist/pages'), page);
    console.info(`${page}: ${kilobytes.toFixed(1)} KB of JavaScript gzipped`);
    expect(kilobytes).toBeLessThan(limit);
  },
);

/** 1.2 s of a slow mobile network. */
const PHONE_LIMIT_KB = 60;

it(`the page of a ticket loads less than ${PHONE_LIMIT_KB} KB in all`, () => {
  const kilobytes = phoneKilobytes(join(ROOT, 'dist/pages'));
  console.info(`display/phone: ${kilobytes.toFixed(1)} KB in all`);
  expect(kilobytes).toBeLessThan(PHONE_LIMIT_KB);
});
