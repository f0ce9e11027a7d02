import type { TicketId } from '../commands.ts';
import type { Event } from '../events.ts';
import type { Changes, State, Ticket } from '../state.ts';
import { learnFromCall, learnPace } from './learning.ts';
import { requestPrint } from './printing.ts';
import { changeTicket, moveTicket, ticketOf } from './tickets.ts';

const ANNOUNCEMENTS_KEPT = 12;

export const callingChanges = {
  TicketCalled(state, event) {
    const { ticketId, counterId, arrivedAt, at } = event;
    const waiting = ticketOf(state, ticketId);
    moveTicket(state, ticketId, { status: 'called', counterId, calledAt: at, recalls: 0 });
    if (arrivedAt !== undefined) changeTicket(state, ticketId, { arrivedAt });
    learnFromCall(state, waiting, at);
    announce(state, event, false);
  },
  TicketRecalled(state, event) {
    const ticket = ticketOf(state, event.ticketId);
    if (ticket.status !== 'called') throw inconsistent(event, ticket);
    state.tickets.set(event.ticketId, { ...ticket, recalls: ticket.recalls + 1 });
    announce(state, event, true);
  },
  ServingStarted(state, event) {
    const ticket = ticketOf(state, event.ticketId);
    if (ticket.status !== 'called') throw inconsistent(event, ticket);
    const { counterId, calledAt } = ticket;
    moveTicket(state, event.ticketId, { status: 'serving', counterId, calledAt, startedAt: event.at });
  },
  TicketFinished(state, event) {
    const { ticketId, counterId, at } = event;
    const ticket = ticketOf(state, ticketId);
    if (ticket.status !== 'serving') throw inconsistent(event, ticket);
    // The closing of the day and of counters finishes tickets too; then the time says nothing about how long the service took.
    if (event.by.startsWith('staff:')) learnPace(state, ticket, at);
    moveTicket(state, ticketId, { status: 'done', counterId, finishedAt: at, rated: false });
    state.finished.push(ticketId);
  },
  TurnEnded(state, { ticketId, dossiersLeft: dossiers, arrivedAt, at, seq: order, by }) {
    const ticket = ticketOf(state, ticketId);
    if (ticket.status === 'serving' && by.startsWith('staff:')) learnPace(state, ticket, at);
    changeTicket(state, ticketId, { dossiers, arrivedAt, order, cameAt: at });
    moveTicket(state, ticketId, { status: 'waiting', reservedFor: null, notBefore: null });
  },
  TicketMissed(state, { ticketId, counterId, at }) {
    moveTicket(state, ticketId, { status: 'missed', counterId, missedAt: at });
  },
  TicketSentAway(state, event) {
    const { ticketId, counterId, clerkId, until, at } = event;
    moveTicket(state, ticketId, { status: 'away', counterId, clerkId, awayAt: at, until });
    requestPrint(state, event, 'come-back-slip', false);
  },
  TicketTransferred(state, event) {
    const ticket = ticketOf(state, event.ticketId);
    if (ticket.status !== 'serving') throw inconsistent(event, ticket);
    changeTicket(state, event.ticketId, { serviceId: event.serviceId });
    moveTicket(state, event.ticketId, { status: 'waiting', reservedFor: null, notBefore: null });
  },
} satisfies Partial<Changes>;

function inconsistent(event: Event, ticket: Ticket): Error {
  return new Error(`${event.type} (seq ${event.seq}) does not fit ticket ${ticket.number}, which is ${ticket.status}`);
}

function announce(state: State, event: Event & { ticketId: TicketId; counterId: string }, recall: boolean): void {
  const counterNumber = state.office.counters.find(({ id }) => id === event.counterId)?.number;
  // Only in a damaged journal is a ticket called to a counter that set-up does not have; it has no number to announce.
  if (counterNumber === undefined) return;
  const { number, serviceId } = ticketOf(state, event.ticketId);
  state.announcements.push({ id: event.seq, day: state.day, at: event.at, number, counterNumber, recall, serviceId });
  if (state.announcements.length > ANNOUNCEMENTS_KEPT) state.announcements.shift();
}
