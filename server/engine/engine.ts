/** Handles commands in batches, one batch at a time: decide, evolve, append, wait until durable, acknowledge, publish. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import type { JournalDamage } from '../../shared/protocol/views/trouble.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import { StorageError } from '../journal/journal.ts';
import { logError } from '../log.ts';
import type { OfficeClock } from './clock.ts';
import { DayBook, type DayBookDependencies } from './day-book.ts';
import type { BodyOf, CommandOf, Deciders, EventOf, StatesOf, UntimedCommand } from './decider.ts';

export interface Engine<D extends Deciders> {
  /**
   * Decides a command, appends its events and resolves with them when they are durable. A request id that was answered before gets
   * the first answer again. The promise never rejects: when the disk fails, the result is the refusal `StorageUnavailable`.
   */
  submit(command: UntimedCommand<D>): Promise<Result<readonly EventOf<D>[]>>;
  /**
   * Calls `look` between two batches, when everything in the states is durable. `look` must not keep or change the states. While the
   * journal cannot be read, it gets the last known states.
   */
  read<Value>(look: (states: StatesOf<D>, at: EpochMs) => Value): Promise<Value>;
  /**
   * Calls `listener` after each durable batch with its events, and without events when only time, health or opening changed. `states`
   * are as durable as in `read` and may be used only during the call. Returns a function that ends the subscription.
   */
  subscribe(listener: Listener<D>): () => void;
  health(): Pick<Health, 'storage' | 'clock'>;
  /** What today's journal has lost. */
  journalDamage(): JournalDamage;
}

export type Listener<D extends Deciders> = (events: readonly EventOf<D>[], states: StatesOf<D>, at: EpochMs) => void;

export interface EngineDependencies<D extends Deciders> extends DayBookDependencies<D> {
  clock: OfficeClock;
  /** Commands to decide, as `system:clock`, because the machine's clock has left the office's time or agrees with it again. */
  checkClock(states: StatesOf<D>, at: EpochMs): BodyOf<D>[];
  /** Commands to decide at the start, before any other, as `system:setup`. The engine does not start when they cannot be stored. */
  atStart(states: StatesOf<D>): BodyOf<D>[];
  /** Commands to decide because time has passed, as `system:clock`. */
  due(states: StatesOf<D>, at: EpochMs): BodyOf<D>[];
  /** The command decided as `system:storage` while storage fails: when its event can be appended, storage works again. */
  storageRecovered: BodyOf<D>;
}

/** How often listeners are called as a sign of life and `due` is asked for commands. */
const TICK: DurationMs = 5_000;

type Job<D extends Deciders> =
  | { command: UntimedCommand<D>; answer: (result: Result<readonly EventOf<D>[]>) => void }
  | { look: (states: StatesOf<D>, at: EpochMs) => void };

/** Replays the last business day and starts; rejects with `StorageError` if the journal cannot be read or written. */
export async function startEngine<D extends Deciders>(dependencies: EngineDependencies<D>): Promise<BatchEngine<D>> {
  const engine = new BatchEngine(dependencies);
  await engine.start();
  return engine;
}

