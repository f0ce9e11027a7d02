import type { Text } from '../../language.ts';
import type { ClassId } from '../../office/office.ts';
import type { EpochMs } from '../../time.ts';
import type { Estimate, Health, OfficeHead, Opening, ServiceLoad } from './hall.ts';

/** What whoever takes a ticket now may expect. */
export interface Outlook {
  /** Null when too little is known. */
  estimate: Estimate | null;
  /** Whether the ticket is served before this session ends. */
  thisSession: 'likely' | 'uncertain' | 'unlikely';
}

/** The outlook is that of a regular ticket. */
export interface KioskService extends ServiceLoad, Outlook {
  availability: 'available' | 'limit-reached';
  /** By the weight of the class, where that is another than a regular ticket's. */
  outlooks: Record<number, Outlook>;
}

export type PrintState = 'printing' | 'printed' | 'failed' | 'unknown';

/** `today`: tickets can be taken for it now. */
export interface NextSession {
  opensAt: EpochMs;
  today: boolean;
}

export interface KioskView {
  office: OfficeHead;
  health: Health;
  opening: Opening;
  /** What follows the session that is open; null while none is, or when none is known. */
  nextSession: NextSession | null;
  services: KioskService[];
  classes: { id: ClassId; name: Text; weight: number }[];
  /** Visitors may have booked: the kiosk takes their codes. */
  appointments: boolean;
  /** Whoever brings more dossiers waits again after so many. */
  dossiersPerTurn: number;
  /** Where telephones find the office: the origin of a ticket's own page. */
  address: string;
  /** Tickets of the last minutes and whether their paper came out. */
  prints: { number: string; state: PrintState }[];
}
