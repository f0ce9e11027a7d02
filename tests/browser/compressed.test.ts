import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';

const PAGES = join(ROOT, 'dist/pages');
const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' });
const texts = files.filter((name) => /\.(?:html|js|css|svg)$/.test(name));
const read = (name: string) => readFileSync(join(PAGES, name));

it('the build compresses every text of 1,000 bytes or more by brotli and gzip, and nothing else', () => {
  const large = texts.filter((name) => read(name).length >= 1_000);
  expect(large.length).toBeGreaterThan(40);
  const compressed = files.filter((name) => /\.(?:br|gz)$/.test(name));
  expect(compressed.toSorted()).toEqual(large.flatMap((name) => [`${name}.br`, `${name}.gz`]).toSorted());
  for (const name of large) {
    expect(brotliDecompressSync(read(`${name}.br`)).equals(read(name)), name).toBe(true);
    expect(gunzipSync(read(`${name}.gz`)).equals(read(name)), name).toBe(true);
  }
});

it('compressed, all scripts and style sheets together need less than half of their bytes', () => {
  const assets = texts.filter((name) => /\.(?:js|css)$/.test(name) && files.includes(`${name}.br`));
  const bytes = (end: string) => assets.reduce((sum, name) => sum + read(name + end).length, 0);
  expect(bytes('.gz')).toBeLessThan(bytes('') / 2);
  expect(bytes('.br')).toBeLessThan(bytes('.gz'));
});
