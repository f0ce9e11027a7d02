import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { Command } from './commands.ts';
import type { Fact } from './events.ts';
import type { State } from './state.ts';

export type Decision = { ok: true; facts: Fact[] } | { ok: false; rejection: Rejection };

/** The state of a day that has been opened: set-up is known. */
export type OpenDay = State & { office: NonNullable<State['office']> };

export function isOpened(state: State): state is OpenDay {
  return state.office !== null;
}

export function facts(...list: Fact[]): Decision {
  return { ok: true, facts: list };
}

/** How the journal names who did it: `staff:s1`, `device:local`, `system:clock`. */
export function signature({ actor }: Pick<Command, 'actor'>): string {
  return `${actor.kind}:${actor.id}`;
}
