import type { Command } from '../queue/commands.ts';
import { signature } from '../queue/decision.ts';
import type { Event, Fact } from '../queue/events.ts';
import { evolve } from '../queue/evolve.ts';
import type { State } from '../queue/state.ts';

/** Makes events of the facts that a command led to, and puts them into the state. */
export function record(
  state: State,
  facts: readonly Fact[],
  { at, requestId, actor }: Pick<Command, 'at' | 'requestId' | 'actor'>,
): Event[] {
  const by = signature({ actor });
  return facts.map((fact) => {
    const event = { seq: state.lastSeq + 1, at, by, requestId, ...fact };
    evolve(state, event);
    return event;
  });
}
