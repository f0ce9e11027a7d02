/**
 * The port between the engine and a domain of the office (the queue; dossiers later). The engine knows the envelopes of commands and
 * events, the domain what they say. All domains share one journal and one sequence of events a day.
 */
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';

export interface CommandEnvelope {
  type: string;
  /** Made by the sender; the same id again gets the first answer again. */
  requestId: string;
  actor: { kind: string; id: string };
  at: EpochMs;
}

/** Pure and synchronous: no clock, no randomness, no I/O. `Fact` is an event without its envelope. */
export interface Decider<State, Command extends CommandEnvelope, Fact extends { type: string }> {
  /** Whether commands of this type belong to the domain; exactly one domain decides each. */
  decides(commandType: string): boolean;
  /** Whether events of this type change the domain's state; several domains may follow one event. */
  follows(eventType: string): boolean;
  /** The state before the first event of a day. */
  initialState(day: BusinessDay): State;
  /** Changes nothing. */
  decide(state: State, command: Command): { ok: true; facts: Fact[] } | { ok: false; rejection: Rejection };
  /** Changes `state` in place. Throws, having changed nothing, for an event that does not fit. */
  evolve(state: State, event: Fact & Envelope): void;
  /** Whether the command says the same as the one that led to `events`, which have its request id. */
  repeats(state: State, command: Command, events: readonly (Fact & Envelope)[]): boolean;
  /** The journal lost `count` events at this place: what they may have given out must not be given again. */
  skipLost(state: State, count: number): void;
  /** The first facts of a new day; `before` is the last state of the day before it, null on the very first day. */
  openDay(day: BusinessDay, before: State | null): Fact[];
  /** What the day leaves open, ended. */
  closeDay(state: State): Fact[];
}

/** By the name under which readers find the domain's state. */
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

/** A command without its context. */
export type BodyOf<D extends Deciders> = Without<CommandOf<D>, keyof Omit<CommandEnvelope, 'type'>>;

/** A command as a caller hands it over: the engine adds the time. */
export type UntimedCommand<D extends Deciders> = Without<CommandOf<D>, 'at'>;

type Without<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;
