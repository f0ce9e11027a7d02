import * as v from 'valibot';
import { health, instant, officeHead, opening, ratingLevels, ratingOrder } from './common.ts';
import { displayView } from './hall.ts';

export const ratingView = v.strictObject({
  office: officeHead,
  health,
  levels: ratingLevels,
  order: ratingOrder,
  opening,
  /** The letters with which this office's ticket numbers begin, for visitors who type their number. */
  letters: v.array(v.string()),
  /** Visits finished today that are not rated yet, latest first; at most 12. */
  visits: v.array(v.strictObject({ number: v.string(), finishedAt: instant })),
  /** The figures of today exactly as TVs show them at this moment. */
  satisfaction: displayView.entries.satisfaction,
});
export type RatingView = v.InferOutput<typeof ratingView>;
