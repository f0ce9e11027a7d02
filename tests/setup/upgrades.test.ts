import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSetup } from '../../server/setup/setup.ts';
import { starterOffice } from '../../server/setup/starter.ts';
import {
  FIRST_APPOINTMENT_RULES,
  FIRST_LOOK,
  FIRST_RULES,
  FIRST_SCREENS,
  FIRST_VOICE,
  type Office,
} from '../../shared/office.ts';
import { temporaryFolder } from '../folder.ts';

/** Opens a set-up whose office.json holds `data` in the form of `version`. */
async function opened(version: number, data: unknown): Promise<{ office: Office; path: string }> {
  const folder = join(await temporaryFolder(), 'setup');
  const path = join(folder, 'office.json');
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify({ version, data }));
  const report = ({ text }: { text: { en: string } }): void => expect.fail(text.en);
  const setup = await openSetup(folder, { report, now: Date.now, firstPassword: 'mật khẩu đầu tiên' });
  onTestFinished(() => setup.stop());
  return { office: setup.office, path };
}

const {
  bookableDays: _1,
  appointmentHeadStartMinutes: _2,
  appointmentLateMinutes: _3,
  ...rulesOfVersion2
} = starterOffice.rules;
const servicesOfVersion2 = starterOffice.services.map(({ appointments: _, ...service }) => service);
const unbookable = starterOffice.services.map((service) => ({ ...service, appointments: null }));

it('lifts an office of version 1 to spoken calls, turns and appointments, and writes it down', async () => {
  const { voice: _4, publicAddress: _5, ...silent } = starterOffice;
  const { dossiersPerTurn: _6, postponeMinutes: _7, burst: _8, ...oldRules } = rulesOfVersion2;
  const { office, path } = await opened(1, { ...silent, rules: oldRules, services: servicesOfVersion2 });
  expect(office).toEqual({
    ...silent,
    voice: FIRST_VOICE,
    publicAddress: null,
    rules: { ...oldRules, ...FIRST_RULES, ...FIRST_APPOINTMENT_RULES },
    services: unbookable,
  });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 3, data: { voice: FIRST_VOICE } });
});

it('lifts an office of version 2, where nothing could be booked', async () => {
  const voice: Office['voice'] = { languages: [], style: 'whole', dialect: 'south', repeat: true };
  const old = { ...starterOffice, voice, rules: rulesOfVersion2, services: servicesOfVersion2 };
  const rules = { ...rulesOfVersion2, ...FIRST_APPOINTMENT_RULES };
  expect((await opened(2, old)).office).toEqual({ ...old, rules, services: unbookable });
});

it('leaves an office of version 3 as it is', async () => {
  expect((await opened(3, starterOffice)).office).toEqual(starterOffice);
});

it('gives an office of version 2 one screen that shows everything, and its notices the kind text', async () => {
  const { screens: _, look: _8, speakNotices: _9, ...old } = starterOffice;
  const notices = starterOffice.notices.map(({ text }) => text);
  const { office } = await opened(2, { ...old, notices });
  expect(office).toEqual({
    ...starterOffice,
    screens: FIRST_SCREENS,
    look: FIRST_LOOK,
    speakNotices: false,
    notices: starterOffice.notices.map((notice, index) => ({ ...notice, id: `notice-${index + 1}` })),
  });
});
