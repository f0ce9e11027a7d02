/** Keeps the business day in memory equal to the one in the journal. Events of executed commands are pending until `commit`. */
import { type Result, refuse } from '../../shared/protocol/rejections.ts';
import { type BusinessDay, type EpochMs, localTime } from '../../shared/time.ts';
import type { Journal } from '../journal/journal.ts';
import { type Log, logError } from '../log.ts';
import { Day } from './day.ts';
import { isLeft, isRolloverDue, rollOver } from './day-rollover.ts';
import type { CommandOf, Deciders, EventOf, StatesOf } from './decider.ts';

/** The name of the day in memory before the first business day is opened. */
const NO_DAY: BusinessDay = '';

export interface DayBookDependencies<D extends Deciders> {
  deciders: D;
  journal: Journal<EventOf<D>>;
  log: Log;
  /** The office's time zone, an IANA name; it decides which day a moment belongs to. Before the first day the states are empty. */
  timeZone(states: StatesOf<D>): string;
}

export class DayBook<D extends Deciders> {
  readonly #dependencies: DayBookDependencies<D>;
  #day: Day<D>;
  /** Events that are in the state but not yet in the journal. */
  #pending: EventOf<D>[] = [];
  /** Sequence number of the last event that the journal is known to hold. */
  #durable = 0;
  /** True after a failure: memory may hold events that the journal does not. */
  #inDoubt = false;
  /** The day whose inconsistent events have been logged. While the disk fails the day is read every few seconds, but logged once. */
  #reported = NO_DAY;

  constructor(dependencies: DayBookDependencies<D>) {
    this.#dependencies = dependencies;
    this.#day = new Day(NO_DAY, dependencies.deciders);
  }

  /** Holds durable events only, except between `execute` and the end of `commit`. */
  get day(): Day<D> {
    return this.#day;
  }

  /**
   * Reads the last business day that has events. A power cut during the opening of a day leaves a day without events; then the day
   * before it has what is carried over. A day that was left because the clock was set back is passed over. Rejects with `StorageError`, as do the methods below that wait for the journal.
   */
  async open(): Promise<void> {
    for (const day of (await this.#dependencies.journal.days()).reverse()) {
      this.#setDurable(await this.#read(day));
      if (this.#day.isOpened && !isLeft(this.#day, this.#timeZone())) return;
    }
  }

  /** To be called before any command of this moment: recovers from a failure and opens the business day of `at` if it is new. */
  async prepare(at: EpochMs): Promise<void> {
    await this.recover();
    const { journal } = this.#dependencies;
    const timeZone = this.#timeZone();
    if (!isRolloverDue(this.#day, timeZone, at)) return;
    // Read although it may have no events: they may be lost, or a power cut may have interrupted its opening.
    const next = await this.#read(localTime(at, timeZone).day);
    const { closing, opening } = rollOver(this.#day, next, timeZone, at);
    if (closing.length > 0) await journal.append(this.#day.name, closing);
    this.#setDurable(this.#day);
    await journal.append(next.name, opening);
    this.#setDurable(next);
  }

  #timeZone(): string {
    return this.#dependencies.timeZone(this.#day.states);
  }

  /** The events of one command, pending until `commit`; a request id that was answered before gets its first answer again. */
  execute(command: CommandOf<D>): Result<readonly EventOf<D>[]> {
    const before = this.#day.lastSeq;
    try {
      const result = this.#day.execute(command);
      // A repeated request leads to the events of the first one, which are pending or durable already.
      if (result.ok) this.#pending.push(...result.value.filter(({ seq }) => seq > before));
      return result;
    } catch (error) {
      // A bug in a rule refuses only its command, because deciding does not change the state.
      logError(this.#dependencies.log)(error);
      return refuse({ code: 'InternalError' });
    }
  }

  /** Appends the pending events and returns them when they are durable. */
  async commit(): Promise<readonly EventOf<D>[]> {
    const events = this.#pending;
    this.#pending = [];
    if (events.length > 0) await this.#dependencies.journal.append(this.#day.name, events);
    this.#setDurable(this.#day);
    return events;
  }

  /** To be called after any failure: drops the pending events; `recover` must follow. */
  markInDoubt(): void {
    this.#pending = [];
    this.#inDoubt = true;
  }

  /** After a failure rebuilds memory from the journal; while that cannot be read, from the events that it is known to hold. */
  async recover(): Promise<void> {
    if (!this.#inDoubt) return;
    const { name } = this.#day;
    try {
      this.#setDurable(name === NO_DAY ? new Day(NO_DAY, this.#dependencies.deciders) : await this.#read(name));
      this.#inDoubt = false;
    } catch (error) {
      this.#dropRefused();
      throw error;
    }
  }

  /** Takes over a day whose events are all in the journal. */
  #setDurable(day: Day<D>): void {
    this.#day = day;
    this.#durable = day.lastSeq;
  }

  #dropRefused(): void {
    if (this.#day.lastSeq <= this.#durable) return;
    const day = new Day(this.#day.name, this.#dependencies.deciders);
    // The result is ignored: inconsistent events were logged when the day was read.
    const known = this.#day.upTo(this.#durable);
    day.replay(known.events, known);
    this.#day = day;
  }

  async #read(name: BusinessDay): Promise<Day<D>> {
    const { journal, deciders, log } = this.#dependencies;
    const day = new Day(name, deciders);
    const record = await journal.resume(name);
    const unfit = day.replay(record.events, record);
    if (unfit.length > 0 && name !== this.#reported) {
      this.#reported = name;
      const first = String(unfit[0]).replace('Error: ', '');
      log({
        level: 'error',
        code: 'journal-inconsistent',
        text: {
          vi: `Nhật ký ngày ${name}: ${unfit.length} sự kiện không còn khớp với phần còn lại nên bị bỏ qua (${first}). Ngày vẫn chạy tiếp; vui lòng giữ lại tệp của ngày đó cho bộ phận hỗ trợ.`,
          en: `Journal of ${name}: events that no longer fit the others and are left out: ${unfit.length} (${first}). The day goes on; keep its file for the support.`,
        },
      });
    }
    return day;
  }
}
