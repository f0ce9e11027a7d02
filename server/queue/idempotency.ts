/** Whether a command repeats an earlier request: the same request id, sender and content. */
import type { Command } from './commands.ts';
import { rules } from './decide.ts';
import type { Event, EventType } from './events.ts';
import type { State } from './state.ts';

/** Fields that the API generates for each request, so that a repetition has other values. */
const GENERATED: Partial<Record<EventType, readonly string[]>> = {
  TicketIssued: ['ticketId'],
  AppointmentBooked: ['appointmentId', 'code'],
};
const ENVELOPE = ['type', 'requestId', 'actor', 'at'];

/**
 * `events` are those that the command's request id led to before, at least one. False when the id was used for another command or with
 * another content.
 */
export function repeats(state: State, command: Command, events: readonly Event[]): boolean {
  const [first] = events;
  return (
    first !== undefined &&
    rules[command.type].firstFact.includes(first.type) &&
    isForNextSession(events) === (command.type === 'IssueForNextSession') &&
    isFrom(first, command) &&
    hasSameContent(state, first, command)
  );
}

/** A ticket for the next session differs from any other ticket by its second event. */
function isForNextSession([first, second]: readonly Event[]): boolean {
  return first?.type === 'TicketIssued' && second?.type === 'TicketPostponed';
}

/** Compares ids only: a kiosk and another program on the server's own machine have the same id and count as one sender. */
function isFrom({ by }: Event, { actor }: Command): boolean {
  return by.endsWith(`:${actor.id}`);
}

/** Compares the fields that command and first event have in common, such as the service or the counter. */
function hasSameContent(state: State, first: Event, command: Command): boolean {
  if (command.type === 'RateVisit' && (first.type === 'VisitRated' || first.type === 'VoteChanged')) {
    const { visit } = command;
    const rated = visit === null ? null : 'ticketId' in visit ? visit.ticketId : state.byNumber.get(visit.number);
    if (rated !== first.ticketId) return false;
  }
  const content = new Map<string, unknown>(Object.entries(command));
  for (const name of [...ENVELOPE, ...(GENERATED[first.type] ?? [])]) content.delete(name);
  return Object.entries(first).every(([name, value]) => !content.has(name) || content.get(name) === value);
}
