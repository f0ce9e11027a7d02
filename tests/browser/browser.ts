import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../chromium.mjs';

/** Starts the Chromium that `npm test` found or downloaded. Sound may start without a gesture, as with the flags of a kiosk PC. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium here: run `npm test`, which brings one, or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
