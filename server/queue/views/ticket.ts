import type { EpochMs } from '../../../shared/time.ts';
import type { TicketView } from '../../../shared/views.ts';
import type { TicketId } from '../commands.ts';
import type { OpenDay } from '../decision.ts';
import { forecast } from '../estimate.ts';

/** Null for a ticket that was not issued today. */
export function ticketView(state: OpenDay, ticketId: TicketId, at: EpochMs): TicketView | null {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return null;
  const { number, serviceId, status } = ticket;
  const base = { id: ticketId, number, serviceId, status };
  if (ticket.status === 'waiting') {
    if (ticket.reservedFor === null)
      return { ...base, ...forecast(state, state.office, ticket, at), counterNumber: null };
    const ahead = state.reserved.get(ticket.reservedFor)?.countBefore(ticket.arrivedAt, ticket.order) ?? 0;
    return { ...base, ahead, estimate: null, counterNumber: null };
  }
  const counterId = ticket.status === 'called' || ticket.status === 'serving' ? ticket.counterId : null;
  const counterNumber = state.office.counters.find(({ id }) => id === counterId)?.number ?? null;
  return { ...base, ahead: null, estimate: null, counterNumber };
}
