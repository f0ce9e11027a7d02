// The engine serves any number of domains with one journal and one sequence of events per day. Here: the queue and a small notebook.
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { officeClock } from '../../server/engine/clock.ts';
import type { Decider } from '../../server/engine/decider.ts';
import { startEngine } from '../../server/engine/engine.ts';
import { officeDependencies } from '../../server/engine/office-engine.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { Event } from '../../server/queue/events.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { refuse } from '../../shared/protocol/rejections.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import { kiosk } from '../queue/given.ts';
import { ordinaryOffice, time } from '../queue/office.ts';

interface Notebook {
  day: BusinessDay;
  notes: string[];
  tickets: number;
  lost: number;
}
type WriteNote = {
  type: 'WriteNote';
  note: string;
  requestId: string;
  actor: { kind: string; id: string };
  at: EpochMs;
};
type NoteFact =
  | { type: 'NotebookOpened'; notes: string[] }
  | { type: 'NoteWritten'; note: string }
  | { type: 'TicketIssued' };

const notebook: Decider<Notebook, WriteNote, NoteFact> = {
  decides: (type) => type === 'WriteNote',
  // TicketIssued is an event of the other domain.
  follows: (type) => ['NotebookOpened', 'NoteWritten', 'TicketIssued'].includes(type),
  initialState: (day) => ({ day, notes: [], tickets: 0, lost: 0 }),
  decide: (_, { note }) =>
    note === '' ? refuse({ code: 'NobodyWaiting' }) : { ok: true, facts: [{ type: 'NoteWritten', note }] },
  evolve(state, event) {
    if (event.type === 'NotebookOpened') state.notes = [...event.notes];
    if (event.type === 'NoteWritten') state.notes.push(event.note);
    if (event.type === 'TicketIssued') state.tickets += 1;
  },
  repeats: (_, { note }, [first]) => first?.type === 'NoteWritten' && first.note === note,
  skipNumbers(state, count) {
    state.lost += count;
  },
  openDay: (_, before) => [{ type: 'NotebookOpened', notes: before?.notes ?? [] }],
  enterDay: (_, before) => [{ type: 'NotebookOpened', notes: before.notes }],
  clockSetBy: () => null,
  closeDay: () => [{ type: 'NoteWritten', note: 'closed' }],
};

type AnyEvent = Event | (NoteFact & Envelope);

async function office(journal = new MemoryJournal<AnyEvent>(), from = '08:00') {
  const machine = { wall: time(from), elapsed: 0 };
  const clock = officeClock(
    () => machine.wall,
    () => machine.elapsed,
  );
  const log = (entry: object): never => expect.fail(JSON.stringify(entry));
  const { deciders, timeZone, due, storageRecovered } = officeDependencies({
    journal: new MemoryJournal(),
    clock,
    office: ordinaryOffice,
    log,
  });
  const engine = await startEngine({
    deciders: { ...deciders, notebook },
    journal,
    clock,
    log: (entry) => (entry.code === 'storage' ? undefined : log(entry)),
    timeZone: ({ queue }) => timeZone({ queue }),
    atStart: () => [],
    checkClock: () => [],
    due: ({ queue }, at) => due({ queue }, at),
    storageRecovered,
  });
  onTestFinished(() => engine.stop());
  const write = (note: string, requestId: string = randomUUID()) =>
    engine.submit({ type: 'WriteNote', note, requestId, actor: kiosk });
  const issueTicket = (requestId: string = randomUUID()) =>
    engine.submit({
      type: 'IssueTicket',
      ticketId: randomUUID(),
      serviceId: 'civil',
      classId: REGULAR,
      dossiers: 1,
      requestId,
      actor: kiosk,
    });
  return { engine, journal, machine, write, issueTicket };
}

const summary = (events: readonly AnyEvent[]) => events.map(({ seq, type }) => `${seq} ${type}`);

describe('an engine with two domains', () => {
  it('writes the events of both in one sequence to one journal, and gives each domain its own state', async () => {
    const { engine, journal, write, issueTicket } = await office();
    await Promise.all([issueTicket(), write('one'), issueTicket(), write('two')]);
    const [day = ''] = await journal.days();
    expect(summary(await journal.read(day))).toEqual([
      '1 DayOpened',
      '2 NotebookOpened',
      '3 TicketIssued',
      '4 NoteWritten',
      '5 TicketIssued',
      '6 NoteWritten',
    ]);
    expect(await engine.read(({ queue, notebook }) => [queue.tickets.size, notebook.notes])).toEqual([
      2,
      ['one', 'two'],
    ]);
  });

  it('applies an event in every domain that follows its type', async () => {
    const { engine, issueTicket } = await office();
    await issueTicket();
    expect(await engine.read(({ notebook }) => notebook.tickets)).toBe(1);
  });

  it('answers a repeated request id with its first events, and refuses it for a command of the other domain', async () => {
    const { write, issueTicket } = await office();
    const first = await write('one', 'request-1');
    expect(await write('one', 'request-1')).toEqual(first);
    expect(await write('another', 'request-1')).toEqual(refuse({ code: 'RequestIdReused' }));
    expect(await issueTicket('request-1')).toEqual(refuse({ code: 'RequestIdReused' }));
  });

  it('refuses the commands of both and drops their events when an append fails', async () => {
    const { engine, journal, write, issueTicket } = await office();
    await write('kept');
    journal.failNext();
    const refused = refuse({ code: 'StorageUnavailable' });
    expect(await Promise.all([write('lost'), issueTicket()])).toEqual([refused, refused]);
    expect(await engine.read(({ queue, notebook }) => [queue.tickets.size, notebook.notes])).toEqual([0, ['kept']]);
  });

  it('closes and opens the day of both, each with what it carries over', async () => {
    const { engine, journal, machine, write } = await office();
    await write('one');
    machine.elapsed += time('2026-11-24 08:00') - machine.wall;
    machine.wall = time('2026-11-24 08:00');
    expect(await engine.read(({ notebook }) => notebook.notes)).toEqual(['one', 'closed']);
    const [first = '', second = ''] = await journal.days();
    expect(summary(await journal.read(first)).slice(-2)).toEqual(['4 DayClosed', '5 NoteWritten']);
    expect(summary(await journal.read(second))).toEqual(['1 DayOpened', '2 NotebookOpened']);
  });

  it('reports to both how many events a damaged journal has lost', async () => {
    const { journal, write } = await office();
    for (const note of ['one', 'two', 'three']) await write(note);
    const [day = ''] = await journal.days();
    const damaged = new (class extends MemoryJournal<AnyEvent> {
      override async read(asked: BusinessDay): Promise<AnyEvent[]> {
        return (await super.read(asked)).filter(({ seq }) => seq !== 4);
      }
    })();
    await damaged.append(day, await journal.read(day));
    const { engine } = await office(damaged, '09:00');
    expect(await engine.read(({ notebook }) => [notebook.notes, notebook.lost])).toEqual([['one', 'three'], 1]);
    expect(engine.journalDamage()).toEqual({ missing: 1, unfit: 0 });
  });
});
