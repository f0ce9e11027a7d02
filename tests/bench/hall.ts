/** An office in the middle of a morning: every counter is open and serving, and service times are known, so that estimates are computed. */
import { randomUUID } from 'node:crypto';
import type { BatchEngine } from '../../server/engine/engine.ts';
import { type OfficeCommand, type OfficeDeciders, startOfficeEngine } from '../../server/engine/office-engine.ts';
import type { Journal } from '../../server/journal/journal.ts';
import type { LogEntry } from '../../server/log.ts';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import type { Event } from '../../server/queue/events.ts';
import { boardView } from '../../server/queue/views/board.ts';
import { deskView } from '../../server/queue/views/desk.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';
import { followed } from '../clock.ts';
import { benchOffice } from './bench-office.ts';

export const MORNING: EpochMs = Date.parse('2026-11-23T08:00:00+07:00');
const WELL: Health = { storage: 'ok', clock: 'ok', printer: 'ok' };
const PRINTER: Actor = { kind: 'system', id: 'printer' };
const KIOSK: Actor = { kind: 'device', id: 'local' };
/** How many services each counter has finished before the measurement. */
const HISTORY = 12;

export const { services, counters } = benchOffice;

export class Hall {
  readonly #engine: BatchEngine<OfficeDeciders>;
  #issued = 0;
  #ids: string[] = [];

  constructor(engine: BatchEngine<OfficeDeciders>) {
    this.#engine = engine;
  }

  /** Makes the ids for so many tickets beforehand, because in reality their senders make them. */
  prepare(tickets: number): void {
    // Through JSON, because ids received over the network are flat strings in V8, newly made ones are not.
    this.#ids = JSON.parse(JSON.stringify(Array.from({ length: 2 * tickets }, () => randomUUID())));
  }

  /** Issues one more ticket; one in five has a priority reason. */
  issue(serviceId = services[this.#issued % services.length]?.id ?? ''): Promise<unknown> {
    const classId = this.#issued % 5 === 3 ? 'elderly' : REGULAR;
    this.#issued += 1;
    const ticketId = this.#id();
    const requestId = this.#id();
    return this.#submit({ type: 'IssueTicket', ticketId, serviceId, classId, dossiers: 1, actor: KIOSK, requestId });
  }

  /** Issues tickets from `callers` kiosks, each of which requests the next one as soon as it has the one before. */
  async issueMany(tickets: number, callers: number): Promise<void> {
    let left = tickets;
    const kiosk = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await this.issue();
      }
    };
    await Promise.all(Array.from({ length: callers }, kiosk));
  }

  /** Executes a command of the clerk at a counter. */
  async at(index: number, type: 'OpenCounter' | 'CallNext' | 'StartServing' | 'FinishTicket'): Promise<void> {
    const counterId = counters[index]?.id ?? '';
    const clerk: Actor = { kind: 'staff', id: `clerk-${index}`, name: 'Lan', role: 'clerk' };
    await this.#send({ type, counterId }, clerk);
  }

  /** Prints all waiting jobs. */
  async printAll(): Promise<void> {
    for (const jobId of await this.#engine.read(({ queue: { prints } }) => [...prints.keys()])) {
      await this.#send({ type: 'StartPrinting', jobId }, PRINTER);
      await this.#send({ type: 'EndPrinting', jobId, outcome: 'printed' }, PRINTER);
    }
  }

  /** Computes the views of kiosk, TV and desk. */
  async computeViews(): Promise<void> {
    await this.#engine.read(({ queue: state }, at) => [
      kioskView(state, at, WELL),
      boardView(state, at, WELL),
      deskView(state, at, WELL),
    ]);
  }

  stop(): Promise<void> {
    return this.#engine.stop();
  }

  #id(): string {
    return this.#ids.pop() ?? randomUUID();
  }

  #send(body: CommandBody, actor: Actor): Promise<readonly Event[]> {
    return this.#submit({ ...body, actor, requestId: this.#id() });
  }

  async #submit(command: OfficeCommand): Promise<readonly Event[]> {
    const done = await this.#engine.submit(command);
    if (!done.ok) throw new Error(`${command.type} was refused: ${done.rejection.code}`);
    return done.value;
  }
}

export async function openHall(journal: Journal<Event>): Promise<Hall> {
  let skipped: DurationMs = MORNING - performance.now();
  const clock = followed(() => Math.floor(skipped + performance.now()));
  const log = ({ text, error }: LogEntry): void => {
    throw error ?? new Error(text.en);
  };
  const hall = new Hall(await startOfficeEngine({ journal, clock, office: benchOffice, log }));
  for (const index of counters.keys()) await hall.at(index, 'OpenCounter');
  for (let round = 0; round <= HISTORY; round += 1) {
    await hall.issueMany(services.length, 1);
    for (const index of counters.keys()) {
      await hall.at(index, 'CallNext');
      await hall.at(index, 'StartServing');
    }
    if (round === HISTORY) break;
    skipped += (4 + (round % 5) * 2) * MINUTE;
    for (const index of counters.keys()) await hall.at(index, 'FinishTicket');
  }
  return hall;
}
