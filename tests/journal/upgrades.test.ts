import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileJournal } from '../../server/journal/file-journal.ts';
import { starterOffice } from '../../server/setup/starter.ts';
import { FIRST_RULES, FIRST_VOICE } from '../../shared/office.ts';
import { DAY, headerOf, lineOf, paused } from './events.ts';
import { temporaryFolder } from './folder.ts';

const opened = (office: object) => ({
  type: 'DayOpened',
  day: DAY,
  office,
  serviceTimes: {},
  seq: 1,
  at: 1_795_000_000_000,
  by: 'office',
  requestId: 'request-0',
});

const issued = { ...paused(3), type: 'TicketIssued', ticketId: 't-1' };

test('a day of version 1 gets the first voice, the rules of turns, and one dossier a ticket', async () => {
  const folder = await temporaryFolder();
  const { voice: _, ...silent } = starterOffice;
  const { dossiersPerTurn: _1, postponeMinutes: _2, burst: _3, ...oldRules } = starterOffice.rules;
  const content =
    headerOf(DAY, 1) + lineOf(opened({ ...silent, rules: oldRules })) + lineOf(paused(2)) + lineOf(issued);
  await writeFile(join(folder, `${DAY}.jsonl`), content);
  const journal = new FileJournal(folder, ({ type }) => expect.fail(type));
  const office = { ...silent, voice: FIRST_VOICE, rules: { ...oldRules, ...FIRST_RULES } };
  expect(await journal.read(DAY)).toEqual([opened(office), paused(2), { ...issued, dossiers: 1 }]);
  await journal.close();
});
