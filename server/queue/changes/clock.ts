import { type DurationMs, type EpochMs, localTime } from '../../../shared/time.ts';
import type { FactOf } from '../events.ts';
import { movedBy } from '../learning/arrivals.ts';
import { Line } from '../line.ts';
import { isForSession } from '../pick.ts';
import type { Changes, State, Ticket } from '../state.ts';
import { joinLine } from './tickets.ts';

export const clockChanges = {
  ClockDoubted(state, { seq: id, at: since, ahead, sinceStart }) {
    const first = state.clockQuestion ?? { firstSeq: id, since };
    state.clockQuestion = { id, firstSeq: first.firstSeq, since: first.since, ahead, sinceStart };
  },
  ClockSettled(state, { from, to, shift }) {
    const isSameDay = localTime(to, state.office.timeZone).day === state.day;
    state.handedOn = isSameDay ? [] : takenInDoubt(state).map((ticket) => handOver(ticket, to - from));
    state.clockQuestion = null;
    if (isSameDay && shift !== 0) shiftMoments(state, shift);
  },
  TicketTakenOver(state, event) {
    const { ticketId, number, serviceId, classId, classConfirmed, dossiers, arrivedAt, ahead, seq } = event;
    state.byNumber.set(number, ticketId);
    joinLine(state, {
      ...{ ticketId, number, serviceId, classId, classConfirmed, dossiers, arrivedAt, ahead },
      order: seq,
      cameAt: arrivedAt,
      appointmentAt: null,
      postponed: false,
      wasCalled: false,
      estimate: null,
      status: 'waiting',
      reservedFor: null,
      notBefore: null,
    });
  },
} satisfies Partial<Changes>;

/** The visitors who came while it was asked which time is right and have not been served yet: they are in the hall. */
export function takenInDoubt({ clockQuestion, tickets }: State): Ticket[] {
  if (!clockQuestion) return [];
  return [...tickets.values()].filter(
    ({ status, order }) => (status === 'waiting' || status === 'called') && order > clockQuestion.firstSeq,
  );
}

function handOver(ticket: Ticket, shift: DurationMs): FactOf<'TicketTakenOver'> {
  const { ticketId, number, serviceId, classId, classConfirmed, dossiers, cameAt, ahead } = ticket;
  const arrivedAt = cameAt + shift;
  return { type: 'TicketTakenOver', ticketId, number, serviceId, classId, classConfirmed, dossiers, arrivedAt, ahead };
}

/** Moves every moment of the day, so that all waits stay as long as they were and keep their order. */
function shiftMoments(state: State, by: DurationMs): void {
  state.reserved.clear();
  state.postponed = new Line();
  for (const { lines, arrivals } of state.queues.values()) {
    lines.clear();
    for (const [classId, seen] of arrivals) arrivals.set(classId, movedBy(seen, by));
  }
  for (const ticket of state.tickets.values()) {
    // The beginning of a session does not move.
    const moved = isForSession(ticket) ? withArrival(ticket, ticket.cameAt + by) : shifted(ticket, by);
    if (moved.status === 'waiting') joinLine(state, moved);
    else state.tickets.set(ticket.ticketId, moved);
  }
  for (const counter of state.counters.values()) {
    if (counter.paused) counter.paused = shifted(counter.paused, by);
  }
  for (const job of new Set([...state.prints.values(), ...state.latestPrints])) job.requestedAt += by;
  state.announcements = state.announcements.map((announcement) => shifted(announcement, by));
  state.bursts = state.bursts.map((burst) => shifted(burst, by));
  for (const [kiosk, times] of state.issuedBy)
    state.issuedBy.set(
      kiosk,
      times.map((at) => at + by),
    );
  for (const [voteId, vote] of state.ratings.votes) state.ratings.votes.set(voteId, shifted(vote, by));
  if (state.ratings.countedAt !== null) state.ratings.countedAt += by;
  for (const [pad, at] of state.ratings.lastBy) state.ratings.lastBy.set(pad, at + by);
}

function withArrival(ticket: Ticket, cameAt: EpochMs): Ticket {
  return { ...ticket, cameAt, arrivedAt: Math.max(cameAt, ticket.arrivedAt) };
}

/** `appointmentAt` is not among them: a booked time is a time of the calendar. */
const MOMENTS: ReadonlySet<string> = new Set([
  ...['at', 'arrivedAt', 'cameAt', 'calledAt', 'startedAt', 'missedAt', 'awayAt', 'finishedAt'],
  ...['notBefore', 'since', 'until', 'pausedUntil'],
]);

function shifted<Value extends object>(value: Value, by: DurationMs): Value {
  const entries = Object.entries(value).map(([name, field]) =>
    MOMENTS.has(name) && typeof field === 'number' ? [name, field + by] : [name, field],
  );
  // The cast is safe: every field keeps its name and type.
  return Object.fromEntries(entries) as Value;
}
