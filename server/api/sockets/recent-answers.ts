import { LRUCache } from 'lru-cache';
import { type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { type DurationMs, MINUTE } from '../../../shared/time.ts';

/** Much longer than pages go on repeating a request. */
const KEPT: DurationMs = 10 * MINUTE;
const MAX_ANSWERS = 1_000;

/**
 * Makes requests about accounts idempotent: a page that gets no answer in time sends its request again. Commands of the queue
 * have their first answer in the journal; accounts have no journal, so answers to successful requests are kept in memory for a
 * while. A refused request is not kept: it changed nothing, so its repetition is decided again.
 */
export class RecentAnswers {
  /** By sender and request id. */
  readonly #answers: LRUCache<string, { name: string; answer: Promise<Result<null>> }>;

  constructor(now: () => DurationMs = () => performance.now()) {
    this.#answers = new LRUCache({ max: MAX_ANSWERS, ttl: KEPT, ttlResolution: 0, perf: { now } });
  }

  /** Runs `act` unless this sender's request with this id has succeeded or is still running; then returns that answer. */
  once(senderId: string, requestId: string, name: string, act: () => Promise<Result<null>>): Promise<Result<null>> {
    const key = `${senderId} ${requestId}`;
    const known = this.#answers.get(key);
    if (known) return known.name === name ? known.answer : Promise.resolve(refuse({ code: 'RequestIdReused' }));
    const answer = this.#run(key, act);
    this.#answers.set(key, { name, answer });
    return answer;
  }

  async #run(key: string, act: () => Promise<Result<null>>): Promise<Result<null>> {
    let succeeded = false;
    try {
      const result = await act();
      succeeded = result.ok;
      return result;
    } finally {
      if (!succeeded) this.#answers.delete(key);
    }
  }
}
