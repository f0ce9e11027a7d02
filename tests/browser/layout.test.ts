/** Looks for what is not shown whole on every page, in the sizes of its screens and with few and many counters. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { bundledProbe, examine } from './layout/examine.ts';
import { EXPECTED } from './layout/expected.ts';
import { COUNTERS, openOffice } from './layout/offices.ts';
import { PAGES } from './layout/pages.ts';
import type { StagedOffice } from './staged-office.ts';

let browser: Browser;
let probe = '';
beforeAll(async () => {
  [browser, probe] = await Promise.all([launchBrowser(), bundledProbe()]);
});
afterAll(() => browser?.close());

describe.each(COUNTERS)('with %i counters', (counters) => {
  let office: StagedOffice;
  beforeAll(async () => {
    office = await openOffice(counters);
    return () => office.close();
  });

  it.each(PAGES.filter((page) => page.counters.includes(counters)))('$name shows all it has', async (shown) => {
    const sizes = new Map<string, string[]>();
    for (const { size, faults } of await examine(browser, probe, office, shown)) {
      for (const { kind, element } of faults) {
        const fault = `${kind}: ${element}`;
        const before = sizes.get(fault) ?? [];
        if (before.at(-1) !== size) sizes.set(fault, [...before, size]);
      }
    }
    const found = Object.fromEntries([...sizes].map(([fault, at]) => [fault, at.join(' ')]));
    expect(found).toEqual(EXPECTED[`${shown.name}, ${counters} counters`] ?? {});
  });
});
