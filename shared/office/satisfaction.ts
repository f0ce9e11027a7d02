/** Votes that can be added up over days, and what a screen makes of them. */

/** Of some days. Votes without a ticket are not among them. */
export interface Votes {
  ratings: number;
  satisfied: number;
  visits: number;
}

export const NO_VOTES: Votes = { ratings: 0, satisfied: 0, visits: 0 };

/** What votes come to. */
export interface Figures {
  /** Votes that belong to a ticket. */
  ratings: number;
  /** Satisfied votes per vote, 0–1 (top two levels); null without a vote. */
  satisfied: number | null;
  /** Finished visits; `ratings / visits` is the response rate. */
  visits: number;
}

/** Today's, as the TV shows them. */
export interface Satisfaction extends Figures {
  /** Votes per level, worst first; as long as the office has levels. */
  levels: number[];
  /** Votes without a ticket: counted, never mixed into the share. */
  anonymous: number;
  /** The days of this month, today too. */
  month: Figures;
}

/** Votes per level, worst first; satisfied are the top two levels, of five and of three alike. */
export function votesOf(levels: readonly number[], visits: number): Votes {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return { ratings: sum(levels), satisfied: sum(levels.slice(-2)), visits };
}

export function addVotes(one: Votes, other: Votes): Votes {
  return {
    ratings: one.ratings + other.ratings,
    satisfied: one.satisfied + other.satisfied,
    visits: one.visits + other.visits,
  };
}

export function figuresOf({ ratings, satisfied, visits }: Votes): Figures {
  return { ratings, satisfied: ratings === 0 ? null : satisfied / ratings, visits };
}
