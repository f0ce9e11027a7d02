/** The business day in memory and in the journal, kept the same: what is decided here is pending until `commit`. */
import type { Office } from '../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import { unfitText } from '../journal/file/report.ts';
import type { Journal } from '../journal/journal.ts';
import type { Command } from '../queue/commands.ts';
import { decide } from '../queue/decide.ts';
import type { Decision } from '../queue/decision.ts';
import type { Event } from '../queue/events.ts';
import { answered } from '../queue/idempotency.ts';
import { initialState, type State } from '../queue/state.ts';
import { turnPage } from './day-rollover.ts';
import { record } from './record.ts';
import { replay } from './replay.ts';

/** Before the first day was opened there is no day to name. */
const NO_DAY: BusinessDay = '';

export interface DayBookParts {
  journal: Journal;
  /** For the first day ever, and where a damaged journal lost the opening of a day. */
  office: Office;
  /** Bugs and damage, for the log. */
  report(error: unknown): void;
}

export class DayBook {
  readonly #parts: DayBookParts;
  #state: State = initialState(NO_DAY);
  /** In the state, not yet in the journal. */
  #pending: Event[] = [];
  /** Sequence number of the last event that the journal is known to hold. */
  #durable = 0;
  /** After a failure memory may hold facts that the journal does not. */
  #inDoubt = false;
  /** The day whose misfits the log has told: a disk in trouble has the day read every few seconds. */
  #told = NO_DAY;

  constructor(parts: DayBookParts) {
    this.#parts = parts;
  }

  /** As durable as the journal, except between `execute` and the end of `commit`. */
  get state(): State {
    return this.#state;
  }

  /**
   * Reads the last business day. A power cut while a day was being opened leaves a day without events: the one before it
   * knows what is handed on. Rejects with `StorageError`, as the methods below that wait for the journal.
   */
  async open(): Promise<void> {
    for (const day of (await this.#parts.journal.days()).reverse()) {
      this.#keep(await this.#read(day));
      if (this.#state.office) return;
    }
  }

  /** Before any command of this moment: the state is what the journal holds, and its day is the day of `at`. */
  async prepare(at: EpochMs): Promise<void> {
    await this.settle();
    const { journal, office } = this.#parts;
    const page = turnPage(this.#state, this.#state.office ?? office, at);
    if (!page) return;
    if (page.closing.length > 0) await journal.append(this.#state.day, page.closing);
    this.#keep(this.#state);
    await journal.append(page.next.day, page.opening);
    this.#keep(page.next);
  }

  /** The facts of one command, pending until `commit`; an id that was answered before gets its first answer. */
  execute(command: Command): Result<readonly Event[]> {
    const before = answered(this.#state, command);
    if (before) return before;
    let decision: Decision;
    try {
      decision = decide(this.#state, command);
    } catch (error) {
      // A bug in one rule refuses one command: `decide` changes nothing.
      this.#parts.report(error);
      return refuse({ code: 'InternalError' });
    }
    if (!decision.ok) return decision;
    const events = record(this.#state, decision.facts, command);
    this.#pending.push(...events);
    return accept(events);
  }

  /** Makes what is pending durable and gives it back. */
  async commit(): Promise<readonly Event[]> {
    const events = this.#pending;
    this.#pending = [];
    if (events.length > 0) await this.#parts.journal.append(this.#state.day, events);
    this.#keep(this.#state);
    return events;
  }

  /** After any failure: nothing that was pending counts, and `settle` is due. */
  doubt(): void {
    this.#pending = [];
    this.#inDoubt = true;
  }

  /** In doubt the journal is right, and memory is made from it anew; as long as it cannot be read, from what it is known to hold. */
  async settle(): Promise<void> {
    if (!this.#inDoubt) return;
    const { day } = this.#state;
    try {
      this.#keep(day === NO_DAY ? initialState(NO_DAY) : await this.#read(day));
      this.#inDoubt = false;
    } catch (error) {
      this.#forgetRefused();
      throw error;
    }
  }

  /** The state and the journal are the same. */
  #keep(state: State): void {
    this.#state = state;
    this.#durable = state.lastSeq;
  }

  #forgetRefused(): void {
    const { day, lastSeq, answers } = this.#state;
    if (lastSeq <= this.#durable) return;
    const known = [...answers.values()].flat().filter(({ seq }) => seq <= this.#durable);
    // What does not fit was told when the day was read.
    this.#state = replay(
      day,
      known.sort((a, b) => a.seq - b.seq),
      this.#parts.office,
      () => undefined,
    );
  }

  async #read(day: BusinessDay): Promise<State> {
    const { journal, office, report } = this.#parts;
    const unfit: unknown[] = [];
    const state = replay(day, await journal.read(day), office, (error) => unfit.push(error));
    if (unfit.length > 0 && day !== this.#told) {
      this.#told = day;
      report(unfitText(day, unfit.length, String(unfit[0]).replace('Error: ', '')));
    }
    return state;
  }
}
