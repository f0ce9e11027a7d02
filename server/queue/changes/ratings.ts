import { addVotes, NO_VOTES, type Votes, votesOf } from '../../../shared/office/satisfaction.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import type { State } from '../state.ts';

/** What the days of a month come to, as a new day of it begins. Months begin with nothing. */
export function monthBefore(day: BusinessDay, before: State | null): Votes {
  return before && monthOf(before.day) === monthOf(day) ? monthSoFar(before) : NO_VOTES;
}

/** With the votes of the day itself. */
export function monthSoFar({ month, ratings, finished, office }: State): Votes {
  return addVotes(month, votesOf(ratings.levels.slice(0, office?.rules.ratingLevels), finished.length));
}

function monthOf(day: BusinessDay): string {
  return day.slice(0, 7);
}
