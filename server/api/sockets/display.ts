import { boardOf, type HallBoard, hallBoard, screenMeant, signOf } from '../../queue/views/board.ts';
import { deviceActor } from '../access.ts';
import type { Asked, AudienceRules } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';

/** Which screen looks. */
type Watcher = Pick<Asked, 'screen' | 'counter'>;

/** The TV and the sign of a counter only look, each at its own. */
export function displayRules({ health, office }: SocketDependencies): AudienceRules<'display', Watcher, HallBoard> {
  return {
    name: 'display',
    pairsAs: 'display',
    admit: (identity, asked) => (deviceActor(identity, 'display') ? asked : null),
    refuse: ({ screen }) => (screenMeant(office().screens, screen) ? null : { code: 'UnknownScreen' }),
    view: ({ queue }, at) => hallBoard(queue, at, health()),
    complete(hall, { screen, counter }) {
      if (counter !== undefined) return signOf(hall, counter);
      return boardOf(hall, screenMeant(hall.screens, screen) ?? hall.screens[0]);
    },
    group: ({ screen, counter }) => (counter === undefined ? `screen ${screen ?? ''}` : `counter ${counter}`),
    requests: new Map(),
  };
}
