/** Which way up the TV shows the hall: as its browser has it, or turned by 90° for a TV that hangs on its side. */
import type { HallScreen } from '../../shared/office.ts';

/** Classes of the document; the style sheets of the lobby go by them. */
export function frameOf(orientation: HallScreen['orientation'], isTall: boolean): string {
  const upright = orientation === 'auto' ? isTall : orientation === 'portrait';
  return `${upright ? 'upright' : 'level'}${upright === isTall ? '' : ' turned'}`;
}
