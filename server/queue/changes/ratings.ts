import type { OfficeRules } from '../../../shared/office/office.ts';
import { addVotes, NO_VOTES, type Votes, votesOf } from '../../../shared/office/satisfaction.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import type { Changes, State } from '../state.ts';
import { ticketOf } from './tickets.ts';

export const ratingChanges = {
  VisitRated(state, { ticketId, level, by, at }) {
    const { ratings } = state;
    if (ticketId === null) ratings.anonymous += 1;
    else {
      const ticket = ticketOf(state, ticketId);
      if (ticket.status === 'done') state.tickets.set(ticketId, { ...ticket, rated: true });
      ratings.levels[level - 1] = (ratings.levels[level - 1] ?? 0) + 1;
    }
    ratings.lastBy.set(by, at);
  },
} satisfies Partial<Changes>;

type Scale = OfficeRules['ratingLevels'];

/**
 * Votes per level, worst first, converted after the office has changed the number of levels: the top two levels, which mean
 * satisfied, stay the top two, and all others become the worst level.
 */
export function rescaled(levels: readonly number[], from: Scale, to: Scale): number[] {
  if (from === to) return [...levels];
  const [second = 0, top = 0] = levels.slice(from - 2, from);
  const others = levels.slice(0, from - 2).reduce((sum, votes) => sum + votes, 0);
  return to === 3 ? [others, second, top, 0, 0] : [others, 0, 0, second, top];
}

/** The votes of this month's days before the new day `day`; none on the first day of a month. */
export function monthBefore(day: BusinessDay, before: State | null): Votes {
  return before && monthOf(before.day) === monthOf(day) ? monthSoFar(before) : NO_VOTES;
}

/** The votes of the month, today included. */
export function monthSoFar({ month, ratings, finished, office }: State): Votes {
  return addVotes(month, votesOf(ratings.levels.slice(0, office.rules.ratingLevels), finished.length));
}

function monthOf(day: BusinessDay): string {
  return day.slice(0, 7);
}
