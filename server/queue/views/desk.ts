import { openingAt } from '../../../shared/calendar/hours.ts';
import { type ClerkId, isServed, REGULAR, type ServiceId } from '../../../shared/office/office.ts';
import type { Health } from '../../../shared/protocol/views/common.ts';
import type { DeskView, ReturnableTicket, SupervisorView, WaitingTicket } from '../../../shared/protocol/views/desk.ts';
import type { PrintJobView } from '../../../shared/protocol/views/trouble.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Place } from '../line.ts';
import { callableLines, comeBacksOf, holds, isStranded, nextLine, weightOf } from '../pick.ts';
import { type Burst, returnsUntil, type State } from '../state.ts';
import { bookingDesk } from './appointments.ts';
import { clockQuestionView } from './clock.ts';
import { counterView, deskTicket } from './counter.ts';
import { officeHead, serviceLoads, waitingFor } from './office.ts';

/** Waiting tickets listed for the whole office. */
const WAITING_SHOWN = 60;
/** Waiting tickets listed of each service at least, so that every counter sees its next ones however long other lines are. */
const SHOWN_OF_EACH_SERVICE = 10;
const FINISHED_SHOWN = 10;
const RETURNABLE_SHOWN = 20;
const BURST_SHOWN = 10 * MINUTE;
const PRINTS_SHOWN = 20;
/** A working printer finishes a ticket well within this time. */
const PAPER_IS_LATE: DurationMs = 10_000;
const STRANDED_NAMED = 10;
/** Weights 1 : 2 stay fair to regular visitors up to about this share of priority; below so many waiting a share says little. */
const MUCH_PRIORITY = { share: 0.6, waiting: 5 };

/** What every desk sees; the socket server adds the user, the names of devices, missing screens and the part for supervisors. */
export function deskView(
  state: State,
  at: EpochMs,
  health: Health,
): Omit<DeskView, 'me' | 'supervisor' | 'bursts' | 'missingScreens'> {
  const { office } = state;
  return {
    office: officeHead(office),
    health,
    opening: openingAt(office, at),
    services: serviceLoads(state),
    classes: office.ticketClasses.map(({ id, name, weight }) => ({ id, name, weight })),
    dossiersPerTurn: office.rules.dossiersPerTurn,
    counters: office.counters.flatMap(({ id }) => counterView(state, id, at) ?? []),
    booking: bookingDesk(state),
    waiting: inOrder(state, at),
    waitingTotal: [...state.queues.keys()].reduce((total, id) => total + waitingFor(state, id), 0),
    stranded: stranded(state),
    returnable: returnable(state, at),
    finished: state.finished
      .slice(-FINISHED_SHOWN)
      .reverse()
      .flatMap((ticketId) => {
        const ticket = state.tickets.get(ticketId);
        return ticket?.status === 'done'
          ? [{ id: ticketId, number: ticket.number, finishedAt: ticket.finishedAt }]
          : [];
      }),
    prints: doubtfulPrints(state, at, health),
    clockQuestion: clockQuestionView(state, at),
  };
}

export function burstsShown({ bursts }: State, at: EpochMs): Burst[] {
  return bursts.filter((burst) => at < burst.at + BURST_SHOWN);
}

/** In the order of calls: visitors who wait for one clerk, then by the office's rule, last the postponed ones who are not due. */
function inOrder(state: State, at: EpochMs): WaitingTicket[] {
  const comeBack = [...state.reserved.keys()].flatMap((id) => comeBacksOf(state, id)?.first(WAITING_SHOWN) ?? []);
  const byRule = nextByRule(state, at);
  const later = state.postponed.first(WAITING_SHOWN).filter((place) => !byRule.includes(place));
  return [...comeBack, ...byRule, ...later].flatMap(({ ticketId }) => {
    const ticket = state.tickets.get(ticketId);
    return ticket?.status === 'waiting'
      ? [
          {
            ...deskTicket(ticket),
            reservedFor: holder(state, ticket),
            notBefore: ticket.notBefore,
            countsFrom: ticket.arrivedAt,
          },
        ]
      : [];
  });
}

