/** The score that decides whose turn it is: the server calls by it, and the desk shows the next visitor and the reason with it. */
import type { EpochMs } from '../time.ts';

/**
 * Weighted milliseconds waited. Negative for a visitor whose appointment is so far ahead that `arrivedAt` is still to come: such a
 * visitor goes after everybody who has waited. Ten minutes ahead, a regular visitor has the score −10 and one of weight 2 has −5, so
 * that the heavier class goes first there too.
 */
export function scoreAt(at: EpochMs, arrivedAt: EpochMs, weight: number): number {
  const waited = at - arrivedAt;
  return waited >= 0 ? weight * waited : waited / weight;
}
