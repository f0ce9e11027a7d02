import { hasSessionEnded } from '../../../shared/calendar/hours.ts';
import { SHARE_FROM, sumOf, votesOf } from '../../../shared/office/satisfaction.ts';
import type { ShownSatisfaction } from '../../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { State } from '../state.ts';

/**
 * Today's satisfaction as every screen of the office shows it, the same figure on each. The number of votes is that of now; below 20
 * votes the share and the levels are those of the last fifth vote or of the end of the last session, so that the hall cannot tell from
 * the figure how the person at the rating pad has voted. Below 5 votes there is no share.
 */
export function shownSatisfaction({ ratings, office }: State, at: EpochMs): ShownSatisfaction {
  const { ratingLevels } = office.rules;
  const isOver = ratings.countedAt !== null && hasSessionEnded(office, ratings.countedAt, at);
  const levels = (isOver ? ratings.levels : ratings.shown).slice(0, ratingLevels);
  const votes = sumOf(ratings.levels.slice(0, ratingLevels));
  const { ratings: counted, satisfied } = votesOf(levels, 0);
  const { order } = office.rating;
  if (votes < SHARE_FROM || counted < SHARE_FROM) return { votes, satisfied: null, levels: levels.map(() => 0), order };
  return { votes, satisfied: satisfied / counted, levels, order };
}
