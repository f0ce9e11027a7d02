/** The steps of a visitor at the rating pad, without a screen: pad.tsx shows them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { accept, type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import { createIdleTimer, type IdleTimer } from '../parts/idle-timer.ts';
import { mayRetry } from '../parts/retry.ts';
import type { Notice, Scanned } from '../parts/scanned.ts';
import type { Outbox, Vote } from './outbox.ts';

/** The vote is given. A low one is asked for its reason; either may get a number, and be taken back. */
export type AfterVote = { kind: 'reason'; vote: Vote } | { kind: 'thanks'; vote: Vote; asksNumber: boolean };

/** The number cannot be rated. The vote is given without it, unless the visit has its vote already. */
interface Refused {
  kind: 'refused';
  vote: Vote;
  rejection: Rejection;
}

export type Page =
  /** `number` is that of a scanned ticket, `voteId` that of a vote that was taken back. */
  | { kind: 'faces'; number: string | null; voteId: string | null }
  /** The pressed face stands for a moment, so that the press is seen. */
  | { kind: 'pressed'; vote: Vote }
  | AfterVote
  | { kind: 'number'; from: AfterVote | Refused }
  | Refused
  /** A ticket was scanned, and the office is asked about it. */
  | { kind: 'finding' }
  | { kind: 'not-rateable'; ticketId: string; rejection: Rejection };

const CHOOSING_SECONDS = 40;
/** WCAG 2.2.1 asks for at least 20 seconds in which users can ask for more time. */
export const REASON_SECONDS = 20;
const THANKS_SECONDS = 6;
const PRESSED_MS = 700;

export interface RatingFlowDependencies {
  outbox: Outbox;
  find(ticketId: string): Promise<Result<HeldTicket>>;
  newVoteId(): string;
  /** How many levels the office has. */
  levels(): 3 | 5;
  /** Prepares the screen for the next visitor. */
  reset(): void;
  /** Multiplies the idle times of this visitor. */
  timeFactor(): number;
}

const START: Page = { kind: 'faces', number: null, voteId: null };

export class RatingFlow {
  readonly idleTimer: IdleTimer;
  readonly #page = signal<Page>(START);
  readonly #notice = signal<Notice | null>(null);
  readonly #uses: RatingFlowDependencies;

  constructor(dependencies: RatingFlowDependencies) {
    this.#uses = dependencies;
    this.idleTimer = createIdleTimer(dependencies.timeFactor);
    this.#show(START);
  }

  get page(): ReadonlySignal<Page> {
    return this.#page;
  }

  /** The last scan, if it was no ticket, until the visitor goes on. */
  get notice(): ReadonlySignal<Notice | null> {
    return this.#notice;
  }

  readonly home = (): void => {
    this.#uses.reset();
    this.#show(START);
  };

  readonly chooseLevel = (level: number): void => {
    const shown = this.#page.value;
    if (shown.kind !== 'faces') return;
    const vote: Vote = { voteId: shown.voteId ?? this.#uses.newVoteId(), number: shown.number, level, reason: null };
    const isLow = level <= this.#uses.levels() - 2;
    const next: AfterVote = isLow
      ? { kind: 'reason', vote }
      : { kind: 'thanks', vote, asksNumber: vote.number === null };
    this.#show({ kind: 'pressed', vote });
    void this.#give(vote);
    setTimeout(() => {
      const { value } = this.#page;
      if (value.kind === 'pressed' && value.vote === vote) this.#show(next);
    }, PRESSED_MS);
  };

  /** Marks a reason, or removes the mark if it is marked. */
  readonly chooseReason = (reason: RatingReason): void => {
    const shown = this.#page.value;
    if (shown.kind !== 'reason') return;
    const { vote } = shown;
    this.#show({ kind: 'reason', vote: { ...vote, reason: vote.reason === reason ? null : reason } });
  };

  /** On the page of the reason: marks the number, or removes the mark. On that of the thanks: gives it to the vote. */
  readonly chooseNumber = (number: string): void => {
    const shown = this.#page.value;
    if (shown.kind === 'number') this.#takeNumber(shown.from, number);
    else if (shown.kind === 'reason' && shown.vote.number === number)
      this.#show({ kind: 'reason', vote: { ...shown.vote, number: null } });
    else if (asksNumber(shown)) this.#takeNumber(shown, number);
  };

  readonly typeNumber = (): void => {
    const shown = this.#page.value;
    if (shown.kind === 'refused' || asksNumber(shown)) this.#show({ kind: 'number', from: shown });
  };

  /** Takes the vote back; the next face is the same vote. */
  readonly chooseAgain = (): void => {
    const shown = this.#page.value;
    if (shown.kind !== 'reason' && shown.kind !== 'thanks') return;
    const { voteId } = shown.vote;
    void this.#uses.outbox.takeBack(voteId);
    this.#show({ kind: 'faces', number: null, voteId });
  };

  /** The visitor has answered, or not, what the page asks. */
  readonly done = (): void => {
    const shown = this.#page.value;
    if (shown.kind === 'reason') this.#finish(shown.vote);
    else this.home();
  };

  /** Asks again about a scanned ticket. */
  readonly retry = (): void => {
    const shown = this.#page.value;
    if (shown.kind === 'not-rateable' && mayRetry(shown.rejection)) void this.#look(shown.ticketId);
  };

  readonly back = (): void => {
    const shown = this.#page.value;
    if (shown.kind === 'number') this.#show(shown.from);
  };

  readonly scan = (scanned: Scanned): void => {
    this.idleTimer.touched();
    const { kind } = this.#page.value;
    if (kind === 'pressed' || kind === 'finding') return;
    if (scanned.kind === 'ticket') void this.#look(scanned.id);
    else this.#notice.value = scanned.kind === 'appointment' ? { kind: 'foreign' } : scanned;
  };

  #show(next: Page): void {
    this.#page.value = next;
    this.#notice.value = null;
    startTimer(next, this.idleTimer, this.home, (vote) => this.#finish(vote));
  }

  /** Sends the vote as the visitor wants it now. */
  async #give(vote: Vote): Promise<void> {
    const answer = await this.#uses.outbox.give(vote);
    if (answer.ok || vote.number === null) return;
    const refused = this.#withoutNumber(vote, answer.rejection);
    const shown = this.#page.value;
    if ('vote' in shown && shown.vote.voteId === vote.voteId) this.#show(refused);
  }

