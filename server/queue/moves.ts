/** How a ticket gets from one situation to the next: in and out of lines, to and from counters. Used by `evolve` only. */
import type { TicketId } from './commands.ts';
import { lineOf, type OpenCounter, queueOf, type State, type Ticket, type TicketSituation } from './state.ts';

export function join(state: State, ticket: Ticket & { status: 'waiting' }): void {
  const lines = ticket.reservedFor === null ? queueOf(state, ticket.serviceId).lines : null;
  const line = lines ? lineOf(lines, ticket.classId) : lineOf(state.reserved, ticket.reservedFor ?? '');
  line.insert(ticket);
  state.tickets.set(ticket.ticketId, ticket);
}

/** Takes a ticket out of where it is and puts it where `situation` says; its place in time stays. */
export function move(state: State, ticketId: TicketId, situation: TicketSituation): void {
  const ticket = ticketOf(state, ticketId);
  if (ticket.status === 'waiting') {
    const line =
      ticket.reservedFor === null
        ? queueOf(state, ticket.serviceId).lines.get(ticket.classId)
        : state.reserved.get(ticket.reservedFor);
    line?.remove(ticket);
  }
  state.absent.delete(ticketId);
  const { number, serviceId, classId, arrivedAt, order, ahead, estimate } = ticket;
  const base = { ticketId, number, serviceId, classId, arrivedAt, order, ahead, estimate };
  if (situation.status === 'waiting') {
    join(state, { ...base, ...situation });
    return;
  }
  if (situation.status === 'missed' || situation.status === 'away') state.absent.add(ticketId);
  state.tickets.set(ticketId, { ...base, ...situation });
}

/** The visitor goes from the counter; one that is not open any more, or has called somebody else, is left alone. */
export function leave(
  state: State,
  { ticketId, counterId }: { ticketId: TicketId; counterId: string },
  situation: TicketSituation,
): void {
  const counter = state.counters.get(counterId);
  move(state, ticketId, situation);
  if (counter?.current === ticketId) counter.current = null;
}

/** The clerk goes home: who was to come back to them waits for any clerk, with the old arrival clock. */
export function releaseReserved(state: State, { clerkId }: OpenCounter): void {
  const line = state.reserved.get(clerkId);
  for (let place = line?.at(0); place; place = line?.at(0))
    move(state, place.ticketId, { status: 'waiting', reservedFor: null });
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
