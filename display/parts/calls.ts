import type { BoardCall } from '../../shared/protocol/views/hall.ts';

/** Visitors on the way before those at a counter, latest first in both: a list that is cut off must not lose the former. */
export function inOrder(calls: readonly BoardCall[]): BoardCall[] {
  const isOnTheWay = ({ status }: BoardCall): boolean => status === 'called';
  return [...calls.filter(isOnTheWay), ...calls.filter((call) => !isOnTheWay(call))];
}
