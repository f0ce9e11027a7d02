import type { BoardCall } from '../../shared/protocol/views/hall.ts';

/** Whoever is still on the way before those who have arrived, latest first in both: a list that is cut off must not lose them. */
export function inOrder(calls: readonly BoardCall[]): BoardCall[] {
  const isOnTheWay = ({ status }: BoardCall): boolean => status === 'called';
  return [...calls.filter(isOnTheWay), ...calls.filter((call) => !isOnTheWay(call))];
}
