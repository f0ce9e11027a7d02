import type { Office } from '../../shared/office/office.ts';

/**
 * A visitor with dossiers of others is served a few at a time and then waits again, so that one person with thirty dossiers does
 * not stand before single citizens all morning.
 */
export function dossiersInTurn(office: Office | null, dossiers: number): number {
  return Math.min(dossiers, office?.rules.dossiersPerTurn ?? dossiers);
}
