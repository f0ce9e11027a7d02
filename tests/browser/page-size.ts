import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The pages that visitors see, on old and slow machines, and their limits in KB. What a page loads after its first screen is complete
 * does not count.
 */
export const LIGHT_PAGES = [
  { page: 'kiosk/ticket', limit: 36 },
  { page: 'kiosk/rating', limit: 36 },
  { page: 'display/lobby', limit: 32 },
  { page: 'display/phone', limit: 45 },
];

/** Gzipped kilobytes of JavaScript that `page` of the built `pages` loads until its first screen is complete and works. */
export function scriptKilobytes(pages: string, page: string): number {
  const scripts = [...scriptsOf(pages, page)];
  if (scripts.length === 0) throw new Error(`${page} loads no script: this is not a built page.`);
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1024;
}

/** A page's own scripts and all that they import statically. */
function scriptsOf(pages: string, page: string): Set<string> {
  const html = readFileSync(join(pages, page, 'index.html'), 'utf8');
  const scripts = new Set<string>();
  const follow = (file: string) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    // Minified output: `import{a}from"./b.js"`, `import"./b.js"`; a dynamic `import("./b.js")` has a bracket instead.
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      follow(join(dirname(file), specifier));
    }
  };
  for (const [, url = ''] of html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) follow(join(pages, url));
  return scripts;
}

/** Kilobytes of everything that a telephone loads for a ticket, as it travels over a LAN without https: gzipped, fonts as they are. */
export function phoneKilobytes(pages: string): number {
  const page = 'display/phone';
  const html = readFileSync(join(pages, page, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:css|svg|js))"/g)].map(([, url = '']) =>
    join(pages, url),
  );
  const styles = linked.filter((file) => file.endsWith('.css')).map((file) => readFileSync(file, 'utf8'));
  const fonts = styles.flatMap((css) => [...css.matchAll(/\/(assets\/be-vietnam-pro-\d+-[^)"]+\.woff2)/g)]);
  // Loaded right after the first picture: the sentences about refusals.
  const later = readdirSync(join(pages, 'assets')).filter((name) => /^rejection-.*\.js$/.test(name));
  const texts = new Set([...linked, ...scriptsOf(pages, page), ...later.map((name) => join(pages, 'assets', name))]);
  const files = new Set(fonts.map(([, url = '']) => join(pages, url)));
  if (files.size !== 2) throw new Error(`The page of a ticket has ${files.size} fonts of its own instead of 2.`);
  const bytes = [
    gzipSync(html).length,
    ...[...texts].map((file) => gzipSync(readFileSync(file)).length),
    ...[...files].map((file) => readFileSync(file).length),
  ];
  return bytes.reduce((sum, each) => sum + each, 0) / 1024;
}
