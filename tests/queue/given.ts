/** Tests of the core in the form given (facts), when (command), then (facts or a refusal). */
import { expect } from 'vitest';
import { Day } from '../../server/engine/day.ts';
import { queueDecider } from '../../server/engine/office-engine.ts';
import type { Actor, Command, CommandBody, TicketId } from '../../server/queue/commands.ts';
import { decide } from '../../server/queue/decide.ts';
import type { Decision } from '../../server/queue/decision.ts';
import type { Event, Fact } from '../../server/queue/events.ts';
import { evolve } from '../../server/queue/evolve.ts';
import { learned, type Pace } from '../../server/queue/learning/pace.ts';
import { openDay } from '../../server/queue/rules/day.ts';
import { initialState, type State } from '../../server/queue/state.ts';
import { type Office, REGULAR } from '../../shared/office/office.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { DurationMs } from '../../shared/time.ts';
import { ordinaryOffice, TODAY, time } from './office.ts';

type Staff = Actor & { kind: 'staff' };
export const anna: Staff = { kind: 'staff', id: 'anna', name: 'Anna', role: 'clerk' };
export const binh: Staff = { kind: 'staff', id: 'binh', name: 'Bình', role: 'clerk' };
export const lan: Staff = { kind: 'staff', id: 'lan', name: 'Lan', role: 'supervisor' };
export const kiosk: Actor = { kind: 'device', id: 'kiosk' };
export const pad: Actor = { kind: 'device', id: 'pad' };
export const clock: Actor = { kind: 'system', id: 'clock' };

/** A day before its first event, as the engine has it. */
export const emptyDay = (office: Office = ordinaryOffice, day = TODAY) => new Day(day, { queue: queueDecider(office) });

/** The queue's state after these events, as a restart makes it; an event that does not fit fails the test. */
export function replayed(events: readonly Event[]): State {
  const day = emptyDay();
  for (const error of day.replay(events)) throw error;
  return day.states.queue;
}

export const paceAfter = (times: readonly DurationMs[]): Pace | null => times.reduce<Pace | null>(learned, null);

export class Hall {
  readonly state: State;
  readonly events: Event[] = [];

  constructor(change: Partial<Office> = {}, serviceTimes: Record<string, DurationMs[]> = {}) {
    const office = { ...ordinaryOffice, ...change };
    this.state = initialState(TODAY, office);
    const opening = openDay(TODAY, office, null);
    const paces = Object.fromEntries(Object.entries(serviceTimes).map(([id, times]) => [id, paceAfter(times)]));
    this.given('00:00', { ...opening, paces } as Fact);
  }

  /** Applies facts; their actor is always the same. */
  given(at: string, ...facts: Fact[]): this {
    for (const fact of facts)
      this.#add(fact, { at: time(at), by: 'staff:anna', requestId: `given-${this.events.length}` });
    return this;
  }

  /** Decides a command without applying its facts. */
  when(at: string, body: CommandBody, actor: Actor = anna) {
    const decision = this.#decide(at, body, actor);
    return {
      gives: (...facts: Partial<Fact>[]) =>
        expect(decision).toEqual({ ok: true, facts: facts.map((fact) => expect.objectContaining(fact)) }),
      isRefused: (rejection: Rejection) => expect(decision).toEqual({ ok: false, rejection }),
      decision,
    };
  }

  /** Decides a command, which must be accepted, and applies its facts. */
  execute(at: string, body: CommandBody, actor: Actor = anna): Fact[] {
    const decision = this.#decide(at, body, actor);
    if (!decision.ok) throw new Error(`${body.type} at ${at}: ${decision.rejection.code}`);
    const requestId = `does-${this.events.length}`;
    const by = `${actor.kind}:${actor.id}`;
    for (const fact of decision.facts) this.#add(fact, { at: time(at), by, requestId });
    return decision.facts;
  }

