import type { Text } from '../../language.ts';
import type { EpochMs } from '../../time.ts';
import type { POSTPONEMENTS } from '../requests.ts';
import type { Estimate, OfficeHead } from './hall.ts';

export type Postponement = (typeof POSTPONEMENTS)[number];

/** One ticket as its holder sees it: nothing about anybody else. */
export type HeldTicket = PhoneSituation & {
  number: string;
  /** Null when set-up no longer has the service. */
  serviceName: Text | null;
  /** Null without an appointment. */
  appointmentAt: EpochMs | null;
};

export type PhoneView = HeldTicket & { office: OfficeHead };

/** A counter's number is null when set-up no longer has that counter. */
export type PhoneSituation =
  | {
      status: 'waiting';
      /** Null while its holder is not to be called yet. */
      ahead: number | null;
      estimate: Estimate | null;
      /** Nobody calls for the service at this moment. */
      noClerk: boolean;
      /** As its holder asked, once; null otherwise. */
      notBefore: EpochMs | null;
      /** By how many minutes it may still be put back; empty when it may not. */
      postponements: Postponement[];
    }
  | { status: 'called'; counterNumber: number | null; calledAt: EpochMs; recalls: number }
  | { status: 'serving'; counterNumber: number | null }
  /** Until then the visitor may come back without a new ticket. */
  | { status: 'missed'; until: EpochMs }
  /** As on the come-back slip. */
  | { status: 'away'; counterNumber: number | null; until: EpochMs }
  | { status: 'done'; rated: boolean; levels: 3 | 5 }
  | { status: 'withdrawn' | 'expired' };
