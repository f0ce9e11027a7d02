import { deviceActor } from '../access.ts';
import type { Actor } from '../queue/commands.ts';
import { boardView } from '../queue/views/board.ts';
import type { AudienceRules } from './audience.ts';
import type { LiveParts } from './parts.ts';

/** The TV only looks. */
export function displayRules({ health }: LiveParts): AudienceRules<'display', Actor> {
  return {
    name: 'display',
    pairsAs: 'display',
    admit: (identity) => deviceActor(identity, 'display'),
    view: (state, at) => boardView(state, at, health()),
    requests: new Map(),
  };
}
