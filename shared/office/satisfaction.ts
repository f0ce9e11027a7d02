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
  return { ratings: sumOf(levels), satisfied: sumOf(levels.slice(-2)), visits };
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
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

/** Below this number of votes a day only the number is shown: a share of so few is of single people. */
export const SHARE_FROM = 5;
/** From this number of votes a day on each vote moves the figures at once; below it, only every fifth vote does. */
export const AT_ONCE_FROM = 20;

/** Whether the figures move with the vote that makes the day's votes so many: the hall sees who votes, and must not see how. */
export function movesFigures(votes: number): boolean {
  return votes >= AT_ONCE_FROM || votes % SHARE_FROM === 0;
}

/** Whole percent of a share from 0 to 1; 100 and 0 only for exactly 1 and 0. */
export function wholePercent(share: number): number {
  const rounded = Math.round(share * 100);
  if (share < 1 && rounded === 100) return 99;
  return share > 0 && rounded === 0 ? 1 : rounded;
}
