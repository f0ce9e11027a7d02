/**
 * The oldest browsers that must run the pages, apart from the legacy build: tablets of 2015 (iPadOS 15) and kiosk PCs that nobody
 * has updated since 2021. `tests/browser/built-syntax.test.ts` checks the built files against them.
 */
export const SUPPORTED_BROWSERS = { chrome: '94', safari: '15.4', firefox: '98' } as const;

/** The same in the form of vite's `build.target`. */
export const TARGET = Object.entries(SUPPORTED_BROWSERS).map(([browser, version]) => `${browser}${version}`);
