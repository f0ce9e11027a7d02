import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { buildId } from './server/prepare.mjs';

/** The folder of each page, as the server and the browser tests know it too. */
const pages = ['kiosk/ticket', 'kiosk/rating', 'display/lobby', 'desk', 'desk/printer'];

export default defineConfig({
  appType: 'mpa',
  define: { __BUILD__: JSON.stringify(buildId()) },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/pages',
        rolldownOptions: { input: pages.map((page) => resolve(import.meta.dirname, page, 'index.html')) },
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
        rolldownOptions: { input: 'server/main.ts' },
      },
    },
  },
});
