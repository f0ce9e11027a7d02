import { afterWorking, workingDayOf } from '../../../shared/calendar/working-time.ts';
import { isServed } from '../../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Actor, CommandOf, TicketId } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import { pickNext } from '../pick.ts';
import type { State, Ticket } from '../state.ts';
import { currentTicket, idleCounter, ownCounter, type StaffedCounter } from './counters.ts';
import { endOfTurn } from './turns.ts';

function callNext(state: State, { counterId, actor, at }: CommandOf<'CallNext'>): Decision {
  const ready = callingCounter(state, counterId, actor);
  if (!ready.ok) return ready;
  const { counter, open } = ready.value;
  const next = pickNext(state, state.office, counter, open.clerkId, at);
  if (!next) return refuse({ code: 'NobodyWaiting' });
  return facts({
    type: 'TicketCalled',
    ticketId: next.ticketId,
    counterId,
    reason: null,
    ...arrivalOf(state, next.ticketId),
  });
}

/** Calls a chosen ticket out of order, from any line; the reason goes into the journal. */
function callTicket(state: State, { counterId, actor, ticketId, reason }: CommandOf<'CallTicket'>): Decision {
  const ready = callingCounter(state, counterId, actor);
  if (!ready.ok) return ready;
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  if (ticket.status !== 'waiting')
    return refuse({ code: 'WrongState', number: ticket.number, ticketStatus: ticket.status });
  return facts({ type: 'TicketCalled', ticketId, counterId, reason, ...arrivalOf(state, ticketId) });
}

/**
 * Since when the visitor counts as waiting from this call on, if that changes. Without it a visitor who came early for an appointment,
 * was called at once and waits again, after a transfer for instance, would go after all who come before the appointment.
 */
function arrivalOf({ tickets }: State, ticketId: TicketId): { arrivedAt?: EpochMs } {
  const ticket = tickets.get(ticketId);
  return ticket && ticket.arrivedAt > ticket.cameAt ? { arrivedAt: ticket.cameAt } : {};
}

/** What a clerk does with the visitor whom the counter has called. */
function withCalled(type: 'TicketRecalled' | 'ServingStarted' | 'TicketMissed') {
  return (state: State, command: CommandOf<'RecallTicket' | 'StartServing' | 'MissTicket'>): Decision => {
    const ticket = ticketAt(state, command, 'called');
    return ticket.ok ? facts({ type, ticketId: ticket.value.ticketId, counterId: command.counterId }) : ticket;
  };
}

function finish(state: State, command: CommandOf<'FinishTicket'>): Decision {
  const ticket = ticketAt(state, command, 'serving');
  return ticket.ok ? facts(endOfTurn(state, ticket.value, command.counterId)) : ticket;
}

function sendAway(state: State, command: CommandOf<'SendAway'>): Decision {
  const { counterId, at } = command;
  const ticket = ticketAt(state, command, 'serving');
  const open = state.counters.get(counterId);
  if (!ticket.ok || !open) return ticket.ok ? refuse({ code: 'CounterClosed' }) : ticket;
  const { office } = state;
  const until = afterWorking(workingDayOf(office, at), at, office.rules.awayMinutes * MINUTE);
  return facts({ type: 'TicketSentAway', ticketId: ticket.value.ticketId, counterId, clerkId: open.clerkId, until });
}

function transfer(state: State, command: CommandOf<'TransferTicket'>): Decision {
  const { counterId, serviceId } = command;
  const ticket = ticketAt(state, command, 'serving');
  if (!ticket.ok) return ticket;
  if (!state.office.services.some(({ id }) => id === serviceId)) return refuse({ code: 'UnknownService' });
  if (!isServed(state.office, serviceId)) return refuse({ code: 'ServiceNotServed' });
  if (ticket.value.serviceId === serviceId) return refuse({ code: 'SameService' });
  return facts({ type: 'TicketTransferred', ticketId: ticket.value.ticketId, counterId, serviceId });
}

/** The counter, if it may call a visitor now. */
function callingCounter(state: State, counterId: string, actor: Actor): Result<StaffedCounter> {
  const idle = idleCounter(state, counterId, actor);
  return idle.ok && idle.value.open.paused !== null ? refuse({ code: 'CounterPaused' }) : idle;
}

type AtCounter = CommandOf<
  'RecallTicket' | 'StartServing' | 'MissTicket' | 'FinishTicket' | 'SendAway' | 'TransferTicket'
>;

/** The ticket at the actor's counter, if it is the one that the actor means and in this state. */
function ticketAt(
  state: State,
  { counterId, ticketId, actor }: AtCounter,
  status: 'called' | 'serving',
): Result<Ticket> {
  const own = ownCounter(state, counterId, actor);
  if (!own.ok) return own;
  const ticket = currentTicket(state, own.value.open);
  if (!ticket) return refuse({ code: 'NobodyAtCounter' });
  const { number } = ticket;
  // A press on a second desk, or one that arrives late, must not hit the next visitor.
  if (ticketId !== undefined && ticketId !== ticket.ticketId) return refuse({ code: 'OtherTicketAtCounter', number });
  return ticket.status === status
    ? accept(ticket)
    : refuse({ code: 'WrongState', number, ticketStatus: ticket.status });
}

export const callingRules = {
  CallNext: { decide: callNext, firstFact: ['TicketCalled'] },
  CallTicket: { decide: callTicket, firstFact: ['TicketCalled'] },
  RecallTicket: { decide: withCalled('TicketRecalled'), firstFact: ['TicketRecalled'] },
  StartServing: { decide: withCalled('ServingStarted'), firstFact: ['ServingStarted'] },
  FinishTicket: { decide: finish, firstFact: ['TicketFinished', 'TurnEnded'] },
  MissTicket: { decide: withCalled('TicketMissed'), firstFact: ['TicketMissed'] },
  SendAway: { decide: sendAway, firstFact: ['TicketSentAway'] },
  TransferTicket: { decide: transfer, firstFact: ['TicketTransferred'] },
} satisfies Partial<Rules>;
