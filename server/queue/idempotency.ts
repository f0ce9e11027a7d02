/** Whether a command repeats an earlier request: its id was answered before, and it says the same. */
import type { Command } from './commands.ts';
import { rules } from './decide.ts';
import type { Event, EventType } from './events.ts';
import type { State } from './state.ts';

/** What the API makes up anew for each request. */
const MADE_UP: Partial<Record<EventType, readonly string[]>> = {
  TicketIssued: ['ticketId'],
  AppointmentBooked: ['appointmentId', 'code'],
};
const ENVELOPE = ['type', 'requestId', 'actor', 'at'];

/** `events` are those that the command's request id led to, at least one. False for an id that was used twice for different things. */
export function repeats(state: State, command: Command, events: readonly Event[]): boolean {
  const [first] = events;
  return (
    first !== undefined &&
    rules[command.type].firstFact.includes(first.type) &&
    isForNextSession(events) === (command.type === 'IssueForNextSession') &&
    isFrom(first, command) &&
    saysTheSame(state, first, command)
  );
}

/** Such a ticket differs from any other by its second event. */
function isForNextSession([first, second]: readonly Event[]): boolean {
  return first?.type === 'TicketIssued' && second?.type === 'TicketPostponed';
}

/** By id alone: on the server's own machine a kiosk and the program beside it are one sender, by socket and by REST. */
function isFrom({ by }: Event, { actor }: Command): boolean {
  return by.endsWith(`:${actor.id}`);
}

/** What a command names and its first event repeats, such as the service or the counter. */
function saysTheSame(state: State, first: Event, command: Command): boolean {
  if (command.type === 'RateVisit' && first.type === 'VisitRated') {
    const { visit } = command;
    const rated = visit === null ? null : 'ticketId' in visit ? visit.ticketId : state.byNumber.get(visit.number);
    if (rated !== first.ticketId) return false;
  }
  const said = new Map<string, unknown>(Object.entries(command));
  for (const name of [...ENVELOPE, ...(MADE_UP[first.type] ?? [])]) said.delete(name);
  return Object.entries(first).every(([name, value]) => !said.has(name) || said.get(name) === value);
}
