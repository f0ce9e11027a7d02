import * as v from 'valibot';
import { health, instant, officeHead, ratingLevels } from './common.ts';

export const ratingView = v.strictObject({
  office: officeHead,
  health,
  levels: ratingLevels,
  /** The letters that this office's numbers begin with, for a visitor who types one. */
  letters: v.array(v.string()),
  /** Visits finished today and not yet rated, latest first; at most 12. */
  visits: v.array(v.strictObject({ number: v.string(), finishedAt: instant })),
});
export type RatingView = v.InferOutput<typeof ratingView>;
