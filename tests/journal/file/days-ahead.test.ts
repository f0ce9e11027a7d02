import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { steadyClock } from '../../../server/engine/clock.ts';
import { daysAhead } from '../../../server/journal/file/days-ahead.ts';
import type { LogEntry } from '../../../server/log.ts';
import { start } from '../../../server/server.ts';
import { localTime } from '../../../shared/time.ts';
import { writeOffice } from '../../data-folder.ts';
import { temporaryFolder } from '../../folder.ts';
import { communeOffice } from '../../office.ts';

const DAY = 24 * 60 * 60_000;

it('after a clock that ran ahead, the log names the file to move away, and without it the date is right again', async () => {
  const dataFolder = await temporaryFolder();
  await writeOffice(dataFolder);
  const logged: string[] = [];
  const open = async (wall = Date.now) => {
    logged.length = 0;
    const log = ({ text }: LogEntry) => void logged.push(text.en);
    const options = { port: 0, host: '127.0.0.1', dataFolder, pages: join(dataFolder, 'none'), build: 'test', log };
    const server = await start({ ...options, clock: steadyClock(wall) });
    onTestFinished(() => server.stop());
    return { server, day: await server.engine.read(({ queue: { day } }) => day) };
  };
  const dayOf = (at: number) => localTime(at, communeOffice.timeZone).day;
  const future = await open(() => Date.now() + 3_650 * DAY);
  await future.server.stop();

  const ahead = await open();
  expect(ahead.day).toBe(future.day);
  expect(ahead.server.engine.health().clock).toBe('behind');
  const file = join(dataFolder, 'journal', `${future.day}.jsonl`);
  expect(logged.join()).toContain(`stop the server, move ${file} to another folder`);
  await ahead.server.stop();

  await mkdir(join(dataFolder, 'aside'));
  await rename(file, join(dataFolder, 'aside', `${future.day}.jsonl`));
  const repaired = await open();
  expect([dayOf(Date.now() - 60_000), dayOf(Date.now())]).toContain(repaired.day);
  expect(repaired.server.engine.health().clock).toBe('ok');
  expect(logged.join()).not.toContain('to another folder');
});

it('reports nothing for one day of difference, and names every file of a later day', () => {
  expect(daysAhead(['2026-11-22', '2026-11-23'], '2026-11-22', 'journal')).toBeNull();
  expect(daysAhead([], '2026-11-22', 'journal')).toBeNull();
  const days = ['2026-11-22', '2036-01-01', '2036-01-02'];
  const files = [join('journal', '2036-01-01.jsonl'), join('journal', '2036-01-02.jsonl')].join(', ');
  expect(daysAhead(days, '2026-11-22', 'journal')?.text.en).toContain(`move ${files} to another folder`);
});
