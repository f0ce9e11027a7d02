import type { CounterId } from '../../../shared/office/office.ts';
import type { HeldTicket, PhoneSituation, PhoneView } from '../../../shared/protocol/views/phone.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { TicketId } from '../commands.ts';
import { isStranded } from '../pick.ts';
import { postponementsAt } from '../rules/tickets.ts';
import { returnsUntil, type State, type Ticket } from '../state.ts';
import { officeHead, openCounters } from './office.ts';
import { waitOf } from './ticket.ts';

export function phoneView(state: State, ticketId: TicketId, at: EpochMs): PhoneView | null {
  const ticket = state.tickets.get(ticketId);
  const held = heldTicket(state, ticketId, at);
  if (!ticket || !held) return null;
  return {
    office: officeHead(state.office),
    timeInDoubt: state.clockQuestion !== null,
    aheadAtIssue: ticket.ahead,
    transferred: isTransferred(state, ticket),
    endedAt: endOf(ticket),
    finishedBy: ticket.status === 'done' ? counterNumber(state, ticket.counterId) : null,
    ...held,
  };
}

/** The number keeps the letter of the service for which it was issued. */
function isTransferred({ office }: State, { number, serviceId }: Ticket): boolean {
  const letter = office.services.find(({ id }) => id === serviceId)?.letter;
  return letter !== undefined && !number.startsWith(letter);
}

function endOf(ticket: Ticket): EpochMs | null {
  if (ticket.status === 'missed') return ticket.missedAt;
  return ticket.status === 'done' ? ticket.finishedAt : null;
}

function counterNumber({ office }: State, counterId: CounterId): number | null {
  return office.counters.find(({ id }) => id === counterId)?.number ?? null;
}

/** What the holder of one ticket sees of it; null for a ticket that was not issued today. */
export function heldTicket(state: State, ticketId: TicketId, at: EpochMs): HeldTicket | null {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return null;
  const serviceName = state.office.services.find(({ id }) => id === ticket.serviceId)?.name ?? null;
  const { number, appointmentAt } = ticket;
  return { number, serviceName, appointmentAt, ...situationOf(state, ticket, at) };
}

function situationOf(state: State, ticket: Ticket, at: EpochMs): PhoneSituation {
  const { rules, rating } = state.office;
  const numberOf = (counterId: CounterId) => counterNumber(state, counterId);
  switch (ticket.status) {
    case 'waiting': {
      const mayPostpone = !ticket.postponed && ticket.reservedFor === null && !isStranded(state, ticket);
      const postponements = mayPostpone ? postponementsAt(state.office, at) : [];
      const noClerk = openCounters(state, ticket.serviceId) === 0;
      return { status: ticket.status, ...waitOf(state, ticket, at), noClerk, postponements };
    }
    case 'called': {
      const { status, calledAt, recalls, counterId } = ticket;
      return { status, counterNumber: numberOf(counterId), calledAt, recalls };
    }
    case 'serving':
      return { status: ticket.status, counterNumber: numberOf(ticket.counterId) };
    case 'missed':
      return {
        status: ticket.status,
        counterNumber: numberOf(ticket.counterId),
        until: returnsUntil(state, ticket),
      };
    case 'away':
      return { status: ticket.status, counterNumber: numberOf(ticket.counterId), until: ticket.until };
    case 'done':
      return { status: ticket.status, rated: ticket.rated, levels: rules.ratingLevels, order: rating.order };
    case 'withdrawn':
    case 'expired':
      return { status: ticket.status };
    default:
      return ticket satisfies never;
  }
}
