import type { DurationMs, EpochMs } from '../../shared/time.ts';

interface Sleeper {
  until: EpochMs;
  wake: () => void;
}

/** Time that passes only when the test says so. */
export class ManualTime {
  now: EpochMs = Date.parse('2026-11-23T08:00:00+07:00');
  /** Every pause that the code under test has started, in order. */
  readonly pauses: DurationMs[] = [];
  readonly #sleepers = new Set<Sleeper>();
  #watchers: (() => void)[] = [];

  readonly wait = (time: DurationMs, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const sleeper = {
        until: this.now + time,
        wake: () => {
          this.#sleepers.delete(sleeper);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      this.pauses.push(time);
      if (signal.aborted) sleeper.wake();
      signal.addEventListener('abort', sleeper.wake);
      for (const watch of this.#watchers.splice(0)) watch();
    });

  /** Resolves when the code under test is in a pause. */
  async waiting(): Promise<void> {
    while (this.#sleepers.size === 0) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** Advances the time from the end of one pause to the next; after each step it waits until the code under test pauses again. */
  async pass(time: DurationMs): Promise<void> {
    const end = this.now + time;
    for (;;) {
      await this.waiting();
      const next = Math.min(...[...this.#sleepers].map(({ until }) => until));
      this.now = Math.min(next, end);
      if (next > end) return;
      for (const sleeper of [...this.#sleepers]) if (sleeper.until <= this.now) sleeper.wake();
    }
  }
}
