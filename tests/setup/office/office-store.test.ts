import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Office } from '../../../shared/office/office.ts';
import { communeOffice } from '../../office.ts';
import { started } from '../started.ts';

const renamed = (hotline: string): Office => ({ ...communeOffice, hotline });
const change = (office: Office, takesEffect: string | null = null) =>
  ({ at: 1, by: 'Lan', requestId: 'request-1', office, takesEffect, moveTo: null }) as const;

/** Edits `office.json` as an official would with a text editor. */
async function editByHand(folder: string, hotline: string): Promise<void> {
  const path = join(folder, 'office.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace(/"hotline": "[^"]*"/, `"hotline": "${hotline}"`));
}

it('keeps the versions over a restart', async () => {
  const { setup, reopen } = await started();
  expect(setup.store.latest).toMatchObject({ version: 1, by: null, office: setup.office });
  await setup.store.save(change(renamed('1')));
  const { store } = await reopen();
  expect(store.office).toEqual(renamed('1'));
  expect(store.versions.map(({ version, by }) => [version, by])).toEqual([
    [2, 'Lan'],
    [1, null],
  ]);
});

it('makes a version of a file that was edited by hand, and gives up the version that waited', async () => {
  const { folder, setup, reopen } = await started();
  await setup.store.save(change(renamed('1'), '2026-11-24'));
  await editByHand(folder, '2');
  const { store } = await reopen();
  expect(store.office.hotline).toBe('2');
  expect(store.versions.map(({ version, by, office }) => [version, by, office.hotline])).toEqual([
    [3, null, '2'],
    [1, null, setup.office.hotline],
  ]);
});

it('has a waiting version as the latest one until it comes into force', async () => {
  const { setup, reopen } = await started();
  await setup.store.save(change(renamed('1'), '2026-11-24'));
  const { store } = await reopen();
  expect(store.office).toEqual(setup.office);
  expect(store.latest).toMatchObject({ version: 2, takesEffect: '2026-11-24' });
  await store.enter();
  expect(store.office).toEqual(renamed('1'));
  expect((await reopen()).store.latest).toMatchObject({ version: 2, takesEffect: null });
});

it('takes back a version, and with it the one that had waited', async () => {
  const { setup, reopen } = await started();
  await setup.store.save(change(renamed('1'), '2026-11-24'));
  const saved = await setup.store.save(change(renamed('2')));
  expect(setup.store.versions.map(({ version }) => version)).toEqual([3, 1]);
  if (saved.ok) await saved.value();
  const { store } = await reopen();
  expect(store.office).toEqual(setup.office);
  expect(store.latest).toMatchObject({ version: 2, takesEffect: '2026-11-24' });
});
