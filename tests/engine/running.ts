/** A running engine over a journal and a clock that the test holds in its hands. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { steadyClock } from '../../server/engine/clock.ts';
import type { OfficeEngine } from '../../server/engine/office-engine.ts';
import { startOfficeEngine } from '../../server/engine/office-engine.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { LogEntry } from '../../server/log.ts';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import type { Event } from '../../server/queue/events.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import { kiosk } from '../queue/given.ts';
import { ordinaryOffice, time } from '../queue/office.ts';

/** Keeps count of the appends, and holds them back while the test wants to look around. */
export class WatchedJournal implements Journal<Event> {
  readonly memory = new MemoryJournal<Event>();
  readonly appends: { day: BusinessDay; events: readonly Event[] }[] = [];
  /** Thrown by the next readings, as a disk would that is gone. */
  readingFails: Error | null = null;
  #gate: Promise<void> = Promise.resolve();

  days(): Promise<BusinessDay[]> {
    return this.memory.days();
  }

  async read(day: BusinessDay): Promise<Event[]> {
    if (this.readingFails) throw this.readingFails;
    return this.memory.read(day);
  }

  async append(day: BusinessDay, events: readonly Event[]): Promise<void> {
    await this.#gate;
    await this.memory.append(day, events);
    this.appends.push({ day, events });
  }

  /** Appends wait until the returned function is called. */
  hold(): () => void {
    let release: () => void = () => {};
    this.#gate = new Promise((resolve) => {
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

  /** The clock of the machine says so from now on, in whatever direction. */
  says(at: string): void {
    this.wall = time(at);
  }
}

export interface Running {
  engine: Awaited<ReturnType<typeof startOfficeEngine>>;
  journal: WatchedJournal;
  machine: Machine;
  logged: LogEntry[];
  order(order: CommandBody, actor?: Actor, requestId?: string): ReturnType<OfficeEngine['submit']>;
  takes(serviceId?: string, requestId?: string): ReturnType<OfficeEngine['submit']>;
}

export async function running(
  at = '08:00',
  { journal = new WatchedJournal(), machine = new Machine(at), office = ordinaryOffice } = {},
): Promise<Running> {
  const logged: LogEntry[] = [];
  const clock = steadyClock(
    () => machine.wall,
    () => machine.elapsed,
  );
  const engine = await startOfficeEngine({ journal, clock, office, log: (entry) => void logged.push(entry) });
  onTestFinished(() => engine.stop());
  const order: Running['order'] = (order, actor = kiosk, requestId = randomUUID()) =>
    engine.submit({ ...order, actor, requestId });
  const takes: Running['takes'] = (serviceId = 'civil', requestId = randomUUID()) =>
    order({ type: 'IssueTicket', ticketId: randomUUID(), serviceId, classId: REGULAR, dossiers: 1 }, kiosk, requestId);
  return { engine, journal, machine, logged, order, takes };
}

/** The answer's first fact, which must be a ticket. */
export async function numberOf(answer: ReturnType<OfficeEngine['submit']>): Promise<string> {
  const result = await answer;
  if (!result.ok) throw new Error(result.rejection.code);
  const [event] = result.value;
  return event?.type === 'TicketIssued' ? event.number : `no ticket but ${event?.type}`;
}

export const typesOf = (events: readonly Event[]) => events.map(({ type }) => type);

/** Gives whatever could run the time to run. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await turn();
}
