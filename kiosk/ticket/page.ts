/** The pages that a visitor can come to at the ticket kiosk. */
import type { ClassId, ServiceId } from '../../shared/office.ts';
import type { Rejection } from '../../shared/rejections.ts';
import type { IssuedTicket } from '../../shared/views.ts';
import type { LookedUp } from './lookup.ts';

/** One press of the last button: carried out once, however often it is sent. */
export interface Wish {
  requestId: string;
  serviceId: ServiceId;
  ticketClass: ClassId;
  dossiers: number;
}

export type Page =
  | { kind: 'services' }
  | { kind: 'class'; serviceId: ServiceId; dossiers: number }
  /** For somebody who comes for others: how many dossiers. */
  | { kind: 'dossiers'; serviceId: ServiceId; dossiers: number }
  /** The wait reaches beyond this session: told before anything is printed. */
  | { kind: 'confirm'; wish: Wish }
  | { kind: 'asking'; wish: Wish }
  | { kind: 'refused'; wish: Wish; rejection: Rejection }
  | { kind: 'result'; ticket: IssuedTicket }
  /** A ticket was scanned. */
  | { kind: 'finding' }
  | LookedUp;

/** Nothing is shown of these while the office is closed. */
export function isChoosing({ kind }: Page): boolean {
  return ['services', 'class', 'dossiers', 'confirm'].includes(kind);
}

/** Where the button that leads back goes; null where there is none. */
export function pageBefore(page: Page): Page | null {
  if (page.kind === 'dossiers') return { ...page, kind: 'class' };
  return page.kind === 'class' || page.kind === 'confirm' ? { kind: 'services' } : null;
}
