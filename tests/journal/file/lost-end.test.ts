// A disk that loses or changes the last lines of a day: the office must not give their ticket numbers a second time.
import { randomUUID } from 'node:crypto';
import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { officeClock } from '../../../server/engine/clock.ts';
import { startOfficeEngine } from '../../../server/engine/office-engine.ts';
import type { LogEntry } from '../../../server/log.ts';
import { REGULAR } from '../../../shared/office/office.ts';
import { temporaryFolder } from '../../folder.ts';
import { kiosk } from '../../queue/given.ts';
import { ordinaryOffice, time } from '../../queue/office.ts';
import { journalIn } from '../events.ts';
import { written } from './written.ts';

const DAY = '2026-11-23';
const nameOf = (folder: string) => join(folder, `${DAY}.jsonl`);

async function office(folder: string) {
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry) => void logged.push(entry);
  const journal = journalIn(folder, { log });
  const clock = officeClock(
    () => time('08:00'),
    () => 0,
  );
  const engine = await startOfficeEngine({ journal, clock, office: ordinaryOffice, log });
  const stop = async () => {
    await engine.stop();
    await journal.close();
  };
  onTestFinished(stop);
  const issue = async (): Promise<string> => {
    const body = { type: 'IssueTicket', serviceId: 'civil', classId: REGULAR, dossiers: 1 } as const;
    const result = await engine.submit({ ...body, ticketId: randomUUID(), actor: kiosk, requestId: randomUUID() });
    const issued = result.ok ? result.value[0] : null;
    return issued?.type === 'TicketIssued' ? issued.number : '';
  };
  return { logged, engine, issue, stop };
}

/** The folder of an office that has issued A001 to A005 and was stopped. */
async function stopped(): Promise<string> {
  const folder = await temporaryFolder();
  const { issue, stop } = await office(folder);
  for (let tickets = 0; tickets < 5; tickets++) await issue();
  await stop();
  return folder;
}

/** What a visitor gets after a restart, and what the log says about it. */
async function afterRestart(folder: string) {
  const { issue, logged, engine, stop } = await office(folder);
  const number = await issue();
  const { missing } = engine.journalDamage();
  await stop();
  return { number, missing, logged };
}

/** Each of the 29 ways in which the end of the file can be lost or its last line changed. */
type Fault = [name: string, damage: (path: string, text: string) => Promise<void>];
const FAULTS: Fault[] = [
  ...[1, 2, 3, 5, 10, 20, 40, 80, 120, 160, 200, 240].map(
    (bytes): Fault => [
      `the last line without its last bytes: ${bytes}`,
      (path, text) => truncate(path, Buffer.byteLength(text) - bytes),
    ],
  ),
  ...[1, 2, 3, 4].map(
    (lines): Fault => [
      `the file without its last lines: ${lines}`,
      (path, text) => writeFile(path, `${text.trimEnd().split('\n').slice(0, -lines).join('\n')}\n`),
    ],
  ),
  ...Array.from(
    { length: 12 },
    (_, index): Fault => [
      `a changed byte of the last line: ${index}`,
      async (path, text) => {
        const bytes = Buffer.from(text);
        const start = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
        const at = start + Math.floor(((bytes.length - start) * index) / 12);
        bytes[at] = (bytes[at] ?? 0) ^ 4;
        await writeFile(path, bytes);
      },
    ],
  ),
  ['a file that is empty', (path) => truncate(path, 0)],
];

describe.each(FAULTS)('%s', (name, damage) => {
  test('leads to no number a second time, and the log does not call it complete', async () => {
    const folder = await stopped();
    const path = nameOf(folder);
    await damage(path, await written(path));
    const { number, missing, logged } = await afterRestart(folder);
    // The event itself is intact when only the newline behind it is gone.
    const isComplete = name === 'the last line without its last bytes: 1';
    expect(Number(number.slice(1))).toBeGreaterThanOrEqual(6);
    expect(missing > 0).toBe(!isComplete);
    const codes = logged.filter(({ level }) => level === 'error').map(({ code }) => code);
    expect(codes).toEqual(isComplete ? [] : expect.arrayContaining(['journal-damaged']));
    expect(logged.map(({ text }) => text.en).join(' ')).not.toContain('Nothing acknowledged is missing');
    const again = await afterRestart(folder);
    expect(Number(again.number.slice(1))).toBeGreaterThan(Number(number.slice(1)));
  }, 20_000);
});

test('29 faults are tried', () => {
  expect(FAULTS).toHaveLength(29);
});

test('a day whose file is gone as a whole is opened again behind its last number', async () => {
  const folder = await stopped();
  await rm(nameOf(folder));
  const { number, missing, logged } = await afterRestart(folder);
  expect(number).toBe('A007');
  expect(missing).toBe(6);
  expect(logged[0]).toMatchObject({ code: 'journal-damaged', facts: { missing: 6, missingAtEnd: 6 } });
});

test('a process that is killed during its last write skips at most the numbers of that write', async () => {
  const folder = await temporaryFolder();
  const { issue } = await office(folder);
  for (let tickets = 0; tickets < 5; tickets++) await issue();
  // A copy of the files before the mark has settled, as after the kill; then the last line is lost.
  const killed = await temporaryFolder();
  await cp(folder, killed, { recursive: true });
  const text = await written(nameOf(killed));
  await writeFile(nameOf(killed), `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
  const { number, missing, logged } = await afterRestart(killed);
  expect({ number, missing }).toEqual({ number: 'A006', missing: 0 });
  expect(logged.map(({ code }) => code)).toEqual(['journal-skipped']);
  expect(logged[0]?.text.en).toMatch(/may have issued ticket numbers that are not in the file/);
});

test('the mark settles when the journal is idle, so that a lost last line is damage also after a kill', async () => {
  const folder = await temporaryFolder();
  const { issue } = await office(folder);
  for (let tickets = 0; tickets < 5; tickets++) await issue();
  await vi.waitFor(async () => expect(await readFile(join(folder, `${DAY}.end`), 'utf8')).toMatch(/,6,6,6,"/), 5_000);
  const killed = await temporaryFolder();
  await cp(folder, killed, { recursive: true });
  const text = await written(nameOf(killed));
  await writeFile(nameOf(killed), `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
  const { number, missing, logged } = await afterRestart(killed);
  expect({ number, missing }).toEqual({ number: 'A006', missing: 1 });
  expect(logged[0]).toMatchObject({ code: 'journal-damaged', facts: { missing: 1, missingAtEnd: 1 } });
});
