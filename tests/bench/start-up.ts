/** Measures a start at the end of a day with 100,000 visitors, against reading the same file and parsing its lines. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { officeClock } from '../../server/engine/clock.ts';
import { DayBook } from '../../server/engine/day-book.ts';
import { officeDependencies, startOfficeEngine } from '../../server/engine/office-engine.ts';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import { followed } from '../clock.ts';
import { journalIn } from '../journal/events.ts';
import { benchOffice } from './bench-office.ts';
import { atMost, type Figure, median, timed } from './figure.ts';

const VISITORS = 100_000;
const MIDNIGHT: EpochMs = Date.parse('2026-11-23T00:00:00+07:00');
/** Short enough for all visitors to come on one day. */
const BETWEEN_VISITORS: DurationMs = 800;
const VISITORS_PER_WRITE = 500;
const ROUNDS = 3;
/** A start also checks, applies and keeps the events. */
const LIMIT = 3;

const KIOSK: Actor = { kind: 'device', id: 'local' };
const PRINTER: Actor = { kind: 'system', id: 'printer' };
const { counters } = benchOffice;

const fail = (problem: unknown): never => {
  throw new Error('The day of the bench is invalid.', { cause: problem });
};

export async function startUp(folder: string): Promise<Figure[]> {
  const days = join(folder, 'start-up');
  const end = await writeDay(days);
  const file = (await readdir(days)).find((name) => name.endsWith('.jsonl')) ?? '';
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await timed(async () => {
      for (const line of (await readFile(join(days, file), 'utf8')).split('\n')) if (line !== '') JSON.parse(line);
    });
    const time = await start(days, end);
    times.push(time / 1000);
    ratios.push(time / bare);
  }
  const note = `   (${median(times).toFixed(1)} s)`;
  const name = 'start with a day of 100,000 visitors, each printed, called, served : read + JSON.parse';
  return [atMost(LIMIT, name, median(ratios), { note })];
}

async function start(days: string, at: EpochMs): Promise<number> {
  const journal = journalIn(days, { log: fail });
  const begin = performance.now();
  const engine = await startOfficeEngine({ journal, clock: followed(() => at), office: benchOffice, log: fail });
  const time = performance.now() - begin;
  const finished = await engine.read(({ queue: state }) => state.finished.length);
  await engine.stop();
  await journal.close();
  if (finished !== VISITORS) throw new Error(`${finished} of ${VISITORS} visits were read`);
  return time;
}

/** Writes the journal of the day; resolves with the time of the last event. */
async function writeDay(days: string): Promise<EpochMs> {
  const journal = journalIn(days, { log: fail });
  const book = new DayBook(officeDependencies({ journal, clock: officeClock(), office: benchOffice, log: fail }));
  let at = MIDNIGHT;
  let requests = 0;
  const execute = (body: CommandBody, actor: Actor): number => {
    requests += 1;
    const done = book.execute({ ...body, actor, at, requestId: `request-${String(requests).padStart(28, '0')}` });
    if (!done.ok) throw new Error(`${body.type} was refused: ${done.rejection.code}`);
    return done.value[0]?.seq ?? 0;
  };
  await book.open();
  await book.prepare(at);
  const staffed = counters.map(({ id: counterId, services }, index) => {
    const clerk: Actor = { kind: 'staff', id: `clerk-${index}`, name: 'Lan', role: 'clerk' };
    execute({ type: 'OpenCounter', counterId }, clerk);
    return { counterId, serviceId: services[0] ?? '', clerk };
  });
  for (let visitor = 0; visitor < VISITORS; visitor += 1) {
    const { counterId, serviceId, clerk } = staffed[visitor % staffed.length] ?? fail('no counter');
    at += BETWEEN_VISITORS;
    const ticketId = `ticket-${String(visitor).padStart(29, '0')}`;
    const jobId = execute({ type: 'IssueTicket', ticketId, serviceId, classId: REGULAR, dossiers: 1 }, KIOSK);
    execute({ type: 'StartPrinting', jobId }, PRINTER);
    execute({ type: 'EndPrinting', jobId, outcome: 'printed' }, PRINTER);
    execute({ type: 'CallNext', counterId }, clerk);
    execute({ type: 'StartServing', counterId }, clerk);
    execute({ type: 'FinishTicket', counterId }, clerk);
    if (visitor % VISITORS_PER_WRITE === 0) await book.commit();
  }
  await book.commit();
  await journal.close();
  return at;
}
