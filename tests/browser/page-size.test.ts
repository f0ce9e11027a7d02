import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../server/prepare.mjs';
import { LIGHT_PAGES, LIMIT_KB, scriptKilobytes } from './page-size.ts';

it.each(LIGHT_PAGES)(`%s loads less than ${LIMIT_KB} KB of JavaScript`, (page) => {
  const kilobytes = scriptKilobytes(join(ROOT, 'dist/pages'), page);
  console.info(`${page}: ${kilobytes.toFixed(1)} KB of JavaScript gzipped`);
  expect(kilobytes).toBeLessThan(LIMIT_KB);
});
