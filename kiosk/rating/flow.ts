/** The steps of a visitor at the rating pad, without a screen: pad.tsx shows them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { accept, type Rejection, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import { createIdleTimer, type IdleTimer } from '../parts/idle-timer.ts';
import { mayRetry } from '../parts/retry.ts';
import type { Notice, Scanned } from '../parts/scanned.ts';

/** It is counted once, however often it is sent with the same id. */
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
  /** When the visitor leaves here, the vote is sent without a reason. */
  | { kind: 'reason'; vote: Vote }
  | { kind: 'sending'; vote: Vote }
  | { kind: 'refused'; vote: Vote; rejection: Rejection }
  /** A ticket was scanned, and the office is asked about it. */
  | { kind: 'finding' }
  | { kind: 'not-rateable'; ticketId: string; rejection: Rejection }
  | { kind: 'thanks' };

const CHOOSING_SECONDS = 40;
/** WCAG 2.2.1 asks for at least 20 seconds in which users can ask for more time. */
const REASON_SECONDS = 20;
const THANKS_SECONDS = 6;

export interface RatingFlow {
  page: ReadonlySignal<Page>;
  idleTimer: IdleTimer;
  /** The last scan, if it was no ticket, until the visitor goes on. */
  notice: ReadonlySignal<Notice | null>;
  chooseVisit(number: string | null): void;
  typeNumber(): void;
  chooseLevel(level: number): void;
  /** Null skips the question. */
  chooseReason(reason: RatingReason | null): void;
  /** Sends a refused vote again, without its number if no ticket of today has it. */
  retry(): void;
  back(): void;
  home(): void;
  scan(scanned: Scanned): void;
}

export interface RatingFlowDependencies {
  rate(vote: Vote): Promise<Result<null>>;
  find(ticketId: string): Promise<Result<HeldTicket>>;
  newRequestId(): string;
  /** Prepares the screen for the next visitor. */
  reset(): void;
  /** Multiplies the idle times of this visitor. */
  timeFactor(): number;
}

export function createRatingFlow({ rate, find, newRequestId, reset, timeFactor }: RatingFlowDependencies): RatingFlow {
  const page = signal<Page>({ kind: 'visits' });
  const idleTimer = createIdleTimer(timeFactor);
  const notice = signal<Notice | null>(null);

  function home(): void {
    reset();
    show({ kind: 'visits' });
  }

  function show(next: Page): void {
    page.value = next;
    notice.value = null;
    startTimer(next, idleTimer, home, (vote) => void send(vote));
  }

  async function send(vote: Vote): Promise<void> {
    show({ kind: 'sending', vote });
    const answer = await rate(vote);
    show(answer.ok ? { kind: 'thanks' } : { kind: 'refused', vote, rejection: answer.rejection });
  }

  function sendAgain(vote: Vote, rejection: Rejection): void {
    if (rejection.code === 'UnknownTicket') void send({ ...vote, requestId: newRequestId(), number: null });
    else if (mayRetry(rejection)) void send(vote);
  }

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
    idleTimer,
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
      if (shown.kind === 'refused') sendAgain(shown.vote, shown.rejection);
      else if (shown.kind === 'not-rateable' && mayRetry(shown.rejection)) void look(shown.ticketId);
    },
    scan(scanned) {
      idleTimer.touched();
      if (hasVoted(page.value)) return;
      if (scanned.kind === 'ticket') void look(scanned.id);
      else notice.value = scanned.kind === 'appointment' ? { kind: 'foreign' } : scanned;
    },
  };
}

/** Sets how long a page is shown, and what follows. */
function startTimer(next: Page, idleTimer: IdleTimer, home: () => void, send: (vote: Vote) => void): void {
  switch (next.kind) {
    case 'visits':
    case 'number':
    case 'level':
    case 'not-rateable':
      idleTimer.startIdle(CHOOSING_SECONDS, home);
      break;
    case 'reason':
      idleTimer.startIdle(REASON_SECONDS, () => send(next.vote));
      break;
    case 'sending':
    case 'finding':
      idleTimer.stop();
      break;
    case 'refused':
      // The office accepts one vote of a pad in some seconds: the next vote is sent by itself after that pause.
      if (next.rejection.code === 'RatedTooSoon') {
        idleTimer.startFixed(next.rejection.retryInSeconds, () => send(next.vote));
      } else {
        idleTimer.startIdle(CHOOSING_SECONDS, home);
      }
      break;
    case 'thanks':
      idleTimer.startFixed(THANKS_SECONDS, home);
      break;
    default:
      next satisfies never;
  }
}

/** Whether a scan must not interrupt the page: its vote is being sent, or will be. */
function hasVoted(page: Page): boolean {
  if (page.kind === 'refused') return mayRetry(page.rejection) || page.rejection.code === 'RatedTooSoon';
  return page.kind === 'reason' || page.kind === 'sending' || page.kind === 'finding';
}

/** The number of a finished ticket without a rating, or why it cannot be rated. */
function rateable(ticket: HeldTicket): Result<string> {
  const { number, status: ticketStatus } = ticket;
  if (ticket.status !== 'done') return refuse({ code: 'WrongState', number, ticketStatus });
  return ticket.rated ? refuse({ code: 'AlreadyRated', number }) : accept(number);
}