  /** The number that the counter would call at this time; null when nobody waits. Changes nothing. */
  next(at: string, counter: number, actor: Actor = anna): string | null {
    const decision = this.#decide(at, { type: 'CallNext', counterId: `c${counter}` }, actor);
    if (!decision.ok) expect(decision.rejection).toEqual({ code: 'NobodyWaiting' });
    const fact = decision.ok ? decision.facts[0] : undefined;
    return fact?.type === 'TicketCalled' ? (this.state.tickets.get(fact.ticketId)?.number ?? null) : null;
  }

  #decide(at: string, body: CommandBody, actor: Actor): Decision {
    const command: Command = { ...body, actor, at: time(at), requestId: 'request-1' };
    return decide(this.state, command);
  }

  #add(fact: Fact, envelope: Omit<Event, 'seq' | 'type'>): void {
    // By default visitors count as waiting from the issue of the ticket.
    const arrival = fact.type === 'TicketIssued' ? { arrivedAt: envelope.at } : {};
    const event = { seq: this.state.lastSeq + 1, ...envelope, ...arrival, ...fact } as Event;
    evolve(this.state, event);
    this.events.push(event);
  }
}

export const ticket = (number: string): TicketId => `t-${number}`;
const serviceOf = (number: string) =>
  ordinaryOffice.services.find(({ letter }) => letter === number[0])?.id ?? `no service for ${number}`;

/** Without `arrivedAt`, which `given` sets to the time of the event. */
export const issued = (number: string, classId = REGULAR, dossiers = 1): Fact =>
  ({
    type: 'TicketIssued',
    ticketId: ticket(number),
    number,
    ordinal: Number(number.slice(1)),
    serviceId: serviceOf(number),
    classId,
    dossiers,
    appointment: null,
    ahead: 0,
    estimate: null,
  }) satisfies Omit<Fact & { type: 'TicketIssued' }, 'arrivedAt'> as Fact;

const at = (number: string, counter: number) => ({ ticketId: ticket(number), counterId: `c${counter}` });

export const called = (number: string, counter: number, reason: string | null = null): Fact => ({
  type: 'TicketCalled',
  ...at(number, counter),
  reason,
});
export const started = (number: string, counter: number): Fact => ({ type: 'ServingStarted', ...at(number, counter) });
export const finished = (number: string, counter: number): Fact => ({ type: 'TicketFinished', ...at(number, counter) });
export const missed = (number: string, counter: number): Fact => ({ type: 'TicketMissed', ...at(number, counter) });
export const sentAway = (number: string, counter: number, clerk: Staff, until: string): Fact => ({
  type: 'TicketSentAway',
  ...at(number, counter),
  clerkId: clerk.id,
  until: time(until),
});
export const returned = (number: string, clerk: Staff | null = null): Fact => ({
  type: 'TicketReturned',
  ticketId: ticket(number),
  reservedFor: clerk?.id ?? null,
});
export const withdrawn = (number: string): Fact => ({ type: 'TicketWithdrawn', ticketId: ticket(number) });
export const expired = (number: string): Fact => ({ type: 'TicketExpired', ticketId: ticket(number) });
export const opened = (counter: number, clerk: Staff): Fact => ({
  type: 'CounterOpened',
  counterId: `c${counter}`,
  clerkId: clerk.id,
  clerkName: clerk.name,
});
export const paused = (counter: number, reason = 'Họp'): Fact => ({
  type: 'CounterPaused',
  counterId: `c${counter}`,
  reason,
  until: null,
});
export const closed = (counter: number): Fact => ({ type: 'CounterClosed', counterId: `c${counter}` });

/** A vote of its own id for each number; without a number it is in no figure, as before data version 7. */
export const rated = (number: string | null, level: number): Fact => ({
  type: 'VisitRated',
  voteId: `vote-${number}`,
  ticketId: number && ticket(number),
  level,
  reason: null,
  counted: number === null ? 'none' : 'figure',
});

/** A ticket that is called and served in the same moment. */
export const serving = (number: string, counter: number): Fact[] => [called(number, counter), started(number, counter)];
