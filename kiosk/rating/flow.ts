/** What a visitor does at the rating pad, page by page, without a screen: main.tsx shows it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { accept, type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import { createStay, type Stay } from '../parts/idle-timer.ts';
import { mayRetry } from '../parts/retry.ts';
import type { Notice, Scanned } from '../parts/scanned.ts';

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
  /** A ticket was scanned. */
  | { kind: 'finding' }
  | { kind: 'not-rateable'; ticketId: string; rejection: Rejection }
  | { kind: 'thanks' };

const CHOOSING_SECONDS = 40;
/** WCAG 2.2.1 asks for at least 20 to say that one needs longer. */
const REASON_SECONDS = 20;
const THANKS_SECONDS = 6;

export interface RatingFlow {
  page: ReadonlySignal<Page>;
  stay: Stay;
  /** A code that is no ticket's, until the visitor goes on. */
  notice: ReadonlySignal<Notice | null>;
  chooseVisit(number: string | null): void;
  typeNumber(): void;
  chooseLevel(level: number): void;
  /** Null skips the question. */
  chooseReason(reason: RatingReason | null): void;
  /** Sends the vote again; with a number that nobody has today, without it. */
  retry(): void;
  back(): void;
  home(): void;
  scan(scanned: Scanned): void;
}

export interface Surroundings {
  rate(vote: Vote): Promise<Result<null>>;
  find(ticketId: string): Promise<Result<HeldTicket>>;
  newRequestId(): string;
  /** Makes the screen ready for the next visitor. */
  reset(): void;
  /** How many times as long as usual this visitor may take. */
  patience(): number;
}

export function createRatingFlow({ rate, find, newRequestId, reset, patience }: Surroundings): RatingFlow {
  const page = signal<Page>({ kind: 'visits' });
  const stay = createStay(patience);
  const notice = signal<Notice | null>(null);

  function home(): void {
    reset();
    show({ kind: 'visits' });
  }

  function show(next: Page): void {
    page.value = next;
    notice.value = null;
    linger(next, stay, home, (vote) => void send(vote));
  }

  async function send(vote: Vote): Promise<void> {
    show({ kind: 'sending', vote });
    const answer = await rate(vote);
    show(answer.ok ? { kind: 'thanks' } : { kind: 'refused', vote, rejection: answer.rejection });
  }

  function again(vote: Vote, rejection: Rejection): void {
    if (rejection.code === 'UnknownTicket') void send({ ...vote, requestId: newRequestId(), number: null });
    else if (mayRetry(rejection)) void send(vote);
  }

  /** Whoever scans a ticket has told its number. */
  async function look(ticketId: string): Promise<void> {
    show({ kind: 'finding' });
    const found = await find(ticketId);
    const number = found.ok ? rateable(found.value) : found;
    if (number.ok) show({ kind: 'level', number: number.value });
    else show({ kind: 'not-rateable', ticketId, rejection: number.rejection });
  }

  show(page.value);
  return {
    page,
    stay,
    notice,
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
      const shown = page.value;
      if (shown.kind === 'refused') again(shown.vote, shown.rejection);
      else if (shown.kind === 'not-rateable' && mayRetry(shown.rejection)) void look(shown.ticketId);
    },
    scan(scanned) {
      stay.touched();
      if (hasVoted(page.value)) return;
      if (scanned.kind === 'ticket') void look(scanned.id);
      else notice.value = scanned.kind === 'appointment' ? { kind: 'foreign' } : scanned;
    },
  };
}

/** How long a page is shown, and what happens then. */
function linger(next: Page, stay: Stay, home: () => void, send: (vote: Vote) => void): void {
  switch (next.kind) {
    case 'visits':
    case 'number':
    case 'level':
    case 'not-rateable':
      stay.idle(CHOOSING_SECONDS, home);
      break;
    case 'reason':
      stay.idle(REASON_SECONDS, () => send(next.vote));
      break;
    case 'sending':
    case 'finding':
      stay.end();
      break;
    case 'refused':
      // Nobody has to wait out the pause between two votes of the same pad: the vote goes out by itself.
      if (next.rejection.code === 'RatedTooSoon') {
        stay.wait(next.rejection.retryInSeconds, () => send(next.vote));
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

/** A vote that is on its way is not given up for another ticket. */
function hasVoted(page: Page): boolean {
  if (page.kind === 'refused') return mayRetry(page.rejection) || page.rejection.code === 'RatedTooSoon';
  return page.kind === 'reason' || page.kind === 'sending' || page.kind === 'finding';
}

/** The number to vote for. */
function rateable(ticket: HeldTicket): Result<string> {
  const { number, status: ticketStatus } = ticket;
  if (ticket.status !== 'done') return refuse({ code: 'WrongState', number, ticketStatus });
  return ticket.rated ? refuse({ code: 'AlreadyRated', number }) : accept(number);
}
