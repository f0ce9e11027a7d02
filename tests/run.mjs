// `npm test` runs all checks and tests, also in a fresh clone.
// `npm run test:quick` leaves out tests/browser and tests/faults. `npm test -- queue` runs only the test files with that word in their path.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, node, npm, ROOT } from '../build/prepare.mjs';
import { fetchChromium, findChromium } from './chromium.mjs';

const REPORT = join(ROOT, '.cache/tests.json');

/** The names of failed steps. @type {string[]} */
const failedSteps = [];

/**
 * @param {string} name
 * @param {() => boolean} work
 */
function step(name, work) {
  const begin = performance.now();
  const ok = work();
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  if (!ok) failedSteps.push(name);
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
 * Runs vitest and returns the counts of its report.
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
  // A test file that cannot be loaded, or an error outside a test, fails the run without a failed test.
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

function counts() {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    return { passed: Number(report.numPassedTests), failed: Number(report.numFailedTests) };
  } catch {
    // Without a report vitest failed early, which its exit code shows.
    return { passed: 0, failed: 0 };
  }
}

/** Whether one of the words is part of the path of a test that needs a build. @param {string[]} words */
function needBuild(words) {
  const files = ['browser', 'faults'].flatMap((folder) =>
    readdirSync(join(ROOT, 'tests', folder)).map((file) => `tests/${folder}/${file}`),
  );
  return files.some((file) => file.endsWith('.test.ts') && words.some((word) => file.includes(word)));
}

const QUICK = '--quick';
const args = process.argv.slice(2).filter((arg) => arg !== QUICK);
const words = args.filter((arg) => !arg.startsWith('-'));
const built = words.length > 0 ? needBuild(words) : !process.argv.includes(QUICK);

step('install', install);
const totals = { passed: 0, failed: 0 };
if (failedSteps.length === 0) {
  // With words, for a quick run after each change: `npm run check` does the rest.
  if (words.length === 0) {
    step('types', () => npm(['run', '--silent', 'types']));
    step('lint', () => node(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']));
  }
  if (built) {
    step('build', build);
    step('browser', browser);
  }
  // Without a build there are no pages to open, but the other tests can run.
  const projects = built && !failedSteps.includes('build') ? [] : ['--project=!whole'];
  Object.assign(totals, tests([...projects, ...args]));
}
if (failedSteps.length > 0) console.log(`\nFailed before the tests: ${failedSteps.join(', ')}`);
const failed = totals.failed + failedSteps.length;
console.log(`\n${totals.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
