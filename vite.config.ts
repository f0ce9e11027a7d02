/// <reference types="vitest/config" />
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { compressTexts } from './build/compress.ts';
import { buildLegacy } from './build/legacy-build.ts';
import { buildId, ROOT, unstamp } from './build/prepare.mjs';
import { smallPreload } from './build/small-preload.ts';
import { TARGET } from './build/supported-browsers.ts';
import { websocketOnly } from './build/websocket-only.ts';
import { LEGACY_FOLDERS, PAGE_FOLDERS, pageAt } from './shared/protocol/pages.ts';
import { unsupportedBrowser } from './shared/words/unsupported-browser.ts';

/** Under `npm run dev` vite serves the pages and forwards what it does not have to the real server at this port. */
const PORT = process.env.PORT ?? '8080';
const SERVER = `http://localhost:${PORT}`;

const build = buildId();
const define = { __BUILD__: JSON.stringify(build) };
const outDir = 'dist/pages';

/** What most pages load first, in few files: many small ones together are larger, for each is compressed by itself. */
const CHUNKS = [
  {
    name: 'base',
    test: /rolldown\/runtime|node_modules\/(@?preact|@?socket\.io|engine\.io)|shared\/client\/(clock|connection|connection-page|draw|explain|language|lazy|look|name|pictogram|text-packets)\.tsx?$|pictograms\.svg|shared\/(language|time|protocol\/(pages|protocol|rejections|view-parts)|words\/((vi|en)\/)?common)\.ts|vite\/preload-helper/,
  },
  {
    name: 'hall',
    test: /display\/parts\/(address|bilingual|burn-in-shift|clock|orientation|screen|screen-frame|stage)\.tsx?$|shared\/words\/(vi|en)\/display\.ts/,
  },
  {
    name: 'kiosk',
    test: /kiosk\/parts\/(aids|calibrate|frame|frame-parts|heading|icons|idle-timer|input|keys|language-button|lazy|message|retry|spoken|steps|touch|words)\.tsx?$|shared\/words\/(vi|en)\/kiosk\.ts/,
  },
];

/** Starts the server with vite, restarts it when its sources change and stops it with vite; pages have the same paths as in production. */
function office(): Plugin {
  let server: ChildProcess | undefined;
  return {
    name: 'den-luot-office',
    apply: (_config, { command, mode }) => command === 'serve' && mode === 'development',
    configureServer(vite) {
      server = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'watch', 'server/main.ts'], {
        cwd: import.meta.dirname,
        stdio: 'inherit',
        env: { DATA_DIR: 'data', ...process.env, PORT, DEV_BUILD: build },
      });
      const stop = () => server?.kill();
      vite.httpServer?.on('close', stop);
      process.on('exit', stop);
      process.on('SIGINT', () => process.exit(130));
      vite.middlewares.use((request, _response, next) => {
        const [path = '', query] = (request.url ?? '').split('?');
        // Not a page of an office: everything of which the pages are made.
        const folder = path === '/look' ? 'shared/client/look' : pageAt(path);
        if (folder) request.url = `/${folder}/index.html${query === undefined ? '' : `?${query}`}`;
        next();
      });
    },
  };
}

/** Pages with a legacy build redirect old browsers to it; the others say what browser they need. */
function oldBrowsers(): Plugin {
  const redirect = 'old-browser.js';
  const sentence = 'unsupported-browser.js';
  const { vi, en } = unsupportedBrowser;
  return {
    name: 'den-luot-old-browsers',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const fileName of [redirect, sentence]) {
        const source = readFileSync(join(ROOT, 'shared/client', fileName), 'utf8').replace(/^\s*\/\/.*\n/gm, '');
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { path }) {
        if (LEGACY_FOLDERS.some((folder) => path === `/${folder}/index.html`)) {
          return [{ tag: 'script', attrs: { src: `/${redirect}` }, injectTo: 'head-prepend' }];
        }
        const sentences = `<p lang="vi">${vi}</p><br /><p lang="en">${en}</p>`;
        return [
          { tag: 'div', attrs: { id: 'unsupported-browser', hidden: true }, children: sentences, injectTo: 'body' },
          // `defer`: after the page's elements exist, and before its own script.
          { tag: 'script', attrs: { src: `/${sentence}`, defer: true }, injectTo: 'head-prepend' },
        ];
      },
    },
  };
}

/**
 * The tokens of `shared/client` come before the styles of a page, which change some of them: with chunks of our own, vite's order of the
 * style sheets does not follow the imports.
 */
function tokensFirst(): Plugin {
  const sheet = /\s*<link rel="stylesheet"[^>]*>/g;
  return {
    name: 'den-luot-tokens-first',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const sheets = html.match(sheet);
        if (!sheets) return html;
        const tokens = sheets.find((link) => link.includes('/assets/base-'));
        if (tokens === undefined) throw new Error('no style sheet of shared/client in this page');
        let first = true;
        return html.replace(tokens, '').replace(sheet, (link) => {
          const before = first ? tokens : '';
          first = false;
          return before + link;
        });
      },
    },
  };
}

/** The start script of screens, which kiosk PCs and TV sticks load from the server. */
function screenScript(): Plugin {
  return {
    name: 'den-luot-screen-script',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'screen.sh', source: readFileSync(join(ROOT, 'build/screen.sh')) });
    },
  };
}

export default defineConfig({
  appType: 'mpa',
  define,
  plugins: [office(), websocketOnly(), smallPreload(), oldBrowsers(), tokensFirst(), screenScript()],
  server: {
    // Not `changeOrigin`: the server compares the Origin of a request with its Host, and refuses foreign origins.
    proxy: Object.fromEntries(
      ['/api', '/healthz', '^/look/.', '/notices', '/preview', '/socket.io', '/voice'].map((path) => [
        path,
        { target: SERVER, changeOrigin: false, ws: true },
      ]),
    ),
  },
  builder: {
    async buildApp(builder) {
      unstamp();
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
      await buildLegacy({ root: ROOT, pages: join(ROOT, outDir), folders: LEGACY_FOLDERS, define });
      await compressTexts(join(ROOT, outDir));
    },
  },
  environments: {
    client: {
      build: {
        outDir,
        target: TARGET,
        // The browsers that get this build either preload modules themselves or load them all the same.
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: PAGE_FOLDERS.map((folder) => join(ROOT, folder, 'index.html')),
          output: { codeSplitting: { includeDependenciesRecursively: false, groups: CHUNKS } },
        },
      },
    },
    server: {
      consumer: 'server',
      resolve: { external: true },
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: { main: 'server/main.ts', 'drawing-worker': 'server/print/drawing/worker.ts' },
        },
      },
    },
  },
  test: {
    // Some libraries, such as lowdb, behave differently with NODE_ENV=test, which no real office uses.
    env: { NODE_ENV: 'production' },
    allowOnly: false,
    // Two workers even on one core: tests mostly wait for a socket, a disk or a browser.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        // The generator of the API's client needs a TypeScript 5, the office's own compiler is newer.
        resolve: { alias: { typescript: 'typescript-5' } },
        test: {
          name: 'core',
          server: { deps: { inline: ['openapi-typescript'] } },
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{browser,faults,kiosk,display,desk}/**'],
          // Only modules of pages keep state, and starting a worker for each file would take as long as the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'pages', include: ['tests/{kiosk,display,desk}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/{browser,faults}/**/*.test.ts'],
          globalSetup: 'tests/browser/build.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
