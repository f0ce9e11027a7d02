import { wordsOf } from '../../shared/client/language.ts';
import { rating as en } from '../../shared/words/en/rating.ts';
import { rating as vi } from '../../shared/words/vi/rating.ts';

export const ratingWords = wordsOf({ vi, en });
