import { checkIn, findTicket, issueTicket, ticketRequests } from '../../../shared/protocol/requests.ts';
import type { Actor } from '../../queue/commands.ts';
import type { EventType } from '../../queue/events.ts';
import { kioskView } from '../../queue/views/kiosk.ts';
import { deviceActor } from '../access.ts';
import { checkInVisitor, findHeldTicket, issue, returnTicket } from '../use-cases.ts';
import type { AudienceRules } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';
import { parsed } from './request.ts';

const PRINT_OUTCOMES: ReadonlySet<EventType> = new Set(['TicketPrinted', 'PrintUnknown', 'PrintAbandoned']);

export function kioskRules({ engine, health, address }: SocketDependencies): AudienceRules<'kiosk', Actor> {
  return {
    name: 'kiosk',
    pairsAs: 'kiosk',
    admit: (identity) => deviceActor(identity, 'kiosk'),
    view: ({ queue }, at) => ({
      ...kioskView(queue, at, health()),
      address: queue.office.publicAddress ?? address(),
    }),
    // The visitor waits for the paper.
    isUrgent: ({ type }) => PRINT_OUTCOMES.has(type),
    requests: new Map([
      ['ticket:issue', parsed(issueTicket, (ticket, actor: Actor) => issue(engine, ticket, actor))],
      ['ticket:find', parsed(findTicket, ({ ticketId }) => findHeldTicket(engine, ticketId))],
      ['ticket:return', parsed(ticketRequests.return, (slip, actor: Actor) => returnTicket(engine, slip, actor))],
      ['appointment:check-in', parsed(checkIn, (visitor, actor: Actor) => checkInVisitor(engine, visitor, actor))],
    ]),
  };
}
