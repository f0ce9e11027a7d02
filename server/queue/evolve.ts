/**
 * State after one more fact. Changes `state` in place; a fact that does not fit is a bug or a damaged journal and throws,
 * having moved nobody.
 */

import { REGULAR } from '../../shared/office/office.ts';
import type { EpochMs } from '../../shared/time.ts';
import { arrive, bookAll, bookOne, cancel } from './changes/appointments.ts';
import { countIssue, raise, settle } from './changes/burst.ts';
import { forgetOldDoubts, jobOf, want } from './changes/printing.ts';
import { amend, counterOf, join, move, releaseReserved, ticketOf } from './changes/tickets.ts';
import type { TicketId } from './commands.ts';
import type { Event, EventOf, EventType } from './events.ts';
import { learnFromCall } from './learning/interval-width.ts';
import { learned } from './learning/pace.ts';
import { rescaled } from './levels.ts';
import { queueOf, type State, type Ticket } from './state.ts';
import { dossiersInTurn } from './turn.ts';

const ANNOUNCEMENTS_KEPT = 12;

type Changes = { [Type in EventType]: (state: State, event: EventOf<Type>) => void };

/** What each fact changes; a fact without an entry does not compile. */
const changes: Changes = {
  DayOpened(state, { office, paces, margins, appointments, month }) {
    state.office = office;
    state.margins = margins;
    state.month = month;
    bookAll(state, appointments);
    for (const [id, pace] of Object.entries(paces)) queueOf(state, id).pace = pace;
  },
  OfficeChanged(state, { office }) {
    const scale = office.rules.ratingLevels;
    state.ratings.levels = rescaled(state.ratings.levels, state.office?.rules.ratingLevels ?? scale, scale);
    state.office = office;
  },
  DayClosed(state) {
    state.closed = true;
  },
  DayReopened(state) {
    state.closed = false;
  },
  StorageRecovered() {
    // The office's figures are the same; the audit trail wants to know.
  },

  TicketIssued(state, event) {
    const { ticketId, number, ordinal, serviceId, classId, dossiers, arrivedAt, ahead, estimate, at, seq } = event;
    queueOf(state, serviceId).lastOrdinal = ordinal;
    state.byNumber.set(number, ticketId);
    join(state, {
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
    want(state, event, 'ticket', false);
    if (event.appointment) arrive(state, event.appointment.id, ticketId);
    else countIssue(state, event);
  },
  AppointmentBooked: bookOne,
  AppointmentCancelled: cancel,
  BurstNoticed: raise,
  BurstDismissed: settle,
  TicketCalled(state, event) {
    const { ticketId, counterId, at } = event;
    const waited = ticketOf(state, ticketId);
    move(state, ticketId, { status: 'called', counterId, calledAt: at, recalls: 0 });
    learnFromCall(state, waited, at);
    announce(state, event, false);
  },
  TicketRecalled(state, event) {
    const ticket = ticketOf(state, event.ticketId);
    if (ticket.status !== 'called') throw misfit(event, ticket);
    state.tickets.set(event.ticketId, { ...ticket, recalls: ticket.recalls + 1 });
    announce(state, event, true);
  },
  ServingStarted(state, event) {
    const ticket = ticketOf(state, event.ticketId);
    if (ticket.status !== 'called') throw misfit(event, ticket);
    const { counterId, calledAt } = ticket;
    move(state, event.ticketId, { status: 'serving', counterId, calledAt, startedAt: event.at });
  },
  TicketFinished(state, event) {
    const ticket = ticketOf(state, event.ticketId);
    if (ticket.status !== 'serving') throw misfit(event, ticket);
    // A finish that closing the day makes says nothing about how long the service took.
    if (event.by.startsWith('staff:')) learnFrom(state, ticket, event.at);
    move(state, event.ticketId, { status: 'done', counterId: event.counterId, finishedAt: event.at, rated: false });
    state.finished.push(event.ticketId);
  },
  TurnEnded(state, { ticketId, dossiersLeft: dossiers, at: arrivedAt, seq: order }) {
    const ticket = ticketOf(state, ticketId);
    if (ticket.status === 'serving') learnFrom(state, ticket, arrivedAt);
    amend(state, ticketId, { dossiers, arrivedAt, order, cameAt: arrivedAt });
    move(state, ticketId, { status: 'waiting', reservedFor: null, notBefore: null });
  },
  TicketMissed(state, { ticketId, counterId, at }) {
    move(state, ticketId, { status: 'missed', counterId, missedAt: at });
  },
  TicketSentAway(state, event) {
    const { ticketId, counterId, clerkId, until, at } = event;
    move(state, ticketId, { status: 'away', counterId, clerkId, awayAt: at, until });
    want(state, event, 'come-back-slip', false);
  },
  TicketReturned(state, { ticketId, reservedFor }) {
    move(state, ticketId, { status: 'waiting', reservedFor, notBefore: null });
  },
  TicketTransferred(state, event) {
    const ticket = ticketOf(state, event.ticketId);
    if (ticket.status !== 'serving') throw misfit(event, ticket);
    amend(state, event.ticketId, { serviceId: event.serviceId });
    move(state, event.ticketId, { status: 'waiting', reservedFor: null, notBefore: null });
  },
  TicketPostponed(state, { ticketId, notBefore }) {
    amend(state, ticketId, { postponed: true });
    move(state, ticketId, { status: 'waiting', reservedFor: null, notBefore });
  },
  ClassConfirmed(state, { ticketId }) {
    amend(state, ticketId, { classConfirmed: true });
  },
  ClassChanged(state, { ticketId, classId }) {
    amend(state, ticketId, { classId, classConfirmed: true });
  },
  TicketWithdrawn(state, { ticketId }) {
    move(state, ticketId, { status: 'withdrawn' });
  },
  TicketExpired(state, { ticketId }) {
    move(state, ticketId, { status: 'expired' });
  },

  CounterOpened(state, { counterId: id, clerkId, clerkName }) {
    state.counters.set(id, { id, clerkId, clerkName, paused: null, current: null });
  },
  CounterPaused(state, { counterId, reason, until }) {
    counterOf(state, counterId).paused = { reason, until };
  },
  CounterResumed(state, { counterId }) {
    counterOf(state, counterId).paused = null;
  },
  CounterClosed(state, { counterId }) {
    releaseReserved(state, counterOf(state, counterId));
    state.counters.delete(counterId);
  },

  VisitRated(state, { ticketId, level, by, at }) {
    rate(state, ticketId, level);
    state.ratings.lastBy.set(by, at);
  },

  ReprintRequested(state, event) {
    want(state, event, event.kind, true);
  },
  PrintStarted(state, { jobId }) {
    jobOf(state, jobId).status = 'started';
  },
  TicketPrinted(state, { jobId }) {
    jobOf(state, jobId).status = 'printed';
    state.prints.delete(jobId);
  },
  PrintUnknown(state, { jobId }) {
    jobOf(state, jobId).status = 'unknown';
    forgetOldDoubts(state);
  },
  PrintAbandoned(state, { jobId }) {
    jobOf(state, jobId).status = 'abandoned';
    forgetOldDoubts(state);
  },
  PrintDismissed(state, { jobId }) {
    jobOf(state, jobId).status = 'dismissed';
    state.prints.delete(jobId);
  },
};

export function evolve(state: State, event: Event): void {
  // The table is keyed by the event's own type, which the compiler cannot follow through the lookup.
  const change = changes[event.type] as ((state: State, event: Event) => void) | undefined;
  if (!change) throw new Error(`unknown event type ${event.type} (seq ${event.seq} of ${state.day})`);
  state.lastSeq = event.seq;
  state.lastAt = Math.max(state.lastAt, event.at);
  remember(state, event);
  change(state, event);
}

function remember(state: State, event: Event): void {
  const answer = state.answers.get(event.requestId);
  if (answer) answer.push(event);
  else state.answers.set(event.requestId, [event]);
}

function misfit(event: Event, ticket: Ticket): Error {
  return new Error(`${event.type} (seq ${event.seq}) does not fit ticket ${ticket.number}, which is ${ticket.status}`);
}

function announce(state: State, event: Event & { ticketId: TicketId; counterId: string }, recall: boolean): void {
  const counterNumber = state.office?.counters.find(({ id }) => id === event.counterId)?.number;
  // Only a damaged journal calls to a counter that set-up does not have; nobody could be told where to go.
  if (counterNumber === undefined) return;
  const { number, serviceId } = ticketOf(state, event.ticketId);
  state.announcements.push({ id: event.seq, day: state.day, at: event.at, number, counterNumber, recall, serviceId });
  if (state.announcements.length > ANNOUNCEMENTS_KEPT) state.announcements.shift();
}

/** Per dossier: who comes for others takes longer, and must not make the next one's wait look longer. */
function learnFrom(state: State, ticket: Ticket & { calledAt: EpochMs }, endedAt: EpochMs): void {
  const took = (endedAt - ticket.calledAt) / dossiersInTurn(state.office, ticket.dossiers);
  const queue = queueOf(state, ticket.serviceId);
  queue.pace = learned(queue.pace, took);
}

function rate(state: State, ticketId: TicketId | null, level: number): void {
  if (ticketId === null) {
    state.ratings.anonymous += 1;
    return;
  }
  const ticket = ticketOf(state, ticketId);
  if (ticket.status === 'done') state.tickets.set(ticketId, { ...ticket, rated: true });
  state.ratings.levels[level - 1] = (state.ratings.levels[level - 1] ?? 0) + 1;
}
