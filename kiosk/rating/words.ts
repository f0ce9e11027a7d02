import { language } from '../../shared/client/language.ts';
import { rating as en } from '../../shared/words/en/rating.ts';
import { rating as vi } from '../../shared/words/vi/rating.ts';

/** The words of the rating pad in the language of this moment. Call it while rendering. */
export function ratingWords(): typeof vi {
  return { vi, en }[language.value];
}
