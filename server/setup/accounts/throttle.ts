import type { DurationMs, EpochMs } from '../../../shared/time.ts';

const FREE_TRIES = 5;
const FIRST_DELAY: DurationMs = 1_000;
const LONGEST_DELAY: DurationMs = 300_000;
/** Without a limit, sign-ins with arbitrary names could fill the memory. */
const MAX_KEYS = 5_000;

/** After five wrong passwords each further try must wait: 1 s, 2 s, 4 s … 5 minutes. Kept in memory only. */
export class Throttle {
  readonly #now: () => EpochMs;
  readonly #tries = new Map<string, { wrong: number; nextAt: EpochMs }>();

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  /**
   * Returns the time to wait, or 0 when the try is allowed. The try counts as wrong until `clear` is called, so that
   * simultaneous tries are counted too.
   */
  take(key: string): DurationMs {
    const now = this.#now();
    const before = this.#tries.get(key) ?? { wrong: 0, nextAt: 0 };
    const wait = before.nextAt - now;
    // A longer wait is never given: the clock was set back since.
    if (wait > 0 && wait <= LONGEST_DELAY) return wait;
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
    if (this.#tries.size <= MAX_KEYS) return;
    const oldest = this.#tries.keys().next();
    if (!oldest.done) this.#tries.delete(oldest.value);
  }
}
