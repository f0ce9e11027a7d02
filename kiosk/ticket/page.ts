/** The pages that a visitor can come to at the ticket kiosk. */

import type { ClassId, ServiceId } from '../../shared/office/office.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { KioskView, Outlook } from '../../shared/protocol/views/kiosk.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import type { LookedUp } from './lookup.ts';

/** One press of the last button: carried out once, however often it is sent. */
export type Wish = TicketWish | Arrival;

export interface TicketWish {
  requestId: string;
  serviceId: ServiceId;
  ticketClass: ClassId;
  dossiers: number;
  session: 'this' | 'next';
}

/** Null when set-up has lost the service meanwhile. */
export function outlookOf(
  { serviceId, ticketClass }: Pick<TicketWish, 'serviceId' | 'ticketClass'>,
  { services, classes }: Pick<KioskView, 'services' | 'classes'>,
): Outlook | null {
  const service = services.find(({ id }) => id === serviceId);
  const weight = classes.find(({ id }) => id === ticketClass)?.weight ?? 1;
  return service?.outlooks[weight] ?? service ?? null;
}

/** Of somebody who has booked. */
export interface Arrival {
  requestId: string;
  code: string;
  ticketClass: ClassId;
}

export type Page =
  | { kind: 'services' }
  | { kind: 'class'; serviceId: ServiceId; dossiers: number }
  /** For somebody who comes for others: how many dossiers. */
  | { kind: 'dossiers'; serviceId: ServiceId; dossiers: number }
  /** The wait reaches beyond this session: told before anything is printed. */
  | { kind: 'confirm'; wish: TicketWish }
  /** For somebody who has booked: the six digits, then the class. */
  | { kind: 'code' }
  | { kind: 'booked'; code: string }
  | { kind: 'asking'; wish: Wish }
  | { kind: 'refused'; wish: Wish; rejection: Rejection }
  | { kind: 'result'; ticket: IssuedTicket }
  /** A ticket was scanned. */
  | { kind: 'finding' }
  | LookedUp;

/** Nothing is shown of these while the office is closed. */
export type Choice = Page & { kind: 'services' | 'class' | 'dossiers' | 'confirm' | 'code' | 'booked' };

export function isChoosing(page: Page): page is Choice {
  return ['services', 'class', 'dossiers', 'confirm', 'code', 'booked'].includes(page.kind);
}

/** Where the button that leads back goes; null where there is none. */
export function pageBefore(page: Page): Page | null {
  switch (page.kind) {
    case 'dossiers':
      return { ...page, kind: 'class' };
    case 'booked':
      return { kind: 'code' };
    case 'class':
    case 'confirm':
    case 'code':
      return { kind: 'services' };
    default:
      return null;
  }
}
