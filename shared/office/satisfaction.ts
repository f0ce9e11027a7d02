/** Votes, which can be added up over days, and the figures that screens show of them. */

/** The votes of one or more days that are in the office's figure. */
export interface Votes {
  ratings: number;
  satisfied: number;
  visits: number;
}

export const NO_VOTES: Votes = { ratings: 0, satisfied: 0, visits: 0 };

/** The figures computed from votes. */
export interface Figures {
  /** Votes in the office's figure. */
  ratings: number;
  /** The share of votes in the top two levels, 0–1; null without a vote. */
  satisfied: number | null;
  /** Finished visits; `ratings / visits` is the response rate of the ratings. */
  visits: number;
}

/** `levels` are the votes per level, worst first. The top two levels count as satisfied, whether there are five or three. */
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
