/** One batch of commands at a time: decide, evolve, append, wait until durable, acknowledge, publish. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { isClosingDue } from '../../shared/calendar/hours.ts';
import { type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { Health } from '../../shared/protocol/views/hall.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import { StorageError } from '../journal/journal.ts';
import type { Actor, Order } from '../queue/commands.ts';
import { isOpened, type OpenDay } from '../queue/decision.ts';
import type { Event } from '../queue/events.ts';
import type { State } from '../queue/state.ts';
import type { Clock } from './clock.ts';
import { DayBook, type DayBookParts } from './day-book.ts';

/** An order as a door hands it over; the engine adds the time. */
export type Submission = Order & { requestId: string; actor: Actor };

export interface Engine {
  /**
   * Decides, journals and, once the facts are durable, answers with them. A request id that was answered before gets the
   * first answer again. Never rejects: trouble with the disk is the rejection `StorageUnavailable`.
   */
  submit(submission: Submission): Promise<Result<readonly Event[]>>;
  /**
   * Looks at the state between two batches, when everything in it is durable. `look` must not keep or change it. While the
   * journal cannot be read at all, the last known state is shown.
   */
  read<Value>(look: (state: OpenDay, at: EpochMs) => Value): Promise<Value>;
  /**
   * Called after each durable batch with its events, and with none when only time, health or opening changed. `state` is as
   * durable as in `read` and may be looked at only during the call. Returns how to stop.
   */
  subscribe(listener: Listener): () => void;
  health(): Pick<Health, 'storage' | 'clock'>;
}

export type Listener = (events: readonly Event[], state: OpenDay, at: EpochMs) => void;

export interface EngineParts extends DayBookParts {
  clock: Clock;
}

/** How often screens get a sign of life and closing time is looked at. */
const TICK: DurationMs = 5_000;

type Job =
  | { submission: Submission; answer: (result: Result<readonly Event[]>) => void }
  | { look: (state: State, at: EpochMs) => void };

/** Replays the last business day and starts; rejects with `StorageError` if the journal cannot be read or written. */
export async function startEngine(parts: EngineParts): Promise<HallEngine> {
  const engine = new HallEngine(parts);
  await engine.start();
  return engine;
}

export class HallEngine implements Engine {
  readonly #parts: EngineParts;
  readonly #book: DayBook;
  readonly #listeners = new Set<Listener>();
  #jobs: Job[] = [];
  #running: Promise<void> | null = null;
  /** Of the last append or reading that failed, until an append works again. */
  #storageError: StorageError | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#book = new DayBook(parts);
  }

  async start(): Promise<void> {
    const { clock, office } = this.#parts;
    await this.#book.open();
    clock.notBefore(this.#book.state.lastAt);
    const known = await this.read((state) => isDeepStrictEqual(state.office, office));
    if (!known) await this.#submitAs('setup', { type: 'ChangeOffice', office });
    if (this.#storageError) throw this.#storageError;
    await this.#tryStorage();
    this.#timer = setInterval(() => this.tick().catch(this.#parts.report), TICK);
  }

  /** A disk that turned read-only in the middle of a day must not wait for the first visitor to be noticed. */
  async #tryStorage(): Promise<void> {
    try {
      await this.#parts.journal.append(this.#book.state.day, []);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Waits for what is under way; afterwards orders are refused, because the journal may belong to another process. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    // Whoever is answered at the end of a run may begin the next one before this goes on.
    while (this.#running !== null) await this.#running;
    this.#stopped = true;
  }

  submit(submission: Submission): Promise<Result<readonly Event[]>> {
    return new Promise((answer) => this.#add({ submission, answer }));
  }

  read<Value>(look: (state: OpenDay, at: EpochMs) => Value): Promise<Value> {
    return new Promise((resolve, reject) =>
      this.#add({
        look: (state, at) => {
          try {
            if (!isOpened(state)) throw this.#storageError ?? new Error('No business day could be opened.');
            resolve(look(state, at));
          } catch (error) {
            reject(error);
          }
        },
      }),
    );
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  health(): Pick<Health, 'storage' | 'clock'> {
    return {
      storage: this.#storageError ? 'unavailable' : 'ok',
      clock: this.#parts.clock.isBehind() ? 'behind' : 'ok',
    };
  }

  /** What time alone brings: a new day, closing, a disk that works again. Screens hear from the office in any case. */
  async tick(): Promise<void> {
    if (this.#storageError) await this.#submitAs('storage', { type: 'NoteStorageRecovered' });
    const due = await this.read(({ office, day, closed }, at) => !closed && isClosingDue(office, day, at));
    if (due) await this.#submitAs('clock', { type: 'CloseDay' });
    await this.read((state, at) => this.#publish([], state, at));
  }

  async #submitAs(id: 'clock' | 'storage' | 'setup', order: Order): Promise<void> {
    await this.submit({ ...order, requestId: randomUUID(), actor: { kind: 'system', id } });
  }

  #add(job: Job): void {
    if (this.#stopped) {
      if ('look' in job) job.look(this.#book.state, this.#book.state.lastAt);
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
        // Callers who were just answered send their next command in this turn and share the next write; a lone caller must not wait.
        if (jobs.length > 1) await turn();
      }
    } finally {
      // In the same turn as the last look at the jobs: whoever comes a turn later must start the next run.
      this.#running = null;
    }
  }

  async #batch(jobs: Job[]): Promise<void> {
    const book = this.#book;
    const at = this.#parts.clock.now();
    const answers: (() => void)[] = [];
    let events: readonly Event[] = [];
    let trouble: Rejection | null = null;
    try {
      await book.prepare(at);
      for (const job of jobs) {
        if ('look' in job) continue;
        const result = book.execute({ ...job.submission, at });
        answers.push(() => job.answer(result));
      }
      events = await book.commit();
      if (events.length > 0) this.#storageError = null;
    } catch (error) {
      trouble = this.#fail(error);
    }
    if (trouble) {
      for (const job of jobs) if ('answer' in job) job.answer(refuse(trouble));
      await book.settle().catch(this.#parts.report);
    } else for (const answer of answers) answer();
    if ((trouble || events.length > 0) && isOpened(book.state)) this.#publish(trouble ? [] : events, book.state, at);
    for (const job of jobs) if ('look' in job) job.look(book.state, at);
  }

  #fail(error: unknown): Rejection {
    this.#parts.report(error);
    this.#book.doubt();
    if (!(error instanceof StorageError)) return { code: 'InternalError' };
    this.#storageError = error;
    return { code: 'StorageUnavailable' };
  }

  #publish(events: readonly Event[], state: OpenDay, at: EpochMs): void {
    for (const listener of this.#listeners) {
      try {
        listener(events, state, at);
      } catch (error) {
        // One broken reader must not keep the others from hearing; the facts are durable already.
        this.#parts.report(error);
      }
    }
  }
}
