/**
 * `npm run browsers` plays the core day in the browsers that `npm test` does not start. One that is not installed is skipped.
 * Pictures of the pages are left in `.cache/browsers`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, ROOT } from '../../build/prepare.mjs';
import { coreDay } from './day.ts';
import { Firefox } from './firefox.ts';
import { WebKit } from './webkit.ts';

const PICTURES = join(ROOT, '.cache/browsers');

if (!build()) process.exit(1);
await mkdir(PICTURES, { recursive: true });
for (const engine of [new Firefox(), new WebKit()]) {
  if (!engine.isInstalled()) {
    console.log(`- ${engine.name} is skipped, because it is not installed: ${engine.install}`);
    continue;
  }
  try {
    await coreDay(engine, (name, picture) => writeFile(join(PICTURES, `${engine.name} ${name}.png`), picture));
    console.log(`✓ ${engine.name}: ticket, call, TV and rating`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`✗ ${engine.name}:`, error);
  } finally {
    await engine.close();
  }
}