export class BatchEngine<D extends Deciders> implements Engine<D> {
  readonly #dependencies: EngineDependencies<D>;
  readonly #book: DayBook<D>;
  readonly #listeners = new Set<Listener<D>>();
  readonly #logError: (error: unknown) => void;
  #jobs: Job<D>[] = [];
  #running: Promise<void> | null = null;
  /** The error of the last append or read that failed, until an append works again. */
  #storageError: StorageError | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(dependencies: EngineDependencies<D>) {
    this.#dependencies = dependencies;
    this.#book = new DayBook(dependencies);
    this.#logError = logError(dependencies.log);
  }

  async start(): Promise<void> {
    const { clock, atStart } = this.#dependencies;
    await this.#book.open();
    if (this.#book.day.isOpened) {
      clock.startFrom(this.#book.day.lastAt);
      await this.#checkClock();
      // A question that cannot be stored now is asked by the tick; only what follows must be stored.
      this.#storageError = null;
    }
    for (const body of await this.read(atStart)) await this.#submitAs('setup', body);
    if (this.#storageError) throw this.#storageError;
    await this.#tryStorage();
    this.#timer = setInterval(() => this.tick().catch(this.#logError), TICK);
  }

  /** Detects at the start, before the first visitor, a disk that became read-only in the middle of a day. */
  async #tryStorage(): Promise<void> {
    try {
      await this.#dependencies.journal.append(this.#book.day.name, []);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Waits for commands under way. Later commands are refused, because the journal may belong to another process by then. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    // A caller answered at the end of a run may start the next run first.
    while (this.#running !== null) await this.#running;
    this.#stopped = true;
  }

  submit(command: UntimedCommand<D>): Promise<Result<readonly EventOf<D>[]>> {
    return new Promise((answer) => this.#add({ command, answer }));
  }

  read<Value>(look: (states: StatesOf<D>, at: EpochMs) => Value): Promise<Value> {
    return new Promise((resolve, reject) =>
      this.#add({
        look: (states, at) => {
          try {
            if (!this.#book.day.isOpened) throw this.#storageError ?? new Error('No business day could be opened.');
            resolve(look(states, at));
          } catch (error) {
            reject(error);
          }
        },
      }),
    );
  }

  subscribe(listener: Listener<D>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  health(): Pick<Health, 'storage' | 'clock'> {
    return {
      storage: this.#storageError ? 'unavailable' : 'ok',
      clock: this.#dependencies.clock.state(),
    };
  }

  journalDamage(): JournalDamage {
    return this.#book.day.damage;
  }

  /** Does what depends on time only: opens a new day, closes a day, retries the disk. Calls the listeners in any case. */
  async tick(): Promise<void> {
    const { due, storageRecovered } = this.#dependencies;
    if (this.#storageError) await this.#submitAs('storage', storageRecovered);
    await this.#checkClock();
    for (const body of await this.read(due)) await this.#submitAs('clock', body);
    await this.read((states, at) => this.#publish([], states, at));
  }

  async #checkClock(): Promise<void> {
    for (const body of await this.read(this.#dependencies.checkClock)) await this.#submitAs('clock', body);
  }

  async #submitAs(id: 'clock' | 'storage' | 'setup', body: BodyOf<D>): Promise<void> {
    const context = { requestId: randomUUID(), actor: { kind: 'system', id } };
    // The cast is safe: every domain accepts the system's own actors.
    await this.submit({ ...body, ...context } as UntimedCommand<D>);
  }

  #add(job: Job<D>): void {
    if (this.#stopped) {
      const { day } = this.#book;
      if ('look' in job) job.look(day.states, day.lastAt);
      else job.answer(refuse({ code: 'StorageUnavailable' }));
      return;
    }
    this.#jobs.push(job);
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    try {
      while (this.#jobs.length > 0) {
        const jobs = this.#jobs;
        this.#jobs = [];
        await this.#batch(jobs);
        // Several callers just answered may send their next commands in this turn of the event loop, so that these share one write.
        // A single caller must not wait for that.
        if (jobs.length > 1) await turn();
      }
    } finally {
      // Without an await since the last check of #jobs: a job that is added later must find no run and start the next one.
      this.#running = null;
    }
  }

  async #batch(jobs: Job<D>[]): Promise<void> {
    const book = this.#book;
    const { clock } = this.#dependencies;
    const at = clock.now();
    const answers: (() => void)[] = [];
    let events: readonly EventOf<D>[] = [];
    let failure: Rejection | null = null;
    try {
      await book.prepare(at);
      for (const [index, job] of jobs.entries()) {
        if ('look' in job) continue;
        // `UntimedCommand` is the command without its time; the compiler cannot see for every `D` that adding it gives the command.
        const result = book.execute({ ...job.command, at } as unknown as CommandOf<D>);
        answers.push(() => job.answer(result));
        // What comes after the clock was set has another time, and perhaps another day.
        if (result.ok && result.value.some((event) => book.day.clockSetBy(event) !== null))
          this.#jobs.unshift(...jobs.splice(index + 1), { look: (states, at) => this.#publish([], states, at) });
      }
      events = await book.commit();
      for (const event of events) {
        const setTo = book.day.clockSetBy(event);
        if (setTo !== null) clock.set(setTo);
      }
      if (events.length > 0) this.#storageError = null;
    } catch (error) {
      failure = this.#fail(error);
    }
    if (failure) {
      for (const job of jobs) if ('answer' in job) job.answer(refuse(failure));
      await book.recover().catch(this.#logError);
    } else for (const answer of answers) answer();
    const { day } = book;
    if ((failure || events.length > 0) && day.isOpened) this.#publish(failure ? [] : events, day.states, at);
    for (const job of jobs) if ('look' in job) job.look(day.states, at);
  }

  #fail(error: unknown): Rejection {
    this.#logError(error);
    this.#book.markInDoubt();
    if (!(error instanceof StorageError)) return { code: 'InternalError' };
    this.#storageError = error;
    return { code: 'StorageUnavailable' };
  }

  #publish(events: readonly EventOf<D>[], states: StatesOf<D>, at: EpochMs): void {
    for (const listener of this.#listeners) {
      try {
        listener(events, states, at);
      } catch (error) {
        // One broken listener must not keep the others from being called; the events are durable already.
        this.#logError(error);
      }
    }
  }
}
