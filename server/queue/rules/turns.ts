/** What happens to a visitor with more dossiers than one turn takes. */
import { dossiersThisTurn, type OfficeRules } from '../../../shared/office/office.ts';
import type { Place } from '../line.ts';

/**
 * The place with which `place` waits for the dossiers that are left after a turn; null when none are left. The time waited counts on:
 * otherwise a visitor who takes several tickets for the same dossiers would be done earlier. So only visitors who came before, and
 * those with priority, have a turn between (docs/adr/0007).
 */
export function placeAfterTurn<P extends Pick<Place, 'dossiers' | 'arrivedAt'>>(
  place: P,
  rules: Pick<OfficeRules, 'dossiersPerTurn'>,
): P | null {
  const dossiers = place.dossiers - dossiersThisTurn(rules, place.dossiers);
  return dossiers === 0 ? null : { ...place, dossiers };
}
