/** The engine with the domains of this product and the commands that they need at the start and over time. */
import { isDeepStrictEqual } from 'node:util';
import { isClosingDue } from '../../shared/calendar/hours.ts';
import type { Office } from '../../shared/office/office.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Command } from '../queue/commands.ts';
import { decide, rules } from '../queue/decide.ts';
import type { Event, Fact } from '../queue/events.ts';
import { changes, evolve } from '../queue/evolve.ts';
import { repeats } from '../queue/idempotency.ts';
import { closeDay, enterDay, openDay, takenOver } from '../queue/rules/day.ts';
import { initialState, queueOf, type State } from '../queue/state.ts';
import type { OfficeClock } from './clock.ts';
import { ClockCheck } from './clock-check.ts';
import type { Decider, StatesOf, UntimedCommand } from './decider.ts';
import { type BatchEngine, type Engine, type EngineDependencies, startEngine } from './engine.ts';

export type QueueDecider = Decider<State, Command, Fact>;
// A further domain is added here under its own name.
export type OfficeDeciders = { queue: QueueDecider };
export type OfficeEngine = Engine<OfficeDeciders>;
export type OfficeStates = StatesOf<OfficeDeciders>;
/** A command as REST, sockets and the print outbox submit it. */
export type OfficeCommand = UntimedCommand<OfficeDeciders>;

export interface OfficeEngineOptions {
  journal: Journal<Event>;
  clock: OfficeClock;
  clockCheck?: ClockCheck;
  /** The description that set-up has at the start; later readers take it from the queue's state. */
  office: Office;
  log: Log;
}

export function startOfficeEngine(options: OfficeEngineOptions): Promise<BatchEngine<OfficeDeciders>> {
  return startEngine(officeDependencies(options));
}

export function officeDependencies({
  journal,
  clock,
  office,
  log,
  clockCheck = new ClockCheck(clock, log),
}: OfficeEngineOptions): EngineDependencies<OfficeDeciders> {
  return {
    deciders: { queue: queueDecider(office) },
    journal,
    clock,
    log,
    timeZone: ({ queue }) => queue.office.timeZone,
    atStart: ({ queue }) => (isDeepStrictEqual(queue.office, office) ? [] : [{ type: 'ChangeOffice', office }]),
    checkClock: ({ queue }, at) => clockCheck.commands(queue, at),
    due({ queue }, at) {
      const isOver = isClosingDue(queue.office, queue.day, at);
      if (isOver === queue.closed) return [];
      return [{ type: isOver ? 'CloseDay' : 'ReopenDay' }];
    },
    storageRecovered: { type: 'NoteStorageRecovered' },
  };
}

/** `office` is used for the first day of all, and where a damaged journal has lost the opening of a day. */
export function queueDecider(office: Office): QueueDecider {
  return {
    decides: (type) => Object.hasOwn(rules, type),
    follows: (type) => Object.hasOwn(changes, type),
    initialState: (day) => initialState(day, office),
    decide,
    evolve,
    repeats,
    skipNumbers(state, count) {
      // Each of these events may have issued a ticket of any service: a number that may be on paper must not be given again.
      for (const { id } of state.office.services) queueOf(state, id).lastOrdinal += count;
    },
    openDay: (day, before) => [
      openDay(day, before?.office ?? office, before),
      ...(before ? takenOver(null, before) : []),
    ],
    enterDay,
    clockSetBy: (event) => (event.type === 'ClockSettled' ? event.to : null),
    closeDay,
  };
}

/**
 * Returns a function that gives the office's description as of the last durable batch. To be called before other readers subscribe, so
 * that none of them sees an older description.
 */
export async function followOffice(engine: OfficeEngine): Promise<() => Office> {
  let office = await engine.read(({ queue }) => queue.office);
  engine.subscribe((_events, { queue }) => {
    office = queue.office;
  });
  return () => office;
}
