/** What happens to a visitor with more dossiers than one turn takes. */
import { dossiersThisTurn, type OfficeRules } from '../../../shared/office/office.ts';
import type { Fact } from '../events.ts';
import type { Place } from '../line.ts';
import type { State, Ticket } from '../state.ts';

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

/** The end of a visit at a counter: the visitor is done, or waits again with the dossiers that are left. */
export function endOfTurn({ office }: State, ticket: Ticket, counterId: string): Fact {
  const { ticketId } = ticket;
  const next = placeAfterTurn(ticket, office.rules);
  if (!next) return { type: 'TicketFinished', ticketId, counterId };
  const { dossiers: dossiersLeft, arrivedAt } = next;
  return { type: 'TurnEnded', ticketId, counterId, dossiersLeft, arrivedAt };
}
