// `npm run bench`: compares the product with the least cost possible on this machine. The figures are ratios of one run, because
// machines differ and their load changes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, node, ROOT } from '../../build/prepare.mjs';

// Pages and server are measured as they are built for an office.
if (!install() || !build()) process.exit(1);
const { build: bundle } = await import('vite');
const outDir = join(ROOT, '.cache/bench');
await bundle({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  ssr: { external: true },
  build: { ssr: 'tests/bench/main.ts', outDir, emptyOutDir: true, target: 'node20', minify: false },
});
const ok = node([join(outDir, 'main.js'), ...process.argv.slice(2)], { NODE_ENV: 'production' });
rmSync(outDir, { recursive: true });
process.exitCode = ok ? 0 : 1;
