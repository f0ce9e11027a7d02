import {
  checkIn,
  findAppointment,
  findTicket,
  issueTicket,
  ticketRequests,
} from '../../../shared/protocol/requests.ts';
import type { KioskView } from '../../../shared/protocol/views/kiosk.ts';
import type { Actor } from '../../queue/commands.ts';
import type { EventType } from '../../queue/events.ts';
import { kioskView } from '../../queue/views/kiosk.ts';
import { namedOrFirst } from '../../queue/views/office.ts';
import { deviceActor } from '../access.ts';
import { checkInVisitor, findBookedAppointment, findHeldTicket, issue, returnTicket } from '../use-cases.ts';
import type { AudienceRules } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';
import { parsed } from './request.ts';

const PRINT_OUTCOMES: ReadonlySet<EventType> = new Set(['TicketPrinted', 'PrintUnknown', 'PrintAbandoned']);

/** `kiosk` is the id that the page names; undefined for the first kiosk. */
interface Caller {
  actor: Actor;
  kiosk: string | undefined;
}

export function kioskRules({
  engine,
  health,
  address,
  office,
}: SocketDependencies): AudienceRules<'kiosk', Caller, Omit<KioskView, 'slot'>> {
  return {
    name: 'kiosk',
    pairsAs: 'kiosk',
    admit: (identity, { kiosk }) => {
      const actor = deviceActor(identity, 'kiosk');
      return actor && { actor, kiosk };
    },
    refuse: ({ kiosk }) => (namedOrFirst(office().kiosks, kiosk) ? null : { code: 'UnknownKiosk' }),
    view: ({ queue }, at) => ({
      ...kioskView(queue, at, health()),
      address: queue.office.publicAddress ?? address(),
    }),
    complete: (view, { kiosk }) => {
      const { kiosks } = office();
      return { ...view, slot: (namedOrFirst(kiosks, kiosk) ?? kiosks[0]).slot };
    },
    group: ({ kiosk }) => kiosk ?? '',
    // The visitor waits for the paper.
    isUrgent: ({ type }) => PRINT_OUTCOMES.has(type),
    requests: new Map([
      ['ticket:issue', parsed(issueTicket, (ticket, { actor }: Caller) => issue(engine, ticket, actor))],
      ['ticket:find', parsed(findTicket, ({ ticketId }) => findHeldTicket(engine, ticketId))],
      ['ticket:return', parsed(ticketRequests.return, (slip, { actor }: Caller) => returnTicket(engine, slip, actor))],
      ['appointment:find', parsed(findAppointment, ({ code }) => findBookedAppointment(engine, code))],
      ['appointment:check-in', parsed(checkIn, (visitor, { actor }: Caller) => checkInVisitor(engine, visitor, actor))],
    ]),
  };
}
