import * as v from 'valibot';
import { health, instant, officeHead, ratingLevels } from './common.ts';

export const ratingView = v.strictObject({
  office: officeHead,
  health,
  levels: ratingLevels,
  /** The letters with which this office's ticket numbers begin, for visitors who type their number. */
  letters: v.array(v.string()),
  /** Visits finished today that are not rated yet, latest first; at most 12. */
  visits: v.array(v.strictObject({ number: v.string(), finishedAt: instant })),
});
export type RatingView = v.InferOutput<typeof ratingView>;
