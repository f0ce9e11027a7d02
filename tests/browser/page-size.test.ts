import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ROOT } from '../../server/prepare.mjs';

const PAGES = join(ROOT, 'dist/pages');
const LIMIT_KB = 45;

/** The scripts that a page loads before it can show anything: its own and all that they import statically. */
function scriptsOf(page: string): Set<string> {
  const html = readFileSync(join(PAGES, page, 'index.html'), 'utf8');
  const scripts = new Set<string>();
  const follow = (file: string) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    // Minified output: `import{a}from"./b.js"`, `import"./b.js"`; a dynamic `import("./b.js")` has a bracket instead.
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      follow(join(dirname(file), specifier));
    }
  };
  for (const [, url = ''] of html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) follow(join(PAGES, url));
  return scripts;
}

it.each(['kiosk/ticket', 'kiosk/rating', 'display/lobby'])(
  `%s loads less than ${LIMIT_KB} KB of JavaScript`,
  (page) => {
    const sizes = [...scriptsOf(page)].map((file) => gzipSync(readFileSync(file)).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    console.info(`${page}: ${kilobytes.toFixed(1)} KB of JavaScript gzipped`);
    expect(sizes.length).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThan(LIMIT_KB);
  },
);