/** Null unless most of the waiting visitors have priority: then regular visitors wait very long. */
export function muchPriority({ office, queues }: State): SupervisorView['muchPriority'] {
  const regular = weightOf(office, REGULAR);
  let [priority, waiting] = [0, 0];
  for (const { lines } of queues.values()) {
    for (const [classId, line] of lines) {
      waiting += line.length;
      if (weightOf(office, classId) > regular) priority += line.length;
    }
  }
  const { share, waiting: least } = MUCH_PRIORITY;
  return waiting >= least && priority > share * waiting ? { priority, waiting } : null;
}

export function votesApart({ ratings, office }: State): number[] {
  return ratings.apart.slice(0, office.rules.ratingLevels);
}

/** The clerk for whom only the visitor waits now. */
function holder(state: State, { reservedFor }: { reservedFor: ClerkId | null }): ClerkId | null {
  return holds(state, reservedFor) ? reservedFor : null;
}

function stranded(state: State): DeskView['stranded'] {
  const { office, queues, reserved, postponed, tickets } = state;
  const lines = [...queues].flatMap(([id, queue]) => (isServed(office, id) ? [] : [...queue.lines.values()]));
  const single = [postponed, ...reserved.values()].flatMap((line) => line.first(line.length));
  const later = single.filter(({ ticketId }) => {
    const ticket = tickets.get(ticketId);
    return ticket?.status === 'waiting' && isStranded(state, ticket);
  });
  const first = [...lines.flatMap((line) => line.first(STRANDED_NAMED)), ...later].slice(0, STRANDED_NAMED);
  return {
    count: lines.reduce((count, { length }) => count + length, later.length),
    numbers: first.flatMap(({ ticketId }) => tickets.get(ticketId)?.number ?? []),
  };
}

/** Looks at the heads of the lines only, so that the cost does not depend on how many wait. */
function nextByRule(state: State, at: EpochMs): Place[] {
  let lines = callableLines(state, state.office, at);
  const places: Place[] = [];
  const shown = new Map<ServiceId, number>();
  for (;;) {
    const next = nextLine(lines, at);
    const head = next?.line.at(next.called);
    if (!next || !head) return places;
    next.called += 1;
    places.push(head);
    shown.set(next.serviceId, (shown.get(next.serviceId) ?? 0) + 1);
    if (places.length >= WAITING_SHOWN)
      lines = lines.filter(({ serviceId }) => (shown.get(serviceId) ?? 0) < SHOWN_OF_EACH_SERVICE);
  }
}

/** The latest first; when there are too many, those whose time is over are left out first, because few of them come back. */
function returnable(state: State, at: EpochMs): ReturnableTicket[] {
  const absent = [...state.absent].reverse().flatMap((ticketId): ReturnableTicket[] => {
    const ticket = state.tickets.get(ticketId);
    if (ticket?.status !== 'missed' && ticket?.status !== 'away') return [];
    const counterNumber = state.office.counters.find(({ id }) => id === ticket.counterId)?.number ?? null;
    const [since, until] =
      ticket.status === 'missed' ? [ticket.missedAt, returnsUntil(state, ticket)] : [ticket.awayAt, ticket.until];
    return [{ ...deskTicket(ticket), status: ticket.status, counterNumber, since, until }];
  });
  const inTime = absent.filter(({ until }) => at <= until).slice(0, RETURNABLE_SHOWN);
  const overdue = absent.filter(({ until }) => at > until).slice(0, RETURNABLE_SHOWN - inTime.length);
  const shown = new Set([...inTime, ...overdue]);
  return absent.filter((ticket) => shown.has(ticket));
}

/** Print jobs for staff to check: of unknown outcome, abandoned, or waiting for a printer that does not print. */
function doubtfulPrints(state: State, at: EpochMs, { printer }: Health): PrintJobView[] {
  const printerWorks = printer === 'ok' || printer === 'paper-low';
  return [...state.prints.values()]
    .flatMap(({ id, kind, ticketId, requestedAt, reprint, status }): PrintJobView[] => {
      if (status !== 'waiting' && status !== 'unknown' && status !== 'abandoned') return [];
      if (status === 'waiting' && printerWorks && at - requestedAt < PAPER_IS_LATE) return [];
      const number = state.tickets.get(ticketId)?.number ?? '';
      return [{ id, kind, number, state: status, requestedAt, reprint }];
    })
    .slice(-PRINTS_SHOWN);
}
