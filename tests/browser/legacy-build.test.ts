import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { LEGACY_FOLDERS } from '../../shared/protocol/pages.ts';

const PAGES = join(ROOT, 'dist/pages');
const read = (name: string) => readFileSync(join(PAGES, name), 'utf8');
const assets = (ending: string) => readdirSync(join(PAGES, 'legacy/assets')).filter((name) => name.endsWith(ending));

/** Features that Chrome 47 and Safari 9 do not have, or interpret differently. */
const TOO_NEW = [
  /\bvar\(/,
  /(?:^|[\s;{])--[\w-]+:/m,
  /display:\s*(?:inline-)?grid/,
  /(?:^|[\s;{])(?:row-|column-)?gap:/m,
  // As a property; a shadow may be inset.
  /(?:^|[\s;{])inset[\w-]*:/m,
  /\b(?:clamp|min|max)\(/,
  // As a property. Media queries may use it, but with two numbers.
  /(?:^|[\s;{])aspect-ratio:/m,
  /aspect-ratio:\s*\d+\s*\)/,
  /\d[dsl]vh\b/,
  /#(?:[0-9a-f]{4}|[0-9a-f]{8})\b/i,
  /:(?:is|where|has)\(/,
  /@(?:layer|container|property)\b/,
];

describe('the legacy build', () => {
  it.each([...assets('.js').map((name) => `legacy/assets/${name}`), 'old-browser.js'])('%s is ES5', (name) => {
    expect(() => parse(read(name), { ecmaVersion: 5 })).not.toThrow();
  });

  it.each(assets('.css'))('%s uses no feature that old browsers do not have', (name) => {
    const css = read(`legacy/assets/${name}`);
    expect(css.length).toBeGreaterThan(1000);
    expect(TOO_NEW.filter((feature) => feature.test(css))).toEqual([]);
  });

  it.each(LEGACY_FOLDERS)(
    'of %s is one classic script without inline scripts, and the modern page redirects old browsers to it',
    (page) => {
      const legacy = read(`legacy/${page}/index.html`);
      expect(legacy.match(/<script[^>]*>[^<]*/g)).toEqual([
        expect.stringMatching(/^<script defer src="\/legacy\/assets\/[^"]+">$/),
      ]);
      const modern = read(`${page}/index.html`);
      expect(modern.indexOf('<script src="/old-browser.js">')).toBeGreaterThan(0);
      expect(modern.indexOf('old-browser.js')).toBeLessThan(modern.indexOf('type="module"'));
    },
  );
});
