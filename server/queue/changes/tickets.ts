import { REGULAR } from '../../../shared/office/office.ts';
import type { TicketId } from '../commands.ts';
import { withArrival } from '../learning/arrivals.ts';
import type { Line } from '../line.ts';
import {
  type Changes,
  lineOf,
  type OpenCounter,
  queueOf,
  type State,
  type Ticket,
  type TicketBase,
  type TicketSituation,
} from '../state.ts';
import { arrive } from './appointments.ts';
import { countIssue } from './burst.ts';
import { learnFromExpiry } from './learning.ts';
import { requestPrint } from './printing.ts';

export const ticketChanges = {
  TicketIssued(state, event) {
    const { ticketId, number, ordinal, serviceId, classId, dossiers, arrivedAt, ahead, estimate, at, seq } = event;
    const queue = queueOf(state, serviceId);
    queue.lastOrdinal = ordinal;
    queue.issued += 1;
    queue.arrivals.set(classId, withArrival(queue.arrivals.get(classId), at));
    state.byNumber.set(number, ticketId);
    joinLine(state, {
      ticketId,
      number,
      serviceId,
      classId,
      arrivedAt,
      order: seq,
      dossiers,
      cameAt: at,
      appointmentAt: event.appointment?.startsAt ?? null,
      classConfirmed: classId === REGULAR,
      postponed: false,
      wasCalled: false,
      ahead,
      estimate,
      status: 'waiting',
      reservedFor: null,
      notBefore: null,
    });
    requestPrint(state, event, 'ticket', false);
    if (event.appointment) arrive(state, event.appointment.id, ticketId);
    else countIssue(state, event);
  },
  TicketReturned(state, { ticketId, reservedFor }) {
    moveTicket(state, ticketId, { status: 'waiting', reservedFor, notBefore: null });
  },
  TicketPostponed(state, { ticketId, notBefore, arrivedAt }) {
    changeTicket(state, ticketId, { postponed: true, ...(arrivedAt !== undefined && { arrivedAt }) });
    moveTicket(state, ticketId, { status: 'waiting', reservedFor: null, notBefore });
  },
  ClassConfirmed(state, { ticketId }) {
    changeTicket(state, ticketId, { classConfirmed: true });
  },
  ClassChanged(state, { ticketId, classId }) {
    changeTicket(state, ticketId, { classId, classConfirmed: true });
  },
  ServiceChanged(state, { ticketId, serviceId }) {
    changeTicket(state, ticketId, { serviceId });
  },
  TicketWithdrawn(state, { ticketId }) {
    moveTicket(state, ticketId, { status: 'withdrawn' });
  },
  TicketExpired(state, { ticketId }) {
    learnFromExpiry(state, ticketOf(state, ticketId));
    moveTicket(state, ticketId, { status: 'expired' });
  },
} satisfies Partial<Changes>;

export function joinLine(state: State, ticket: Ticket & { status: 'waiting' }): void {
  lineFor(state, ticket).insert(ticket);
  state.tickets.set(ticket.ticketId, ticket);
}

/**
 * Removes a ticket from its line or its counter and puts it where `situation` says; its arrival time stays. Throws before any change
 * when the ticket or the counter is unknown.
 */
export function moveTicket(state: State, ticketId: TicketId, situation: TicketSituation): void {
  const ticket = ticketOf(state, ticketId);
  const goesTo = isAtCounter(situation) ? counterOf(state, situation.counterId) : null;
  takeOut(state, ticket);
  const base = baseOf(ticket);
  if (situation.status === 'called') base.wasCalled = true;
  if (situation.status === 'waiting') {
    joinLine(state, Object.assign(base, situation));
    return;
  }
  if (goesTo) goesTo.current = ticketId;
  if (situation.status === 'missed' || situation.status === 'away') state.absent.add(ticketId);
  state.tickets.set(ticketId, Object.assign(base, situation));
}

/** The fields that a ticket keeps in every situation. Written out, because object spread takes ten times as long. */
function baseOf(ticket: Ticket): TicketBase {
  const { ticketId, number, serviceId, classId, arrivedAt, order, dossiers } = ticket;
  const { cameAt, appointmentAt, classConfirmed, postponed, wasCalled, ahead, estimate } = ticket;
  return {
    ticketId,
    number,
    serviceId,
    classId,
    arrivedAt,
    order,
    dossiers,
    cameAt,
    appointmentAt,
    classConfirmed,
    postponed,
    wasCalled,
    ahead,
    estimate,
  };
}

/** Changes fields of the ticket but not its situation. A waiting ticket is put into its line anew: class and arrival decide its place. */
export function changeTicket(state: State, ticketId: TicketId, change: Partial<TicketBase>): void {
  const ticket = ticketOf(state, ticketId);
  if (ticket.status !== 'waiting') {
    state.tickets.set(ticketId, { ...ticket, ...change });
    return;
  }
  takeOut(state, ticket);
  joinLine(state, { ...ticket, ...change });
}

function takeOut(state: State, ticket: Ticket): void {
  if (ticket.status === 'waiting') lineFor(state, ticket).remove(ticket);
  const counter = isAtCounter(ticket) ? state.counters.get(ticket.counterId) : undefined;
  if (counter?.current === ticket.ticketId) counter.current = null;
  state.absent.delete(ticket.ticketId);
}

function isAtCounter<Situation extends TicketSituation>(
  situation: Situation,
): situation is Situation & { status: 'called' | 'serving' } {
  return situation.status === 'called' || situation.status === 'serving';
}

function lineFor(state: State, ticket: Ticket & { status: 'waiting' }): Line {
  if (ticket.reservedFor !== null) return lineOf(state.reserved, ticket.reservedFor);
  if (ticket.notBefore !== null) return state.postponed;
  return lineOf(queueOf(state, ticket.serviceId).lines, ticket.classId);
}

export function ticketOf(state: State, ticketId: TicketId): Ticket {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) throw new Error(`no ticket ${ticketId} on ${state.day}`);
  return ticket;
}

export function counterOf(state: State, counterId: string): OpenCounter {
  const counter = state.counters.get(counterId);
  if (!counter) throw new Error(`counter ${counterId} is not open on ${state.day}`);
  return counter;
}
