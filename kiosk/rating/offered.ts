import type { RatingView } from '../../shared/protocol/views/rating.ts';

/** The numbers of the visits finished last, as many as have space beside "another number". */
export function visitsOffered({ visits }: Pick<RatingView, 'visits'>): string[] {
  const space = innerHeight > innerWidth ? 3 : 4;
  return visits.slice(0, space).map(({ number }) => number);
}
