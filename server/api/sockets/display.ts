import { boardOf, type HallBoard, hallBoard, signOf } from '../../queue/views/board.ts';
import { namedOrFirst } from '../../queue/views/office.ts';
import { deviceActor } from '../access.ts';
import type { AudienceRules } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';
import type { HandshakeFields } from './handshake.ts';

/** Which TV or counter sign the socket belongs to. */
type Display = Pick<HandshakeFields, 'screen' | 'counter'>;

/** Lobby TVs and counter signs send no requests; each gets the board of its own screen or counter. */
export function displayRules({ health, office }: SocketDependencies): AudienceRules<'display', Display, HallBoard> {
  return {
    name: 'display',
    pairsAs: 'display',
    admit: (identity, fields) => (deviceActor(identity, 'display') ? fields : null),
    refuse: ({ screen }) => (namedOrFirst(office().screens, screen) ? null : { code: 'UnknownScreen' }),
    view: ({ queue }, at) => hallBoard(queue, at, health()),
    complete(hall, { screen, counter }) {
      if (counter !== undefined) return signOf(hall, counter);
      return boardOf(hall, namedOrFirst(hall.screens, screen) ?? hall.screens[0]);
    },
    group: ({ screen, counter }) => (counter === undefined ? `screen ${screen ?? ''}` : `counter ${counter}`),
    // A visitor looks up at the chime: the number must be there.
    isUrgent: ({ type }) => type === 'TicketCalled' || type === 'TicketRecalled',
    requests: new Map(),
  };
}
