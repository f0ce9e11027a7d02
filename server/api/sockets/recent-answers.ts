import { type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { type DurationMs, MINUTE } from '../../../shared/time.ts';

/** Much longer than any page goes on asking. */
const REMEMBERED: DurationMs = 10 * MINUTE;
const MOST = 1_000;

interface Given {
  name: string;
  answer: Promise<Result<null>>;
  /** By the monotonic clock. */
  at: DurationMs;
}

/**
 * A page that hears nothing in time sends its request again. For requests about the hall the journal knows the first answer;
 * set-up has no journal, so the door remembers for a while what it carried out. A refusal changed nothing and is judged anew.
 */
export class RecentAnswers {
  readonly #elapsed: () => DurationMs;
  /** By sender and request id, oldest first. */
  readonly #given = new Map<string, Given>();

  constructor(elapsed: () => DurationMs = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** Carries out `ask` unless this sender's request with this id was, or is being, carried out. */
  once(senderId: string, requestId: string, name: string, ask: () => Promise<Result<null>>): Promise<Result<null>> {
    this.#forget();
    const key = `${senderId} ${requestId}`;
    const known = this.#given.get(key);
    if (known) return known.name === name ? known.answer : Promise.resolve(refuse({ code: 'RequestIdReused' }));
    const answer = this.#ask(key, ask);
    this.#given.set(key, { name, answer, at: this.#elapsed() });
    return answer;
  }

  async #ask(key: string, ask: () => Promise<Result<null>>): Promise<Result<null>> {
    let done = false;
    try {
      const result = await ask();
      done = result.ok;
      return result;
    } finally {
      if (!done) this.#given.delete(key);
    }
  }

  #forget(): void {
    const now = this.#elapsed();
    for (const [key, { at }] of this.#given) {
      if (now - at < REMEMBERED && this.#given.size < MOST) return;
      this.#given.delete(key);
    }
  }
}
