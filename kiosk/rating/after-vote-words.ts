import { wordsOf } from '../../shared/client/language.ts';
import { afterVote as en } from '../../shared/words/en/after-vote.ts';
import { ratingReasons as enReasons } from '../../shared/words/en/rating-reasons.ts';
import { afterVote as vi } from '../../shared/words/vi/after-vote.ts';
import { ratingReasons as viReasons } from '../../shared/words/vi/rating-reasons.ts';

export const afterVoteWords = wordsOf({ vi, en });
export const reasonWords = wordsOf({ vi: viReasons, en: enReasons });
