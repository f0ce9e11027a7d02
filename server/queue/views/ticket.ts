import type { TicketView } from '../../../shared/protocol/views/ticket.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { TicketId } from '../commands.ts';
import { estimateWait } from '../estimate/estimate.ts';
import { holds, isStranded } from '../pick.ts';
import type { State, Ticket } from '../state.ts';

type Wait = Pick<TicketView, 'ahead' | 'estimate' | 'notBefore' | 'stranded'>;
const NO_WAIT: Wait = { ahead: null, estimate: null, notBefore: null, stranded: false };

/** Null for a ticket that was not issued today. */
export function ticketView(state: State, ticketId: TicketId, at: EpochMs): TicketView | null {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return null;
  const { number, serviceId, status } = ticket;
  const counterId = ticket.status === 'called' || ticket.status === 'serving' ? ticket.counterId : null;
  const counter = state.office.counters.find(({ id }) => id === counterId)?.number ?? null;
  const wait = ticket.status === 'waiting' ? waitOf(state, ticket, at) : NO_WAIT;
  return { id: ticketId, number, serviceId, status, counter, ...wait };
}

/** Without figures where no wait can be expected: for a stranded ticket, and for a postponed one that is not due and in no line. */
export function waitOf(state: State, ticket: Ticket & { status: 'waiting' }, at: EpochMs): Wait {
  const { reservedFor, notBefore } = ticket;
  if (isStranded(state, ticket)) return { ...NO_WAIT, stranded: true };
  if (notBefore !== null && notBefore > at) return { ...NO_WAIT, notBefore };
  if (reservedFor === null || !holds(state, reservedFor))
    return { ...NO_WAIT, ...estimateWait(state, state.office, ticket, at), notBefore };
  const ahead = state.reserved.get(reservedFor)?.countBefore(ticket.arrivedAt, ticket.order) ?? 0;
  return { ...NO_WAIT, ahead, notBefore };
}
