/**
 * The port between the engine and a domain of the office, such as the queue. The engine knows the envelopes of commands and events,
 * the domain knows their content. All domains share one journal and one sequence of events per day.
 */
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';

export interface CommandEnvelope {
  type: string;
  /** Made by the sender; within a day the id of an accepted command gets the first answer again. A refused one is decided anew. */
  requestId: string;
  actor: { kind: string; id: string };
  at: EpochMs;
}

/** Pure and synchronous: no clock, no randomness, no I/O. `Fact` is an event without its envelope. */
export interface Decider<State, Command extends CommandEnvelope, Fact extends { type: string }> {
  /** Whether commands of this type belong to the domain; each type belongs to exactly one. */
  decides(commandType: string): boolean;
  /** Whether events of this type change the domain's state; several domains may follow the same type. */
  follows(eventType: string): boolean;
  /** The state before the first event of a day. */
  initialState(day: BusinessDay): State;
  /** The facts that the command leads to, or its refusal. Must not change `state`. */
  decide(state: State, command: Command): { ok: true; facts: Fact[] } | { ok: false; rejection: Rejection };
  /** Changes `state` in place. Throws, before any change, for an event that cannot be applied, for instance of an unknown ticket. */
  evolve(state: State, event: Fact & Envelope): void;
  /** Whether the command has the same content as the earlier one with its request id, which led to `events`. */
  repeats(state: State, command: Command, events: readonly (Fact & Envelope)[]): boolean;
  /** Notes that `count` events are lost here or were never stored: numbers that they may have given out must not be given again. */
  skipNumbers(state: State, count: number): void;
  /** The first facts of a new day; `before` is the last state of the day before, null on the first day of all. */
  openDay(day: BusinessDay, before: State | null): Fact[];
  /** The facts with which a day goes on that was left because the clock was set back; `before` is the last state of the day just left. */
  enterDay(state: State, before: State): Fact[];
  /** The office's time after this event, if the event sets the clock, else null. */
  clockSetBy(event: Fact & Envelope): EpochMs | null;
  /** The facts that end whatever the day has left open. */
  closeDay(state: State): Fact[];
}

/** The deciders by the names under which `StatesOf` has their states. */
export type Deciders = Readonly<Record<string, Decider<unknown, CommandEnvelope, { type: string }>>>;

export type StatesOf<D extends Deciders> = {
  readonly [Name in keyof D]: D[Name] extends Decider<infer State, infer _Command, infer _Fact> ? State : never;
};

export type CommandOf<D extends Deciders> = {
  [Name in keyof D]: D[Name] extends Decider<infer _State, infer Command, infer _Fact> ? Command : never;
}[keyof D];

export type EventOf<D extends Deciders> = {
  [Name in keyof D]: D[Name] extends Decider<infer _State, infer _Command, infer Fact> ? Fact & Envelope : never;
}[keyof D];

/** A command without its envelope. */
export type BodyOf<D extends Deciders> = Without<CommandOf<D>, keyof Omit<CommandEnvelope, 'type'>>;

/** A command as a caller hands it over: the engine adds the time. */
export type UntimedCommand<D extends Deciders> = Without<CommandOf<D>, 'at'>;

type Without<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;
