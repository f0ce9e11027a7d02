/**
 * Builds pages a second time, for the browsers of old TVs and telephones (docs/adr/0005-legacy-build.md). Part of the
 * build, not of the running server. Each page becomes one classic script in ES5 with the polyfills that its code needs,
 * and style sheets without custom properties.
 */
import { join } from 'node:path';
import { transform } from '@swc/core';
import { build, type Plugin } from 'vite';
import { LEGACY } from '../shared/protocol/pages.ts';

const TARGETS = { chrome: '47', safari: '9' };
const CORE_JS = '3.51';

/**
 * swc knows names, not types: for each `.at()` it would bring that of all typed arrays, for each `.map()` that of
 * iterators. These are half of the weight, and either newer than what tsconfig's `lib` lets us write, or not used.
 */
const UNNEEDED = /typed-array|array-buffer|es\.iterator\.|es\.set\..*\.v2|dispose|detached/;

interface LegacyBuild {
  /** Folder of the sources. */
  root: string;
  /** Folder of the modern pages; the legacy ones go into a folder of their own below it. */
  pages: string;
  folders: readonly string[];
  define: Record<string, string>;
}

export async function buildLegacy({ root, pages, folders, define }: LegacyBuild): Promise<void> {
  // One build per page: without modules a page cannot share a chunk with another.
  for (const folder of folders) {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      base: `${LEGACY}/`,
      define,
      plugins: [polyfills(), es5()],
      build: {
        outDir: join(pages, LEGACY),
        emptyOutDir: false,
        target: 'es2022',
        // Minifiers of today write what old browsers drop (`inset`, `aspect-ratio: 1`) or cannot read.
        minify: false,
        cssMinify: false,
        modulePreload: false,
        rolldownOptions: { input: join(root, folder, 'index.html'), output: { codeSplitting: false } },
      },
    });
  }
}

/** Puts before each module the polyfills for what it uses. */
function polyfills(): Plugin {
  return {
    name: 'den-luot-polyfills',
    enforce: 'post',
    async transform(code, id) {
      // The bundler's own helpers (`\0…`) load the polyfills: they come before them.
      if (!/^[^\0]+\.[cm]?[jt]sx?$/.test(id) || id.includes('/node_modules/core-js/')) return null;
      const { code: filled } = await transform(code, {
        ...OWN_OPTIONS,
        isModule: true,
        env: { targets: TARGETS, mode: 'usage', coreJs: CORE_JS },
      });
      const found = filled.match(/^import "core-js\/[^"]+";/gm) ?? [];
      return { code: found.filter((line) => !UNNEEDED.test(line)).join('') + code, map: null };
    },
  };
}

/** Turns what the bundler wrote into what old browsers read. */
function es5(): Plugin {
  return {
    name: 'den-luot-es5',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = await classicScript(file.code);
          else if (file.fileName.endsWith('.css')) file.source = withoutVariables(String(file.source));
          else if (file.fileName.endsWith('.html')) file.source = withoutModules(String(file.source));
        }
      },
    },
  };
}

/** Else swc looks for files of its own in the folder. */
const OWN_OPTIONS = { swcrc: false, configFile: false } as const;

async function classicScript(code: string): Promise<string> {
  const { code: old } = await transform(code, {
    ...OWN_OPTIONS,
    isModule: true,
    minify: true,
    jsc: { target: 'es5', minify: { compress: { ecma: 5 }, mangle: true, ecma: 5 } },
  });
  return `!function(){"use strict";${old}}();\n`;
}

/** Our custom properties are constants of `:root`. */
function withoutVariables(css: string): string {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of css.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)) values.set(name, value);
  return css.replace(/^\s*--[\w-]+:[^;]+;\n/gm, '').replace(/var\((--[\w-]+)\)/g, (_whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The legacy build knows no value of ${name}.`);
    return value;
  });
}

function withoutModules(html: string): string {
  return html.replaceAll('<script type="module" crossorigin', '<script defer');
}
