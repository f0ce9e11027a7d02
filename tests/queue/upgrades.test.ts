import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LogEntry } from '../../server/log.ts';
import type { Event } from '../../server/queue/events.ts';
import { boardView } from '../../server/queue/views/board.ts';
import { NO_VOTES } from '../../shared/office/satisfaction.ts';
import { temporaryFolder } from '../folder.ts';
import { DAY, headerOf, journalIn, lineOf, paused } from '../journal/events.ts';
import { communeOffice } from '../office.ts';
import {
  FIRST_APPOINTMENT_RULES,
  FIRST_LOOK,
  FIRST_RULES,
  FIRST_SCREENS,
  FIRST_VOICE,
  RULES_1,
  RULES_2,
  SERVICES_2,
  SERVICES_3,
  UNBOOKABLE,
} from '../setup/office/old-offices.ts';
import {
  anna,
  opened as counterOpened,
  finished,
  Hall,
  issued as issuedToday,
  rated,
  replayed,
  serving,
  ticket,
} from './given.ts';
import { time } from './office.ts';

const HEALTH = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;

const opened = (office: object, learned: object) => ({
  type: 'DayOpened',
  day: DAY,
  office,
  ...learned,
  seq: 1,
  at: 1_795_000_000_000,
  by: 'office',
  requestId: 'request-0',
});

const issued = { ...paused(3), type: 'TicketIssued', ticketId: 't-1' };

const firstLearned = { paces: {}, margins: { below: 1.2, above: 1.6 }, appointments: [], month: NO_VOTES, staffed: [] };

async function readAs(version: number, ...events: object[]): Promise<readonly object[]> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, `${DAY}.jsonl`), headerOf(DAY, version) + events.map((event) => lineOf(event)).join(''));
  const log = ({ code, text }: LogEntry) => expect(code, text.en).toBe('journal-unmarked');
  const journal = journalIn(folder, { log });
  const read = await journal.read(DAY);
  await journal.close();
  return read;
}

test('upgrades a day of version 1 with the first voice, the rules of turns and appointments, and one dossier per ticket', async () => {
  const { voice: _, ...silent } = communeOffice;
  const old = opened({ ...silent, rules: RULES_1, services: SERVICES_2 }, { serviceTimes: {} });
  const rules = { ...RULES_1, ...FIRST_RULES, ...FIRST_APPOINTMENT_RULES };
  const office = { ...silent, voice: FIRST_VOICE, rules, services: UNBOOKABLE };
  const ticket = { ...issued, dossiers: 1, arrivedAt: issued.at, appointment: null };
  expect(await readAs(1, old, paused(2), issued)).toEqual([opened(office, firstLearned), paused(2), ticket]);
});

test('upgrades a day of version 2 without appointments, so that every wait begins with the ticket', async () => {
  const changed = {
    ...paused(2),
    type: 'OfficeChanged',
    office: { ...communeOffice, rules: RULES_2, services: SERVICES_2 },
  };
  const office = {
    ...communeOffice,
    rules: { ...RULES_2, ...FIRST_APPOINTMENT_RULES },
    services: UNBOOKABLE,
  };
  const ticket = { ...issued, seq: 1, dossiers: 4 };
  expect(await readAs(2, ticket, changed)).toEqual([
    { ...ticket, arrivedAt: issued.at, appointment: null },
    { ...changed, office },
  ]);
});

test('upgrades a day of version 2 with one screen for all services, notices of the kind text, and a month without votes', async () => {
  const { screens: _1, look: _2, speakNotices: _3, notices: _4, ...office } = communeOffice;
  const text = { vi: 'Nghỉ lễ', en: 'Holiday' };
  const always = { from: null, until: null, hours: null, seconds: 12 };
  expect(await readAs(2, opened({ ...office, notices: [text] }, {}))).toMatchObject([
    {
      month: NO_VOTES,
      office: {
        screens: FIRST_SCREENS,
        look: FIRST_LOOK,
        speakNotices: false,
        notices: [{ id: 'notice-1', kind: 'text', text, ...always }],
      },
    },
  ]);
});

test('upgrades a day of version 3 to services without examples, none of them the information desk', async () => {
  const day = (office: object) => opened(office, firstLearned);
  expect(await readAs(3, day({ ...communeOffice, services: SERVICES_3 }))).toEqual([day(communeOffice)]);
});

test('upgrades the service times of version 2 to a pace and sets the first interval width', async () => {
  const paces = { a: { mean: 4, variance: 0, seen: 3 } };
  expect(await readAs(2, opened(communeOffice, { serviceTimes: { a: [4, 4, 4], b: [] } }))).toEqual([
    opened(communeOffice, { ...firstLearned, paces }),
  ]);
});

test('upgrades the end of a turn of version 4, after which a visitor with dossiers left waited from that moment on', async () => {
  const ended = { ...paused(1), type: 'TurnEnded', ticketId: 't-1', dossiersLeft: 2 };
  expect(await readAs(4, ended)).toEqual([{ ...ended, arrivedAt: ended.at }]);
});

test('upgrades the votes of version 6, and the day replays to its figures: votes without a ticket in none of them', async () => {
  const hall = new Hall().given(
    '08:00',
    counterOpened(1, anna),
    issuedToday('A001'),
    ...serving('A001', 1),
    finished('A001', 1),
  );
  hall.given('08:10', rated('A001', 4), rated(null, 1));
  const old = hall.events.map((event) => {
    if (event.type !== 'VisitRated') return event;
    const { voteId: _, counted: _2, ...before } = event;
    return before;
  });
  const read = await readAs(6, ...old);
  expect(read.filter((event) => 'level' in event)).toMatchObject([
    { ticketId: ticket('A001'), voteId: 'given-6', counted: 'figure' },
    { ticketId: null, voteId: 'given-7', counted: 'none' },
  ]);
  const { satisfaction } = boardView(replayed(read as Event[]), time('08:11'), HEALTH);
  expect(satisfaction).toMatchObject({ ratings: 1, satisfied: 1, levels: [0, 0, 0, 1, 0], anonymous: 1, visits: 1 });
});
