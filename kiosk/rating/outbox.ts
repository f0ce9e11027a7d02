/** The votes on their way to the office, one after another and each until it is answered, also across a lost connection. */
import { accept, type Rejection, type Result } from '../../shared/protocol/rejections.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import { mayRetry } from '../parts/retry.ts';

export interface Vote {
  /** The same for all that one visitor changes of the vote. */
  voteId: string;
  /** Null for a vote without a number. */
  number: string | null;
  level: number;
  reason: RatingReason | null;
}

export interface Outbox {
  /** Sends the vote, or changes it; resolves with the answer of the office, which may come late. */
  give(vote: Vote): Promise<Result<null>>;
  takeBack(voteId: string): Promise<Result<null>>;
}

export interface OutboxDependencies {
  rate(request: Vote & { requestId: string }): Promise<Result<null>>;
  takeBack(request: { requestId: string; voteId: string }): Promise<Result<null>>;
  newRequestId(): string;
}

interface Letter {
  requestId: string;
  voteId: string;
  /** Null takes the vote back. */
  vote: Vote | null;
  answered: ((answer: Result<null>) => void)[];
}

const RETRY_SECONDS = 2;

export function createOutbox({ rate, takeBack, newRequestId }: OutboxDependencies): Outbox {
  const letters: Letter[] = [];
  /** Votes of which the office has been told, perhaps without an answer. */
  const sent = new Set<string>();
  /** The content of each vote that the visitor gave last, so that nothing is sent twice. */
  const given = new Map<string, string>();
  let running = false;

  function post(voteId: string, vote: Vote | null): Promise<Result<null>> {
    return new Promise((answered) => {
      const last = letters.at(-1);
      // The first letter is on its way. What waits behind it is replaced by what the visitor wants now.
      if (last && letters.length > 1 && last.voteId === voteId) {
        last.vote = vote;
        last.answered.push(answered);
      } else letters.push({ requestId: newRequestId(), voteId, vote, answered: [answered] });
      if (!running) void run();
    });
  }

  async function run(): Promise<void> {
    running = true;
    for (let letter = letters[0]; letter; letter = letters[0]) {
      const answer = await send(letter);
      const pause = answer.ok ? null : pauseBefore(answer.rejection);
      if (pause === null) {
        letters.shift();
        for (const answered of letter.answered) answered(answer);
      } else await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    }
    running = false;
  }

  function send({ requestId, voteId, vote }: Letter): Promise<Result<null>> {
    if (vote === null) return sent.delete(voteId) ? takeBack({ requestId, voteId }) : Promise.resolve(accept(null));
    sent.add(voteId);
    return rate({ requestId, ...vote });
  }

  return {
    give(vote) {
      const content = JSON.stringify(vote);
      if (given.get(vote.voteId) === content) return Promise.resolve(accept(null));
      given.set(vote.voteId, content);
      return post(vote.voteId, vote);
    },
    takeBack(voteId) {
      given.delete(voteId);
      return post(voteId, null);
    },
  };
}

/** Seconds after which the same request may succeed; null for a final answer. The office takes one vote of a pad in some seconds. */
function pauseBefore(rejection: Rejection): number | null {
  if (rejection.code === 'RatedTooSoon') return rejection.retryInSeconds;
  return mayRetry(rejection) ? RETRY_SECONDS : null;
}
