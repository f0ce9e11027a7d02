import type { EpochMs } from '../../time.ts';
import type { Health, OfficeHead } from './hall.ts';

export interface RatingView {
  office: OfficeHead;
  health: Health;
  levels: 3 | 5;
  /** First signs of this office's numbers, for whoever types one. */
  letters: string[];
  /** Visits finished today and not yet rated, latest first; at most 12. */
  visits: { number: string; finishedAt: EpochMs }[];
}
