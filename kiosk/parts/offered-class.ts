import type { ClassId } from '../../shared/office/office.ts';
import type { Scanned } from './scanned.ts';

/** Người cao tuổi (elderly) by law 39/2009: from 60 years. The card number has only the year, so 60 in this year is enough. */
const ELDERLY_AGE = 60;

/** The id of that class in the starter set-up. An office with another id offers no class by card. */
const ELDERLY: ClassId = 'elderly';

/** The class that the scanned age entitles to, if the office has it. */
export function offeredClass(scanned: Scanned | null, classes: readonly { id: ClassId }[]): ClassId | null {
  const entitled = scanned?.kind === 'card' && scanned.age >= ELDERLY_AGE;
  return entitled && classes.some(({ id }) => id === ELDERLY) ? ELDERLY : null;
}
