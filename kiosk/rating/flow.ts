/** What a visitor does at the rating pad, page by page, without a screen: main.tsx shows it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Rejection, Result } from '../../shared/rejections.ts';
import type { RatingReason } from '../../shared/requests.ts';
import { mayRetry } from '../parts/retry.ts';
import { createStay, type Stay } from '../parts/stay.ts';

/** One vote: counted once, however often it is sent. */
export interface Vote {
  requestId: string;
  /** Null for a vote without a number. */
  number: string | null;
  level: number;
  reason: RatingReason | null;
}

export type Page =
  | { kind: 'visits' }
  | { kind: 'number' }
  | { kind: 'level'; number: string | null }
  /** The vote stands already: who walks away here has voted without a reason. */
  | { kind: 'reason'; vote: Vote }
  | { kind: 'sending'; vote: Vote }
  | { kind: 'refused'; vote: Vote; rejection: Rejection }
  | { kind: 'thanks' };

const CHOOSING_SECONDS = 40;
/** WCAG 2.2.1 asks for at least 20 to say that one needs longer. */
const REASON_SECONDS = 20;
const THANKS_SECONDS = 6;

export interface RatingFlow {
  page: ReadonlySignal<Page>;
  stay: Stay;
  chooseVisit(number: string | null): void;
  typeNumber(): void;
  chooseLevel(level: number): void;
  /** Null skips the question. */
  chooseReason(reason: RatingReason | null): void;
  retry(): void;
  back(): void;
  home(): void;
}

export interface Surroundings {
  rate(vote: Vote): Promise<Result<null>>;
  newRequestId(): string;
  /** Makes the screen ready for the next visitor. */
  reset(): void;
  /** How many times as long as usual this visitor may take. */
  patience(): number;
}

export function createRatingFlow({ rate, newRequestId, reset, patience }: Surroundings): RatingFlow {
  const page = signal<Page>({ kind: 'visits' });
  const stay = createStay(patience);

  function home(): void {
    reset();
    show({ kind: 'visits' });
  }

  function show(next: Page): void {
    page.value = next;
    switch (next.kind) {
      case 'visits':
      case 'number':
      case 'level':
        stay.idle(CHOOSING_SECONDS, home);
        break;
      case 'reason':
        stay.idle(REASON_SECONDS, () => void send(next.vote));
        break;
      case 'sending':
        stay.end();
        break;
      case 'refused':
        // Nobody has to wait out the pause between two votes of the same pad: the vote goes out by itself.
        if (next.rejection.code === 'RatedTooSoon') {
          stay.wait(next.rejection.retryInSeconds, () => void send(next.vote));
        } else {
          stay.idle(CHOOSING_SECONDS, home);
        }
        break;
      case 'thanks':
        stay.wait(THANKS_SECONDS, home);
        break;
      default:
        next satisfies never;
    }
  }

  async function send(vote: Vote): Promise<void> {
    show({ kind: 'sending', vote });
    const answer = await rate(vote);
    show(answer.ok ? { kind: 'thanks' } : { kind: 'refused', vote, rejection: answer.rejection });
  }

  show(page.value);
  return {
    page,
    stay,
    home,
    chooseVisit(number) {
      if (page.value.kind === 'visits' || page.value.kind === 'number') show({ kind: 'level', number });
    },
    back() {
      if (page.value.kind === 'number' || page.value.kind === 'level') show({ kind: 'visits' });
    },
    typeNumber() {
      if (page.value.kind === 'visits') show({ kind: 'number' });
    },
    chooseLevel(level) {
      if (page.value.kind !== 'level') return;
      const { number } = page.value;
      show({ kind: 'reason', vote: { requestId: newRequestId(), number, level, reason: null } });
    },
    chooseReason(reason) {
      if (page.value.kind === 'reason') void send({ ...page.value.vote, reason });
    },
    retry() {
      if (page.value.kind === 'refused' && mayRetry(page.value.rejection)) void send(page.value.vote);
    },
  };
}
