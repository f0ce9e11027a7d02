import { LRUCache } from 'lru-cache';
import { type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { type DurationMs, MINUTE } from '../../../shared/time.ts';

/** Much longer than any page repeats a request. */
const REMEMBERED: DurationMs = 10 * MINUTE;
const MOST = 1_000;

/**
 * A page that gets no answer in time sends its request again. For commands of the queue the journal knows the first answer;
 * accounts have no journal, so what was carried out is remembered for a while. A refusal changed nothing and is judged anew.
 */
export class RecentAnswers {
  /** By sender and request id. */
  readonly #given: LRUCache<string, { name: string; answer: Promise<Result<null>> }>;

  constructor(now: () => DurationMs = () => performance.now()) {
    this.#given = new LRUCache({ max: MOST, ttl: REMEMBERED, ttlResolution: 0, perf: { now } });
  }

  /** Carries out `ask` unless this sender's request with this id was, or is being, carried out. */
  once(senderId: string, requestId: string, name: string, ask: () => Promise<Result<null>>): Promise<Result<null>> {
    const key = `${senderId} ${requestId}`;
    const known = this.#given.get(key);
    if (known) return known.name === name ? known.answer : Promise.resolve(refuse({ code: 'RequestIdReused' }));
    const answer = this.#ask(key, ask);
    this.#given.set(key, { name, answer });
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
}
