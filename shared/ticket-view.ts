import type { ServiceId } from './office.ts';
import type { EpochMs } from './time.ts';
import type { Estimate, TicketStatus } from './views.ts';

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
