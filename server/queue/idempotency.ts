/** Whether a command repeats an earlier request: the same request id, sender and content. */
import { MINUTE } from '../../shared/time.ts';
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

/** Compares the fields that command and first event have in common, such as the service or the counter, and what the rule made of others. */
function hasSameContent(state: State, first: Event, command: Command): boolean {
  if (!hasSameMeaning(state, first, command)) return false;
  const content = new Map<string, unknown>(Object.entries(command));
  for (const name of [...ENVELOPE, ...(GENERATED[first.type] ?? [])]) content.delete(name);
  return Object.entries(first).every(([name, value]) => !content.has(name) || content.get(name) === value);
}

/** Compares the fields of a command that the event has in another form. */
function hasSameMeaning(state: State, first: Event, command: Command): boolean {
  const after = (minutes: number) => first.at + minutes * MINUTE;
  switch (first.type) {
    case 'TicketIssued': {
      const booked = command.type === 'CheckIn' ? state.byCode.get(command.code) : undefined;
      return booked === first.appointment?.id;
    }
    case 'CounterPaused': {
      if (command.type !== 'PauseCounter') return false;
      return first.until === (command.minutes === null ? null : after(command.minutes));
    }
    case 'TicketPostponed':
      return command.type === 'PostponeTicket' && first.notBefore === after(command.minutes);
    case 'VisitRated':
    case 'VoteChanged': {
      if (command.type !== 'RateVisit') return false;
      const { visit } = command;
      const rated = visit === null ? null : 'ticketId' in visit ? visit.ticketId : state.byNumber.get(visit.number);
      return rated === first.ticketId;
    }
    default:
      return true;
  }
}
