/** A running engine over a journal and a clock that the test controls. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { officeClock } from '../../server/engine/clock.ts';
import { ClockCheck } from '../../server/engine/clock-check.ts';
import type { OfficeEngine } from '../../server/engine/office-engine.ts';
import { startOfficeEngine } from '../../server/engine/office-engine.ts';
import type { DayRecord, Journal } from '../../server/journal/journal.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { LogEntry } from '../../server/log.ts';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import type { Event } from '../../server/queue/events.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { BusinessDay, DurationMs, EpochMs } from '../../shared/time.ts';
import { kiosk } from '../queue/given.ts';
import { ordinaryOffice, time } from '../queue/office.ts';

/** A journal that records the appends and can delay them. */
export class WatchedJournal implements Journal<Event> {
  readonly memory = new MemoryJournal<Event>();
  readonly appends: { day: BusinessDay; events: readonly Event[] }[] = [];
  /** When set, every read fails with this error, as on a disk that was removed. */
  readingFails: Error | null = null;
  #released: Promise<void> = Promise.resolve();

  days(): Promise<BusinessDay[]> {
    return this.memory.days();
  }

  async read(day: BusinessDay): Promise<Event[]> {
    return (await this.resume(day)).events;
  }

  async resume(day: BusinessDay): Promise<DayRecord<Event>> {
    if (this.readingFails) throw this.readingFails;
    return this.memory.resume(day);
  }

  async append(day: BusinessDay, events: readonly Event[]): Promise<void> {
    await this.#released;
    await this.memory.append(day, events);
    this.appends.push({ day, events });
  }

  /** Appends wait until the returned function is called. */
  hold(): () => void {
    let release: () => void = () => {};
    this.#released = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }
}

export class Machine {
  wall: EpochMs;
  elapsed = 0;

  constructor(at: string) {
    this.wall = time(at);
  }

  /** Time passes until the machine's clock shows `at`. */
  passTo(at: string): void {
    this.pass(time(at) - this.wall);
  }

  pass(duration: DurationMs): void {
    this.wall += duration;
    this.elapsed += duration;
  }

  /** Sets the machine's clock, forward or back, within a moment. */
  setClock(at: string): void {
    this.wall = time(at);
  }
}

export interface Running {
  engine: Awaited<ReturnType<typeof startOfficeEngine>>;
  clockCheck: ClockCheck;
  journal: WatchedJournal;
  machine: Machine;
  logged: LogEntry[];
  submit(body: CommandBody, actor?: Actor, requestId?: string): ReturnType<OfficeEngine['submit']>;
  issueTicket(serviceId?: string, requestId?: string): ReturnType<OfficeEngine['submit']>;
}

export async function running(
  at = '08:00',
  { journal = new WatchedJournal(), machine = new Machine(at), office = ordinaryOffice } = {},
): Promise<Running> {
  const logged: LogEntry[] = [];
  const clock = officeClock(
    () => machine.wall,
    () => machine.elapsed,
  );
  const log = (entry: LogEntry) => void logged.push(entry);
  const clockCheck = new ClockCheck(clock, log);
  const engine = await startOfficeEngine({ journal, clock, clockCheck, office, log });
  onTestFinished(() => engine.stop());
  const submit: Running['submit'] = (body, actor = kiosk, requestId = randomUUID()) =>
    engine.submit({ ...body, actor, requestId });
  const issueTicket: Running['issueTicket'] = (serviceId = 'civil', requestId = randomUUID()) =>
    submit({ type: 'IssueTicket', ticketId: randomUUID(), serviceId, classId: REGULAR, dossiers: 1 }, kiosk, requestId);
  return { engine, clockCheck, journal, machine, logged, submit, issueTicket };
}

/** The ticket number in the first event of an answer. */
export async function numberOf(answer: ReturnType<OfficeEngine['submit']>): Promise<string> {
  const result = await answer;
  if (!result.ok) throw new Error(result.rejection.code);
  const [event] = result.value;
  return event?.type === 'TicketIssued' ? event.number : `no ticket but ${event?.type}`;
}

export const typesOf = (events: readonly Event[]) => events.map(({ type }) => type);

/** Waits some turns of the event loop, so that everything that can run has run. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await turn();
}
