/** The votes of one business day. */
import type { EpochMs } from '../../shared/time.ts';
import type { TicketId, VoteId } from './commands.ts';
import type { Vote } from './events.ts';

export interface Ratings {
  /** Votes in the office's figure per level, worst first, always five. */
  levels: number[];
  /** Those of them of which screens show figures. */
  shown: number[];
  /** When the last vote was counted in `levels`; null before the first one. */
  countedAt: EpochMs | null;
  /** The same of votes that are kept apart. */
  apart: number[];
  /** Votes without a ticket that are in no figure. */
  anonymous: number;
  votes: Map<VoteId, GivenVote>;
  /** The vote by which each visit counts as rated. */
  answered: Map<TicketId, VoteId>;
  /** When each rating pad voted last, keyed by the actor as the journal writes it. */
  lastBy: Map<string, EpochMs>;
}

export interface GivenVote extends Vote {
  /** The sender, as the journal writes it. */
  by: string;
  /** When the vote was given first. */
  at: EpochMs;
  takenBack: boolean;
  /**
   * The visit that the vote uses up, so that votes never count more often than visits: its ticket, or for a vote without one any visit
   * that was finished shortly before. It says nothing about who has voted.
   */
  uses: TicketId | null;
}

export function noRatings(): Ratings {
  const none = () => [0, 0, 0, 0, 0];
  return {
    levels: none(),
    shown: none(),
    countedAt: null,
    apart: none(),
    anonymous: 0,
    votes: new Map(),
    answered: new Map(),
    lastBy: new Map(),
  };
}
