/** What a simulated clerk sees of the office. */
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import type { Event } from '../../server/queue/events.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import type { Day, Visitor } from './visitors.ts';

export const KIOSK: Actor = { kind: 'device', id: 'kiosk' };

/** Sees what happens during the day. */
export interface Watcher {
  /** `state` has the ticket already. */
  issued?(state: State, ticket: Event & { type: 'TicketIssued' }): void;
  /** `called` is the ticket as it was just before the call. */
  calls(state: State, called: Ticket, counterId: string, at: EpochMs): void;
  finished?(visitor: Visitor, at: EpochMs): void;
}

/** What of a visitor's need is still to be done. */
export interface Visit {
  visitor: Visitor;
  left: DurationMs[];
  missesBy: DurationMs | null;
  fixesPapersFor: DurationMs | null;
  transfer: Visitor['transfer'];
}

export interface Hall {
  readonly day: Day;
  readonly watcher: Watcher;
  readonly sessions: { from: EpochMs; to: EpochMs }[];
  readonly state: State;
  isCalling(at: EpochMs): boolean;
  later(at: EpochMs, run: (at: EpochMs) => void): void;
  visitOf(ticketId: string): Visit;
  execute(at: EpochMs, body: CommandBody, actor: Actor): readonly Event[];
}