  #withoutNumber(vote: Vote, rejection: Rejection): Refused {
    const rest = { ...vote, number: null };
    // The visit has its vote already, so this one would be a second.
    if (rejection.code === 'AlreadyRated') void this.#uses.outbox.takeBack(vote.voteId);
    else void this.#uses.outbox.give(rest);
    return { kind: 'refused', vote: rest, rejection };
  }

  #finish(vote: Vote): void {
    this.#show({ kind: 'thanks', vote, asksNumber: false });
    void this.#give(vote);
  }

  #takeNumber(from: AfterVote | Refused, number: string): void {
    const vote = { ...from.vote, number };
    if (from.kind === 'reason') this.#show({ kind: 'reason', vote });
    else this.#finish(vote);
  }

  async #look(ticketId: string): Promise<void> {
    const { value } = this.#page;
    const from = asksNumber(value) ? value : null;
    this.#show({ kind: 'finding' });
    const found = await this.#uses.find(ticketId);
    const number = found.ok ? rateable(found.value) : found;
    if (from) {
      if (number.ok) this.#takeNumber(from, number.value);
      else this.#show(this.#withoutNumber(from.vote, number.rejection));
    } else if (number.ok) this.#show({ kind: 'faces', number: number.value, voteId: null });
    else this.#show({ kind: 'not-rateable', ticketId, rejection: number.rejection });
  }
}

/** Sets how long a page is shown, and what follows. */
function startTimer(next: Page, idleTimer: IdleTimer, home: () => void, finish: (vote: Vote) => void): void {
  switch (next.kind) {
    case 'faces':
    case 'not-rateable':
      idleTimer.startIdle(CHOOSING_SECONDS, home);
      break;
    case 'reason':
      idleTimer.startIdle(REASON_SECONDS, () => finish(next.vote));
      break;
    case 'refused':
      idleTimer.startIdle(CHOOSING_SECONDS, home);
      break;
    case 'number':
      // What the visitor has answered so far is sent. A vote of the thanks is complete without a number.
      idleTimer.startIdle(CHOOSING_SECONDS, () => (next.from.kind === 'reason' ? finish(next.from.vote) : home()));
      break;
    case 'pressed':
    case 'finding':
      idleTimer.stop();
      break;
    case 'thanks':
      if (next.asksNumber) idleTimer.startIdle(THANKS_SECONDS, home);
      else idleTimer.startFixed(THANKS_SECONDS, home);
      break;
    default:
      next satisfies never;
  }
}

function asksNumber(page: Page): page is AfterVote {
  return page.kind === 'reason' || (page.kind === 'thanks' && page.asksNumber);
}

/** The number of a finished ticket without a rating, or why it cannot be rated. */
function rateable(ticket: HeldTicket): Result<string> {
  const { number, status: ticketStatus } = ticket;
  if (ticket.status !== 'done') return refuse({ code: 'WrongState', number, ticketStatus });
  return ticket.rated ? refuse({ code: 'AlreadyRated', number }) : accept(number);
}
