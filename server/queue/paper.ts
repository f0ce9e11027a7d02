import type { Text } from '../../shared/language.ts';
import type { Estimate } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';

/** What stands on a printed slip: facts only, the layout is `server/print`. */
export type Paper = {
  officeName: Text;
  motto: Text;
  timeZone: string;
  number: string;
  serviceName: Text;
  /** What a scanner reads from the QR code: the address of the ticket's page. */
  code: string;
  /** Marked IN LẠI. */
  reprint: boolean;
} & (
  | {
      kind: 'ticket';
      issuedAt: EpochMs;
      className: Text | null;
      dossiers: number;
      dossiersPerTurn: number;
      /** Null without an appointment. */
      appointmentAt: EpochMs | null;
      /** Not called before; null for a ticket of this session. */
      notBefore: EpochMs | null;
      ahead: number;
      estimate: Estimate | null;
    }
  | {
      kind: 'come-back-slip';
      sentAwayAt: EpochMs;
      until: EpochMs;
      /** Null when set-up no longer has that counter. */
      counterNumber: number | null;
    }
);
