/**
 * Applies one more event. Changes `state` in place; throws for an event that does not fit, which means a bug or a damaged journal,
 * before any ticket has moved.
 */
import { appointmentChanges } from './changes/appointments.ts';
import { burstChanges } from './changes/burst.ts';
import { callingChanges } from './changes/calling.ts';
import { clockChanges } from './changes/clock.ts';
import { counterChanges } from './changes/counters.ts';
import { dayChanges } from './changes/day.ts';
import { officeChanges } from './changes/office.ts';
import { printingChanges } from './changes/printing.ts';
import { ratingChanges } from './changes/ratings.ts';
import { ticketChanges } from './changes/tickets.ts';
import type { Event } from './events.ts';
import type { Changes, State } from './state.ts';

/** The type requires a change for every event type. */
export const changes: Changes = {
  ...ticketChanges,
  ...appointmentChanges,
  ...callingChanges,
  ...counterChanges,
  ...ratingChanges,
  ...printingChanges,
  ...burstChanges,
  ...officeChanges,
  ...dayChanges,
  ...clockChanges,
};

export function evolve(state: State, event: Event): void {
  // The table is keyed by the event's own type, which the compiler cannot follow through the lookup.
  const change = changes[event.type] as ((state: State, event: Event) => void) | undefined;
  if (!change) throw new Error(`unknown event type ${event.type} (seq ${event.seq} of ${state.day})`);
  state.lastSeq = event.seq;
  change(state, event);
}
