/** The pages of the ticket kiosk. */

import type { ClassId, ServiceId } from '../../shared/office/office.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { FoundAppointment } from '../../shared/protocol/views/appointments.ts';
import type { KioskView, Outlook } from '../../shared/protocol/views/kiosk.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';

/** What the visitor's last press requests. It is carried out once, however often it is sent with the same id. */
export type TicketRequest = NewTicketRequest | CheckInRequest;

export interface NewTicketRequest {
  requestId: string;
  serviceId: ServiceId;
  ticketClass: ClassId;
  dossiers: number;
  session: 'this' | 'next';
}

/** A visitor with an appointment has arrived. */
export interface CheckInRequest {
  requestId: string;
  code: string;
  ticketClass: ClassId;
}

/** Null when the service was removed from set-up. */
export function outlookOf(
  { serviceId, ticketClass }: Pick<NewTicketRequest, 'serviceId' | 'ticketClass'>,
  { services, classes }: Pick<KioskView, 'services' | 'classes'>,
): Outlook | null {
  const service = services.find(({ id }) => id === serviceId);
  const weight = classes.find(({ id }) => id === ticketClass)?.weight ?? 1;
  return service?.outlooks[weight] ?? service ?? null;
}

export type Page =
  | { kind: 'services' }
  | { kind: 'class'; serviceId: ServiceId; dossiers: number }
  /** How many dossiers a visitor brings who has several: up to nine by one press, more by digits. */
  | { kind: 'dossiers' | 'many-dossiers'; serviceId: ServiceId; dossiers: number }
  /** The wait may be longer than this session: asked before a ticket is printed. */
  | { kind: 'confirm'; request: NewTicketRequest }
  /** The six digits of an appointment; after them, the class. `rejection` is why the digits typed before cannot be used. */
  | { kind: 'code'; rejection: Rejection | null }
  /** The office is asked about the code. */
  | { kind: 'checking'; code: string }
  | { kind: 'booked'; appointment: FoundAppointment }
  | { kind: 'asking'; request: TicketRequest }
  | { kind: 'refused'; request: TicketRequest; rejection: Rejection }
  | { kind: 'result'; ticket: IssuedTicket }
  /** A ticket was scanned, and the office is asked about it. */
  | { kind: 'finding' }
  /** `back`: the scan has put a missed or absent visitor into the line again. */
  | { kind: 'found'; ticket: HeldTicket; back: boolean }
  | { kind: 'not-found'; ticketId: string; rejection: Rejection };

/** Pages before a ticket is requested; while the office is closed, a message replaces them. */
export type Choice = Page & { kind: (typeof CHOICES)[number] };
const CHOICES = ['services', 'class', 'dossiers', 'many-dossiers', 'confirm', 'code', 'booked'] as const;

export function isChoosing(page: Page): page is Choice {
  return CHOICES.some((kind) => kind === page.kind);
}

/** The page that the back button leads to; null where there is no such button. */
export function pageBefore(page: Page): Page | null {
  switch (page.kind) {
    case 'dossiers':
      return { ...page, kind: 'class' };
    case 'many-dossiers':
      return { ...page, kind: 'dossiers' };
    case 'booked':
      return { kind: 'code', rejection: null };
    case 'class':
    case 'confirm':
    case 'code':
      return { kind: 'services' };
    default:
      return null;
  }
}
