import type { OfficeRules } from '../../shared/office/office.ts';

type Scale = OfficeRules['ratingLevels'];

/**
 * Votes per level, worst first, when the office begins to ask in another scale: the top two levels, which mean satisfied, stay
 * the top two, and all others become the worst.
 */
export function rescaled(levels: readonly number[], from: Scale, to: Scale): number[] {
  if (from === to) return [...levels];
  const [second = 0, top = 0] = levels.slice(from - 2, from);
  const others = levels.slice(0, from - 2).reduce((sum, votes) => sum + votes, 0);
  return to === 3 ? [others, second, top, 0, 0] : [others, 0, 0, second, top];
}
