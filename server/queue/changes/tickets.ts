/** How a ticket gets from one situation to the next: in and out of lines, to and from counters. Used by `evolve` only. */
import type { TicketId } from '../commands.ts';
import type { Line } from '../line.ts';
import {
  lineOf,
  type OpenCounter,
  queueOf,
  type State,
  type Ticket,
  type TicketBase,
  type TicketSituation,
} from '../state.ts';

export function join(state: State, ticket: Ticket & { status: 'waiting' }): void {
  lineFor(state, ticket).insert(ticket);
  state.tickets.set(ticket.ticketId, ticket);
}

/** Takes a ticket out of where it is and puts it where `situation` says; its place in time stays. */
export function move(state: State, ticketId: TicketId, situation: TicketSituation): void {
  const ticket = ticketOf(state, ticketId);
  const goesTo = isAtCounter(situation) ? counterOf(state, situation.counterId) : null;
  takeOut(state, ticket);
  const base = baseOf(ticket);
  if (situation.status === 'called') base.wasCalled = true;
  if (situation.status === 'waiting') {
    join(state, { ...base, ...situation });
    return;
  }
  if (goesTo) goesTo.current = ticketId;
  if (situation.status === 'missed' || situation.status === 'away') state.absent.add(ticketId);
  state.tickets.set(ticketId, { ...base, ...situation });
}

/** What a ticket keeps wherever it goes. */
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

/** Changes what the ticket is, not where it is: a line is kept by class and arrival. */
export function amend(state: State, ticketId: TicketId, change: Partial<TicketBase>): void {
  const ticket = ticketOf(state, ticketId);
  if (ticket.status !== 'waiting') {
    state.tickets.set(ticketId, { ...ticket, ...change });
    return;
  }
  takeOut(state, ticket);
  join(state, { ...ticket, ...change });
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

/** The clerk goes home: who was to come back to them waits for any clerk, with the old arrival clock. */
export function releaseReserved(state: State, { clerkId }: OpenCounter): void {
  const line = state.reserved.get(clerkId);
  for (let place = line?.at(0); place; place = line?.at(0))
    move(state, place.ticketId, { status: 'waiting', reservedFor: null, notBefore: null });
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
