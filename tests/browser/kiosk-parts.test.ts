/** Lazily loaded pages of the kiosk: they work without the server, and a failure to load them is shown. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openOffice, type RunningOffice } from '../server/office.ts';
import { BUILT } from './built-pages.ts';
import { eachWithPage } from './hooks.ts';
import { faultsOf } from './kiosk-faults.ts';

const DOSSIERS = '**/assets/dossiers-*.js';

let page: Page;

eachWithPage({ viewport: { width: 1366, height: 768 }, bypassCSP: true }, (opened) => {
  ({ page } = opened);
});

const open = () => openOffice(BUILT);

async function askForDossiers(office: RunningOffice): Promise<void> {
  await page.goto(`${office.address}/kiosk`);
  await page.locator('.service').first().click();
  await page.locator('.for-others').click();
}

describe('a lazily loaded page of the kiosk', () => {
  it('opens without the server after the first page was shown', async () => {
    const office = await open();
    const loaded = page.waitForResponse(DOSSIERS);
    await page.goto(`${office.address}/kiosk`);
    await (await loaded).finished();
    await page.locator('.service').first().click();
    await office.stop();
    await page.locator('.trouble p').waitFor();
    await page.locator('.for-others').click();
    await page.locator('.counting').waitFor();
    await page.locator('.aids-button').click();
    await page.locator('.switches').waitFor();
  });

  it('shows an error and a back button when it fails to load, and tickets can still be taken', async () => {
    await page.route(DOSSIERS, (route) => route.abort());
    await askForDossiers(await open());
    await page.getByRole('heading', { name: 'Chưa mở được trang này' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('-');
    await page.getByText('số ưu tiên có thể được gọi xen giữa').waitFor();
    await page.locator('.regular').click();
    await page.locator('.slip').waitFor();
  });

  it('opens for the next visitor, because the kiosk reloads between two visitors', async () => {
    await page.route(DOSSIERS, (route) => route.abort());
    const office = await open();
    await askForDossiers(office);
    await page.getByRole('heading', { name: 'Chưa mở được trang này' }).waitFor();
    await page.unroute(DOSSIERS);
    await page.keyboard.press('-');
    await page.locator('.regular').click();
    const again = page.waitForEvent('load');
    await page.locator('.result .done').click();
    await again;
    await page.locator('.service').first().click();
    await page.locator('.for-others').click();
    await page.locator('.counting').waitFor();
  });

  it('does not cause a reload while the server has no files of this build', async () => {
    const office = await open();
    await page.route('**/assets/**', (route) =>
      route.request().resourceType() === 'fetch' || route.request().url().includes('dossiers-')
        ? route.fulfill({ status: 404 })
        : route.continue(),
    );
    await askForDossiers(office);
    await page.getByRole('heading', { name: 'Chưa mở được trang này' }).waitFor();
    await page.keyboard.press('-');
    await page.locator('.regular').click();
    const asked = page.waitForResponse((response) => response.request().resourceType() === 'fetch');
    await page.evaluate('window.same = true');
    await page.locator('.result .done').click();
    await asked;
    await page.locator('.service').first().click();
    await page.locator('.class-choice').waitFor();
    expect(await page.evaluate('window.same')).toBe(true);
  });
});
