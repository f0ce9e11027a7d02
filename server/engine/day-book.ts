/** The business day in memory and in the journal, kept the same: what is decided here is pending until `commit`. */
import { type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import type { Journal } from '../journal/journal.ts';
import { type Log, logError } from '../log.ts';
import { Day } from './day.ts';
import { rollOver } from './day-rollover.ts';
import type { CommandOf, Deciders, EventOf, StatesOf } from './decider.ts';

/** Before the first day was opened there is no day to name. */
const NO_DAY: BusinessDay = '';

export interface DayBookDependencies<D extends Deciders> {
  deciders: D;
  journal: Journal<EventOf<D>>;
  log: Log;
  /** The office's time zone, which says what day it is; an IANA name. Before the first day the states are empty. */
  timeZone(states: StatesOf<D>): string;
}

export class DayBook<D extends Deciders> {
  readonly #dependencies: DayBookDependencies<D>;
  #day: Day<D>;
  /** In the state, not yet in the journal. */
  #pending: EventOf<D>[] = [];
  /** Sequence number of the last event that the journal is known to hold. */
  #durable = 0;
  /** After a failure memory may hold events that the journal does not. */
  #inDoubt = false;
  /** The day whose inconsistent events the log has named: while a disk is in trouble, the day is read every few seconds. */
  #reported = NO_DAY;

  constructor(dependencies: DayBookDependencies<D>) {
    this.#dependencies = dependencies;
    this.#day = new Day(NO_DAY, dependencies.deciders);
  }

  /** As durable as the journal, except between `execute` and the end of `commit`. */
  get day(): Day<D> {
    return this.#day;
  }

  /**
   * Reads the last business day. A power cut while a day was being opened leaves a day without events: the one before it
   * knows what is carried over. Rejects with `StorageError`, as the methods below that wait for the journal.
   */
  async open(): Promise<void> {
    for (const day of (await this.#dependencies.journal.days()).reverse()) {
      this.#keep(await this.#read(day));
      if (this.#day.isOpened) return;
    }
  }

  /** Before any command of this moment: the state is what the journal holds, and its day is the day of `at`. */
  async prepare(at: EpochMs): Promise<void> {
    await this.recover();
    const { journal, deciders, timeZone } = this.#dependencies;
    const rollover = rollOver(this.#day, deciders, timeZone(this.#day.states), at);
    if (!rollover) return;
    if (rollover.closing.length > 0) await journal.append(this.#day.name, rollover.closing);
    this.#keep(this.#day);
    await journal.append(rollover.next.name, rollover.opening);
    this.#keep(rollover.next);
  }

  /** The events of one command, pending until `commit`; an id that was answered before gets its first answer. */
  execute(command: CommandOf<D>): Result<readonly EventOf<D>[]> {
    const before = this.#day.lastSeq;
    try {
      const result = this.#day.execute(command);
      // A repeated request leads to the events of the first one, which are pending or durable already.
      if (result.ok) this.#pending.push(...result.value.filter(({ seq }) => seq > before));
      return result;
    } catch (error) {
      // A bug in one rule refuses one command: deciding changes nothing.
      logError(this.#dependencies.log)(error);
      return refuse({ code: 'InternalError' });
    }
  }

  /** Makes what is pending durable and gives it back. */
  async commit(): Promise<readonly EventOf<D>[]> {
    const events = this.#pending;
    this.#pending = [];
    if (events.length > 0) await this.#dependencies.journal.append(this.#day.name, events);
    this.#keep(this.#day);
    return events;
  }

  /** After any failure: nothing that was pending counts, and `recover` is due. */
  markInDoubt(): void {
    this.#pending = [];
    this.#inDoubt = true;
  }

  /** In doubt the journal is right, and memory is made from it anew; while it cannot be read, from what it is known to hold. */
  async recover(): Promise<void> {
    if (!this.#inDoubt) return;
    const { name } = this.#day;
    try {
      this.#keep(name === NO_DAY ? new Day(NO_DAY, this.#dependencies.deciders) : await this.#read(name));
      this.#inDoubt = false;
    } catch (error) {
      this.#forgetRefused();
      throw error;
    }
  }

  /** The day and the journal are the same. */
  #keep(day: Day<D>): void {
    this.#day = day;
    this.#durable = day.lastSeq;
  }

  #forgetRefused(): void {
    if (this.#day.lastSeq <= this.#durable) return;
    const known = this.#day.events().filter(({ seq }) => seq <= this.#durable);
    const day = new Day(this.#day.name, this.#dependencies.deciders);
    // Inconsistent events were named when the day was read.
    day.replay(known);
    this.#day = day;
  }

  async #read(name: BusinessDay): Promise<Day<D>> {
    const { journal, deciders, log } = this.#dependencies;
    const day = new Day(name, deciders);
    const unfit = day.replay(await journal.read(name));
    if (unfit.length > 0 && name !== this.#reported) {
      this.#reported = name;
      const first = String(unfit[0]).replace('Error: ', '');
      log({
        level: 'error',
        code: 'journal-inconsistent',
        text: {
          vi: `Nhật ký ngày ${name}: ${unfit.length} sự kiện không còn khớp với phần còn lại nên bị bỏ qua (${first}). Ngày vẫn chạy tiếp; hãy giữ lại tệp của ngày đó cho bộ phận hỗ trợ.`,
          en: `Journal of ${name}: events that no longer fit the others and are left out: ${unfit.length} (${first}). The day goes on; keep its file for the support.`,
        },
      });
    }
    return day;
  }
}
