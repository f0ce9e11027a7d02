import type { ServiceId } from '../../office/office.ts';
import type { EpochMs } from '../../time.ts';
import type { Estimate, TicketStatus } from './hall.ts';

/** What other systems learn of one ticket. */
export interface TicketView {
  id: string;
  number: string;
  serviceId: ServiceId;
  status: TicketStatus;
  /** Null unless it waits to be called now. */
  ahead: number | null;
  estimate: Estimate | null;
  /** Number of the counter where it is called or served. */
  counter: number | null;
  /** Its holder asked not to be called before that moment; null for everybody else. */
  notBefore: EpochMs | null;
}

/** What whoever took it is told at once. */
export interface IssuedTicket {
  id: string;
  number: string;
  serviceId: ServiceId;
  dossiers: number;
  /** Visitors of the same service who will be called before this one. */
  ahead: number;
  estimate: Estimate | null;
  issuedAt: EpochMs;
  /** Null for whoever did not book. */
  appointmentAt: EpochMs | null;
  /** When the session begins that it was taken for; null for this one. */
  notBefore: EpochMs | null;
}
