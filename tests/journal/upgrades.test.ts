import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileJournal } from '../../server/journal/file-journal.ts';
import { starterOffice } from '../../server/setup/starter.ts';
import { FIRST_VOICE } from '../../shared/office.ts';
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

test('a day of version 1, when calls were not spoken, gets the first voice', async () => {
  const folder = await temporaryFolder();
  const { voice: _, ...silent } = starterOffice;
  const content = headerOf(DAY, 1) + lineOf(opened(silent)) + lineOf(paused(2));
  await writeFile(join(folder, `${DAY}.jsonl`), content);
  const journal = new FileJournal(folder, ({ type }) => expect.fail(type));
  expect(await journal.read(DAY)).toEqual([opened({ ...silent, voice: FIRST_VOICE }), paused(2)]);
  await journal.close();
});
