/**
 * Builds pages a second time, for the browsers of old TVs and telephones (docs/adr/0005-legacy-build.md). Each page becomes one
 * classic script in ES5, with the polyfills that its code needs, and style sheets without custom properties.
 */
import { join } from 'node:path';
import { transform } from '@swc/core';
import { build, type Plugin } from 'vite';
import { LEGACY } from '../shared/protocol/pages.ts';
import { smallPreload } from './small-preload.ts';
import { websocketOnly } from './websocket-only.ts';

const TARGETS = { chrome: '47', safari: '9' };
const CORE_JS = '3.51';
/** Pages that are dark by set-up, in every browser; on others the dark theme follows the browser, which old ones do not tell. */
const DARK_PAGES = ['display/lobby'];

/**
 * swc matches method names without types: for `.at()` it also adds the polyfills of all typed arrays, for `.map()` those of
 * iterators. They are half of the size, and are for methods that are newer than tsconfig's `lib` or not used in our code.
 */
const UNNEEDED = /typed-array|array-buffer|es\.iterator\.|es\.set\..*\.v2|dispose|detached/;

interface LegacyBuild {
  /** Folder of the sources. */
  root: string;
  /** Output folder of the modern pages; the legacy ones go into a subfolder. */
  pages: string;
  folders: readonly string[];
  define: Record<string, string>;
}

export async function buildLegacy({ root, pages, folders, define }: LegacyBuild): Promise<void> {
  // One build per page: classic scripts cannot share chunks.
  for (const folder of folders) {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      base: `${LEGACY}/`,
      define,
      // Classic scripts cannot load a part later.
      resolve: { alias: [{ find: /^.*\/explain\.ts$/, replacement: join(root, 'shared/words/rejection.ts') }] },
      plugins: [websocketOnly(), smallPreload(), polyfills(), es5(DARK_PAGES.includes(folder))],
      build: {
        outDir: join(pages, LEGACY),
        emptyOutDir: false,
        target: 'es2022',
        // Current minifiers produce CSS and JavaScript that old browsers ignore (`inset`, `aspect-ratio: 1`) or cannot parse.
        minify: false,
        cssMinify: false,
        modulePreload: false,
        rolldownOptions: { input: join(root, folder, 'index.html'), output: { codeSplitting: false } },
      },
    });
  }
}

/** Adds imports of the polyfills that a module needs at its beginning. */
function polyfills(): Plugin {
  return {
    name: 'den-luot-polyfills',
    enforce: 'post',
    async transform(code, id) {
      // Not in the bundler's own helpers (`\0…`), which load the polyfills and so run before them.
      if (!/^[^\0]+\.[cm]?[jt]sx?$/.test(id) || id.includes('/node_modules/core-js/')) return null;
      const { code: withPolyfills } = await transform(code, {
        ...NO_CONFIG_FILES,
        isModule: true,
        env: { targets: TARGETS, mode: 'usage', coreJs: CORE_JS },
      });
      const found = withPolyfills.match(/^import "core-js\/[^"]+";/gm) ?? [];
      return { code: found.filter((line) => !UNNEEDED.test(line)).join('') + code, map: null };
    },
  };
}

/** Converts the output of the bundler for old browsers. */
function es5(hasDark: boolean): Plugin {
  return {
    name: 'den-luot-es5',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = await classicScript(file.code);
          else if (file.fileName.endsWith('.css')) file.source = withoutVariables(String(file.source), hasDark);
          else if (file.fileName.endsWith('.html')) file.source = withoutModules(String(file.source));
        }
      },
    },
  };
}

/** Keeps swc from reading configuration files in the folder. */
const NO_CONFIG_FILES = { swcrc: false, configFile: false } as const;

async function classicScript(code: string): Promise<string> {
  const { code: old } = await transform(code, {
    ...NO_CONFIG_FILES,
    isModule: true,
    minify: true,
    jsc: { target: 'es5', minify: { compress: { ecma: 5 }, mangle: true, ecma: 5 } },
  });
  return `!function(){"use strict";${old}}();\n`;
}

/**
 * Replaces custom properties by their values of `:root`, outside of media queries. The dark theme, which gives them others, becomes a
 * second rule behind each one that has colours, for the pages that have it in old browsers too.
 */
function withoutVariables(css: string, hasDark: boolean): string {
  const light = valuesIn(css, /^:root \{([^}]*)\}/gm);
  const dark = new Map([...light, ...valuesIn(css, /^:root\[data-theme="dark"\] \{([^}]*)\}/gm)]);
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*--[\w-]+:[^;]+;\n/gm, '');
  const both = hasDark
    ? plain.replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selector, body) => rule + darkRule(selector, body, dark))
    : plain;
  return withoutMinimum(valued(both, light));
}

/** Writes sizes like `min(84px, …, 23vw)` as a share of the width, and from the width on at which that is larger, as pixels. */
function withoutMinimum(css: string): string {
  return css.replace(
    /([^{}]+)\{([^{}]*?font-size: )min\((\d+)px,[^;]*?([\d.]+)vw\)([^{}]*)\}/g,
    (_rule, selector: string, before: string, pixels: string, share: string, after: string) =>
      `${selector}{${before}${share}vw${after}}
@media (min-width: ${Math.ceil((100 * Number(pixels)) / Number(share))}px) {${selector.trim()} {font-size: ${pixels}px}}
`,
  );
}

function valuesIn(css: string, rules: RegExp): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, rule = ''] of css.matchAll(rules)) {
    for (const [, name = '', value = ''] of rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)) values.set(name, value);
  }
  return values;
}

function valued(css: string, values: ReadonlyMap<string, string>): string {
  return css.replace(/var\((--[\w-]+)\)/g, (_whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The legacy build knows no value of ${name}.`);
    return value;
  });
}

const COLOURS = /^\s*(?:color|background|border(?!-radius)|box-shadow|fill|outline|stroke)/;
/** Steps of an animation, at-rules and what is for one theme already have no second rule. */
const NOT_THEMED = /^(?:@|from|to\b|\d)|data-theme/;

/** The same colours in the dark theme. Also those that do not change: otherwise a changed one of a weaker rule would win over them. */
function darkRule(selector: string, body: string, values: ReadonlyMap<string, string>): string {
  const colours = body.split(';').filter((declaration) => COLOURS.test(declaration));
  if (colours.length === 0 || NOT_THEMED.test(selector.trim())) return '';
  const selectors = selector.trim().split(/,\s*/).map(inDark);
  return `\n${selectors.join(', ')} {${valued(colours.join(';'), values)};\n}`;
}

/** The first part of a selector may mean the root itself, by its name or by the classes of orientation.ts. */
function inDark(selector: string): string {
  const root = /^(?:html|:root)?((?:\.(?:level|upright|turned))*)(?![\w-])/.exec(selector)?.[0] ?? '';
  const isRoot = root !== '' && /^(?:html|:root|\.)/.test(root);
  const rest = isRoot ? selector.slice(root.length) : ` ${selector}`;
  return `:root${isRoot ? root.replace(/^(?:html|:root)/, '') : ''}[data-theme="dark"]${rest}`;
}

function withoutModules(html: string): string {
  return html.replaceAll('<script type="module" crossorigin', '<script defer');
}
