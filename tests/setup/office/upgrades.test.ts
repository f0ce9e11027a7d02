import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSetup } from '../../../server/setup/setup.ts';
import type { Office } from '../../../shared/office/office.ts';
import { temporaryFolder } from '../../folder.ts';
import { communeOffice } from '../../office.ts';
import {
  FIRST_APPOINTMENT_RULES,
  FIRST_LOOK,
  FIRST_RULES,
  FIRST_SCREENS,
  FIRST_VOICE,
  OFFICE_5,
  RULES_1,
  RULES_2,
  SERVICES_2,
  SERVICES_3,
  UNBOOKABLE,
} from './old-offices.ts';

/** Opens a set-up whose office.json holds `data` in the form of `version`. */
async function opened(version: number, data: unknown): Promise<{ office: Office; path: string }> {
  const folder = join(await temporaryFolder(), 'setup');
  const path = join(folder, 'office.json');
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify({ version, data }));
  const log = ({ text }: { text: { en: string } }): void => expect.fail(text.en);
  const setup = await openSetup(folder, { log, now: Date.now, firstPassword: 'mật khẩu đầu tiên' });
  onTestFinished(() => setup.stop());
  return { office: setup.office, path };
}

it('upgrades an office of version 1 to spoken calls, turns and appointments, and writes the result', async () => {
  const { voice: _1, publicAddress: _2, ...silent } = communeOffice;
  const { voice: _3, publicAddress: _4, ...old } = OFFICE_5;
  const { office, path } = await opened(1, { ...old, rules: RULES_1, services: SERVICES_2 });
  expect(office).toEqual({
    ...silent,
    voice: FIRST_VOICE,
    publicAddress: null,
    rules: { ...RULES_1, ...FIRST_RULES, ...FIRST_APPOINTMENT_RULES },
    services: UNBOOKABLE,
  });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 8, data: { voice: FIRST_VOICE } });
});

it('upgrades an office of version 2 to appointments, with no service that offers them', async () => {
  const voice: Office['voice'] = { languages: [], style: 'whole', dialect: 'south', repeat: true };
  const old = { ...OFFICE_5, voice, rules: RULES_2, services: SERVICES_2 };
  const rules = { ...RULES_2, ...FIRST_APPOINTMENT_RULES };
  expect((await opened(2, old)).office).toEqual({ ...communeOffice, voice, rules, services: UNBOOKABLE });
});

it('upgrades an office of version 3 to services without examples, none of them the information desk', async () => {
  expect((await opened(3, { ...OFFICE_5, services: SERVICES_3 })).office).toEqual(communeOffice);
});

it('leaves an office of version 4 unchanged', async () => {
  const [first, ...others] = communeOffice.services;
  const desk = { ...first, examples: { vi: 'Hỏi mọi việc', en: 'Ask anything' }, informationDesk: true };
  const office = { ...communeOffice, services: [...others, desk] };
  expect((await opened(4, office)).office).toEqual(office);
});

it('upgrades an office of version 5 to one kiosk, light screens, long tickets, no pictograms and the worst face first', async () => {
  expect((await opened(5, OFFICE_5)).office).toEqual(communeOffice);
});

it('upgrades an office of version 2 to one screen for all services, and its notices to the kind text', async () => {
  const { screens: _, look: _1, speakNotices: _2, ...old } = OFFICE_5;
  const notices = communeOffice.notices.map(({ text }) => text);
  const { office } = await opened(2, { ...old, notices });
  expect(office).toEqual({
    ...communeOffice,
    screens: FIRST_SCREENS,
    look: FIRST_LOOK,
    speakNotices: false,
    notices: communeOffice.notices.map((notice, index) => ({ ...notice, id: `notice-${index + 1}` })),
  });
});
