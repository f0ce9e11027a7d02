import type { DurationMs, EpochMs } from '../../shared/time.ts';

interface Sleeper {
  until: EpochMs;
  wake: () => void;
}

/** Time that passes only when the test says so. */
export class ManualTime {
  now: EpochMs = Date.parse('2026-11-23T08:00:00+07:00');
  /** Every pause that was asked for, in order. */
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

  /** Resolves once somebody sleeps. */
  async asleep(): Promise<void> {
    while (this.#sleepers.size === 0) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** Lets time pass in steps of the pauses asked for, and waits each time until whoever woke up sleeps again. */
  async pass(time: DurationMs): Promise<void> {
    const end = this.now + time;
    for (;;) {
      await this.asleep();
      const next = Math.min(...[...this.#sleepers].map(({ until }) => until));
      this.now = Math.min(next, end);
      if (next > end) return;
      for (const sleeper of [...this.#sleepers]) if (sleeper.until <= this.now) sleeper.wake();
    }
  }
}
