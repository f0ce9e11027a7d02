// Finds the browser for the tests: one on this machine, else one from the npm registry. Runs before packages are installed.
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, npm, ROOT } from '../build/prepare.mjs';

/** The usual paths of Chromium. Not `chromium-browser`: on Ubuntu that only asks to install a snap. */
const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const PACKAGE = '@sparticuz/chromium@147.0.0';
const CACHE = join(ROOT, '.cache/chromium');

/**
 * The path of an existing Chromium, or null. Throws when `CHROMIUM_PATH` is not a program, instead of using another browser.
 * @param {{ wanted?: string | undefined, candidates?: readonly string[], cache?: string }} [where]
 * @returns {string | null}
 */
export function findChromium({ wanted = process.env.CHROMIUM_PATH, candidates = CANDIDATES, cache = CACHE } = {}) {
  if (!wanted) return [...candidates, startScript(cache)].find(isExecutable) ?? null;
  if (isExecutable(wanted)) return wanted;
  throw new Error(`CHROMIUM_PATH names no program: ${wanted}`);
}

/**
 * Downloads a Chromium for Linux on x64 from the npm registry into `cache`.
 * @param {string} [cache]
 * @returns {string | null} its path; null on other machines and when the registry cannot be reached
 */
export function fetchChromium(cache = CACHE) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  if (!npm(['install', '--prefix', '.', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], cache)) return null;
  // The package unpacks into TMPDIR; it unpacks its shared libraries only on AWS, so the environment pretends to be AWS.
  const unpacked = node(
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    cache,
  );
  if (!unpacked) return null;
  // Written last, so that it exists only after a complete download. It starts the browser with its own libraries.
  writeFileSync(
    startScript(cache),
    `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`,
    { mode: 0o755 },
  );
  return startScript(cache);
}

/** @param {string} cache */
function startScript(cache) {
  return join(cache, 'start-chromium');
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Missing or not executable.
    return false;
  }
}
