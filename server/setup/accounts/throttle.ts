import type { DurationMs, EpochMs } from '../../../shared/time.ts';

const FREE_TRIES = 5;
const FIRST_DELAY: DurationMs = 1_000;
const LONGEST_DELAY: DurationMs = 300_000;
/** Without a limit somebody could fill the memory with made-up names. */
const REMEMBERED = 5_000;

/** After five wrong passwords each further try has to wait: 1 s, 2 s, 4 s … 5 minutes. Kept in memory only. */
export class Throttle {
  readonly #now: () => EpochMs;
  readonly #tries = new Map<string, { wrong: number; nextAt: EpochMs }>();

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  /** Counts a try as wrong until `clear` says otherwise, so that tries side by side count too. 0 lets it pass. */
  take(key: string): DurationMs {
    const now = this.#now();
    const before = this.#tries.get(key) ?? { wrong: 0, nextAt: 0 };
    const wait = before.nextAt - now;
    if (wait > 0) return wait;
    const wrong = before.wrong + 1;
    const delay = wrong < FREE_TRIES ? 0 : Math.min(FIRST_DELAY * 2 ** (wrong - FREE_TRIES), LONGEST_DELAY);
    this.#tries.delete(key);
    this.#tries.set(key, { wrong, nextAt: now + delay });
    this.#forgetOldest();
    return 0;
  }

  clear(key: string): void {
    this.#tries.delete(key);
  }

  #forgetOldest(): void {
    if (this.#tries.size <= REMEMBERED) return;
    const oldest = this.#tries.keys().next();
    if (!oldest.done) this.#tries.delete(oldest.value);
  }
}
