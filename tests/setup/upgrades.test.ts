import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSetup } from '../../server/setup/setup.ts';
import { starterOffice } from '../../server/setup/starter.ts';
import { FIRST_RULES, FIRST_VOICE, type Office } from '../../shared/office.ts';
import { testFolder } from './folder.ts';

/** Opens a set-up whose office.json holds `data` in the form of `version`. */
async function opened(version: number, data: unknown): Promise<{ office: Office; path: string }> {
  const folder = join(await testFolder(), 'setup');
  const path = join(folder, 'office.json');
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify({ version, data }));
  const report = ({ text }: { text: { en: string } }): void => expect.fail(text.en);
  const setup = await openSetup(folder, { report, now: Date.now, firstPassword: 'mật khẩu đầu tiên' });
  onTestFinished(() => setup.stop());
  return { office: setup.office, path };
}

it('lifts an office of version 1 to spoken calls and turns, and writes it down', async () => {
  const { voice: _, publicAddress: _0, ...silent } = starterOffice;
  const { dossiersPerTurn: _1, postponeMinutes: _2, burst: _3, ...oldRules } = starterOffice.rules;
  const { office, path } = await opened(1, { ...silent, rules: oldRules });
  expect(office).toEqual({
    ...silent,
    voice: FIRST_VOICE,
    publicAddress: null,
    rules: { ...oldRules, ...FIRST_RULES },
  });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 2, data: { voice: FIRST_VOICE } });
});

it('leaves an office of version 2 as it is', async () => {
  const voice: Office['voice'] = { languages: [], style: 'whole', dialect: 'south', repeat: true };
  expect((await opened(2, { ...starterOffice, voice })).office.voice).toEqual(voice);
});
