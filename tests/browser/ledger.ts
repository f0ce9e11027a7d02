/** What the screens must show, calculated from the events of the day alone. */

import { drawPaper } from '../../server/print/drawing/layout.ts';
import { withoutCommands } from '../../server/print/printers/escpos.ts';
import type { Event, EventOf, EventType } from '../../server/queue/events.ts';
import { evolve } from '../../server/queue/evolve.ts';
import { initialState } from '../../server/queue/state.ts';
import { paperOf } from '../../server/queue/views/paper.ts';
import type { Office } from '../../shared/office/office.ts';
import { rowsOf } from '../print/drawing/papers.ts';
import { testOffice } from '../server/office.ts';

export function factsOf<Type extends EventType>(events: readonly Event[], type: Type): EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

export function numberOf(events: readonly Event[], ticketId: string): string {
  return factsOf(events, 'TicketIssued').find((issued) => issued.ticketId === ticketId)?.number ?? '?';
}

/** Every announcement of the day, in the words of the lobby TV. */
export function announcedIn(events: readonly Event[], office: Office): string[] {
  return events
    .filter((event) => event.type === 'TicketCalled' || event.type === 'TicketRecalled')
    .map(({ ticketId, counterId }) => {
      const counter = office.counters.find(({ id }) => id === counterId);
      return `Mời công dân có số ${numberOf(events, ticketId)} đến quầy ${counter?.number}.`;
    });
}

/** The items of `wanted` that `all` contains in the same order. */
export function inOrderOf(all: readonly string[], wanted: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((each) => {
    const at = all.indexOf(each, from);
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
}

/** Votes in the office's figure by the last content of each, counted for each level, worst level first. */
export function votesIn(events: readonly Event[], levels: number): number[] {
  const counts = Array.from({ length: levels }, () => 0);
  const last = new Map<string, Event>();
  for (const event of events) if ('voteId' in event) last.set(event.voteId, event);
  for (const event of last.values())
    if ('counted' in event && event.counted === 'figure') counts[event.level - 1] = (counts[event.level - 1] ?? 0) + 1;
  return counts;
}

interface Waiting {
  ticketId: string;
  serviceId: string;
  weight: number;
  arrivedAt: number;
  order: number;
  reservedFor: string | null;
}

/**
 * The calls by "call next" of a ticket that was not next; there must be none. This is the rule of the office, written a second
 * time as simply as possible: first visitors back at their own clerk, then the most weighted minutes, then the earlier ticket.
 */
export function wrongTurns(events: readonly Event[], office: Office): string[] {
  const tickets = new Map<string, Waiting>();
  const waiting = new Set<string>();
  const clerks = new Map<string, string>();
  const wrong: string[] = [];
  for (const event of events) {
    if (event.type === 'CounterOpened') clerks.set(event.counterId, event.clerkId);
    if (!('ticketId' in event) || event.ticketId === null) continue;
    const { ticketId, at } = event;
    if (event.type === 'TicketIssued') {
      const weight = office.ticketClasses.find(({ id }) => id === event.classId)?.weight ?? 1;
      const { serviceId, seq: order } = event;
      tickets.set(ticketId, { ticketId, serviceId, weight, arrivedAt: at, order, reservedFor: null });
      waiting.add(ticketId);
    }
    const ticket = tickets.get(ticketId);
    if (event.type === 'TicketReturned' && ticket) ticket.reservedFor = event.reservedFor;
    if (event.type === 'TicketTransferred' && ticket) ticket.serviceId = event.serviceId;
    if (event.type === 'TicketReturned' || event.type === 'TicketTransferred') waiting.add(ticketId);
    if (event.type !== 'TicketCalled') continue;
    const clerk = clerks.get(event.counterId);
    const services = office.counters.find(({ id }) => id === event.counterId)?.services ?? [];
    const [next] = [...tickets.values()]
      .filter((each) => waiting.has(each.ticketId))
      .filter(({ reservedFor, serviceId }) =>
        reservedFor === null ? services.includes(serviceId) : reservedFor === clerk,
      )
      .sort(
        (a, b) =>
          Number(b.reservedFor !== null) - Number(a.reservedFor !== null) ||
          b.weight * (at - b.arrivedAt) - a.weight * (at - a.arrivedAt) ||
          a.order - b.order,
      );
    if (event.reason === null && next?.ticketId !== ticketId) {
      wrong.push(`${numberOf(events, ticketId)} instead of ${numberOf(events, next?.ticketId ?? '')}`);
    }
    waiting.delete(ticketId);
  }
  return wrong;
}

/** The printed papers, row by row, as the printer must have received them. For an office with a public address. */
export function papersIn(events: readonly Event[], day: string): string[][] {
  const state = initialState(day, testOffice);
  const started = new Map<number, string[]>();
  const printed: string[][] = [];
  for (const event of events) {
    evolve(state, event);
    if (event.type === 'PrintStarted') {
      const job = state.prints.get(event.jobId);
      const paper = job ? paperOf(state, job, '') : null;
      if (!paper) throw new Error(`Job ${event.jobId} has no paper.`);
      const bitmap = drawPaper(paper, 80);
      started.set(event.jobId, rowsOf({ ...bitmap, rows: withoutCommands(bitmap.rows) }));
    }
    if (event.type === 'TicketPrinted') printed.push(started.get(event.jobId) ?? []);
  }
  return printed;
}
