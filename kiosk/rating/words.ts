import { wordsOf } from '../../shared/client/language.ts';
import { rating as en } from '../../shared/words/en/rating.ts';
import { ratingReasons as enReasons } from '../../shared/words/en/rating-reasons.ts';
import { rating as vi } from '../../shared/words/vi/rating.ts';
import { ratingReasons as viReasons } from '../../shared/words/vi/rating-reasons.ts';

export const ratingWords = wordsOf({ vi, en });
export const reasonWords = wordsOf({ vi: viReasons, en: enReasons });
