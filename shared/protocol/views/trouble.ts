/** What staff should look at, as every desk shows it. */
import type { EpochMs } from '../../time.ts';

export interface PrintJobView {
  id: number;
  kind: 'ticket' | 'come-back-slip';
  number: string;
  state: 'waiting' | 'unknown' | 'abandoned';
  requestedAt: EpochMs;
  reprint: boolean;
}

/** What of today's journal can no longer be read: events that are missing, and those that do not fit without them. */
export interface JournalDamage {
  missing: number;
  unfit: number;
}

/** One kiosk gave more tickets than people can have pressed. */
export interface BurstView {
  id: number;
  /** Null for the kiosk on the server's own machine. */
  kioskName: string | null;
  at: EpochMs;
  tickets: number;
  seconds: number;
}
