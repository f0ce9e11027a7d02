import { type CounterId, dossiersThisTurn } from '../../../shared/office/office.ts';
import type { CounterView, DeskTicket } from '../../../shared/protocol/views/desk.ts';
import { type EpochMs, MINUTE } from '../../../shared/time.ts';
import { isKnown } from '../learning/pace.ts';
import { callableLines, comeBacksOf } from '../pick.ts';
import type { OpenCounter, State, Ticket } from '../state.ts';

/** Null for a counter that set-up does not have. `waiting` counts the tickets that this counter may call. */
export function counterView(state: State, counterId: CounterId, at: EpochMs): CounterView | null {
  const counter = state.office.counters.find(({ id }) => id === counterId);
  if (!counter) return null;
  const { id, number, services } = counter;
  const open = state.counters.get(id);
  return {
    id,
    number,
    services,
    ...workAt(open),
    clerk: open ? { id: open.clerkId, name: open.clerkName } : null,
    pauseReason: open?.paused?.reason ?? null,
    current: open ? currentOf(state, open) : null,
    waiting: callable(state, services, open, at),
  };
}

/** Whether the counter is closed, open or paused, and when a clerk who pauses means to be back. */
export function workAt(open: OpenCounter | undefined): Pick<CounterView, 'state' | 'pausedUntil'> {
  if (!open) return { state: 'closed', pausedUntil: null };
  return open.paused === null
    ? { state: 'open', pausedUntil: null }
    : { state: 'paused', pausedUntil: open.paused.until };
}

export function deskTicket(ticket: Ticket): DeskTicket {
  const { ticketId: id, number, serviceId, classId, classConfirmed, dossiers, appointmentAt } = ticket;
  return { id, number, serviceId, classId, classConfirmed, dossiers, arrivedAt: ticket.cameAt, appointmentAt };
}

function currentOf(state: State, { current }: OpenCounter): CounterView['current'] {
  const ticket = current === null ? undefined : state.tickets.get(current);
  if (ticket?.status === 'called') {
    return { ...deskTicket(ticket), status: 'called', calledAt: ticket.calledAt, recalls: ticket.recalls };
  }
  if (ticket?.status === 'serving') {
    const { calledAt, startedAt } = ticket;
    return { ...deskTicket(ticket), status: 'serving', calledAt, startedAt, usualMinutes: usualMinutes(state, ticket) };
  }
  return null;
}

/** The pace counts from the call to the end of the visit, for one dossier. */
function usualMinutes({ queues, office }: State, { serviceId, dossiers }: Ticket): number | null {
  const pace = queues.get(serviceId)?.pace;
  if (!isKnown(pace)) return null;
  return Math.max(1, Math.round((pace.mean * dossiersThisTurn(office.rules, dossiers)) / MINUTE));
}

function callable(state: State, services: readonly string[], open: OpenCounter | undefined, at: EpochMs): number {
  const comeBacks = open ? (comeBacksOf(state, open.clerkId)?.length ?? 0) : 0;
  return callableLines(state, state.office, at)
    .filter(({ serviceId }) => services.includes(serviceId))
    .reduce((waiting, { line }) => waiting + line.length, comeBacks);
}
