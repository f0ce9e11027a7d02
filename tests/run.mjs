// `npm test`: everything the product is proved with, on a fresh clone too. Words behind `--` go to vitest: `npm test -- queue`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, node, npm, ROOT } from '../build/prepare.mjs';
import { fetchChromium, findChromium } from './chromium.mjs';

const REPORT = join(ROOT, '.cache/tests.json');

/** What went wrong outside the tests themselves. @type {string[]} */
const broken = [];

/**
 * @param {string} name
 * @param {() => boolean} work
 */
function step(name, work) {
  const begin = performance.now();
  const ok = work();
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  if (!ok) broken.push(name);
}

function browser() {
  /** @type {string | null} */
  let path = null;
  try {
    path = findChromium() ?? fetchChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (path) process.env.CHROMIUM_PATH = path;
  else {
    console.error(
      `No browser: the tests in tests/browser need a Chromium. Install one (Debian: apt-get install chromium), or name one by
CHROMIUM_PATH, or let npm reach its registry (on Linux x64 the tests bring their own from there).`,
    );
  }
  return path !== null;
}

/**
 * Runs vitest and counts from its own report.
 * @param {string[]} args
 */
function tests(args) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(REPORT, { force: true });
  const ok = node([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    ...args,
  ]);
  const { passed, failed } = counts();
  // A test file that cannot be loaded, or an error between two tests, fails the run without failing a test.
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

function counts() {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    return { passed: Number(report.numPassedTests), failed: Number(report.numFailedTests) };
  } catch {
    // No report: vitest itself did not get as far, which its exit code says.
    return { passed: 0, failed: 0 };
  }
}

step('install', install);
const totals = { passed: 0, failed: 0 };
if (broken.length === 0) {
  step('types', () => npm(['run', '--silent', 'types']));
  step('lint', () => node(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']));
  step('build', build);
  step('browser', browser);
  // Without a build there are no pages to open; the rest still has something to say.
  const projects = broken.includes('build') ? ['--project=parts'] : [];
  Object.assign(totals, tests([...projects, ...process.argv.slice(2)]));
}
if (broken.length > 0) console.log(`\nBroken before the tests: ${broken.join(', ')}`);
const failed = totals.failed + broken.length;
console.log(`\n${totals.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
