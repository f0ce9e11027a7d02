import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { Command, CommandOf, CommandType } from './commands.ts';
import type { EventType, Fact } from './events.ts';
import type { State } from './state.ts';

export type Decision = { ok: true; facts: Fact[] } | { ok: false; rejection: Rejection };

export function facts(...list: Fact[]): Decision {
  return { ok: true, facts: list };
}

/**
 * The rule of each command, with the types that its first fact may have. By these types a repeated request is distinguished from a
 * request id that is used again for another command.
 */
export type Rules = {
  [Type in CommandType]: {
    decide(state: State, command: CommandOf<Type>): Decision;
    firstFact: readonly EventType[];
  };
};

/** The name of a sender in the journal: `staff:s1`, `device:local`, `system:clock`. */
export function senderOf({ actor }: Pick<Command, 'actor'>): string {
  return `${actor.kind}:${actor.id}`;
}
